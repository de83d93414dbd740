import Foundation

/// Text as Consilium keeps it: UTF-8 in Unicode normalisation form C, lines ended by a single line feed, no control
/// characters but tabulator and line feed.
///
/// Annotations count code points in this text and hashes are taken over it, so the same bytes always give the same
/// text, and whatever had to be changed on the way is said.
package struct PlainText: Sendable, Hashable {
    package enum Change: String, Sendable, Hashable, Codable, CaseIterable {
        case byteOrderMarkRemoved, lineEndingsUnified, charactersComposed
    }

    package enum Refusal: Error, Sendable, Hashable {
        case empty
        case tooLarge(bytes: Int, limit: Int)
        case unsupportedEncoding(String)
        /// Neither UTF-8 nor defined in the one-byte encoding the text otherwise seems to be in.
        case undefinedByte(UInt8, offset: Int)
        /// Line and column count from 1, the column in code points.
        case controlCharacter(codePoint: UInt32, line: Int, column: Int)
    }

    package let text: String
    package let encoding: TextEncoding
    package let changes: [Change]

    /// Whether the text differs from the bytes it was read from.
    package var converted: Bool { encoding != .utf8 || !changes.isEmpty }

    /// Reads the bytes of a text file.
    ///
    /// - Parameters:
    ///   - bytes: the file as received.
    ///   - charset: what the sender declared, such as `utf-8`. Bytes that are valid UTF-8 are read as UTF-8 whatever
    ///     was declared: text in a one-byte encoding is never valid UTF-8 by accident once it has an umlaut.
    ///   - limit: the greatest size in bytes.
    package static func read(
        _ bytes: [UInt8],
        charset: String? = nil,
        limit: Int = ImportLimits.standard.textBytes
    ) throws(Refusal) -> PlainText {
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        let (decoded, encoding) = try TextEncoding.decode(bytes, declared: charset)
        return try PlainText(canonical: decoded, encoding: encoding)
    }

    /// Brings text that already is a string, such as a JSON string, into canonical form.
    package init(_ string: String, limit: Int = ImportLimits.standard.textBytes) throws(Refusal) {
        guard string.utf8.count <= limit else { throw .tooLarge(bytes: string.utf8.count, limit: limit) }
        try self.init(canonical: string, encoding: .utf8)
    }

    private init(canonical source: String, encoding: TextEncoding) throws(Refusal) {
        var changes: [Change] = []
        var scalars = String.UnicodeScalarView()
        var line = 1
        var column = 0
        var afterReturn = false
        for (index, scalar) in source.unicodeScalars.enumerated() {
            if index == 0, scalar == "\u{FEFF}" {
                changes.append(.byteOrderMarkRemoved)
                continue
            }
            if scalar == "\n", afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = scalar == "\r"
            column += 1
            if afterReturn || scalar == "\n" {
                scalars.append("\n")
                line += 1
                column = 0
            } else if scalar != "\t", scalar.properties.generalCategory == .control {
                throw .controlCharacter(codePoint: scalar.value, line: line, column: column)
            } else {
                scalars.append(scalar)
            }
        }
        if source.unicodeScalars.contains("\r") { changes.append(.lineEndingsUnified) }
        let composed = String(scalars).precomposedStringWithCanonicalMapping
        // Strings compare by canonical equivalence, so the code points are compared one by one.
        if !composed.unicodeScalars.elementsEqual(scalars) { changes.append(.charactersComposed) }
        guard composed.contains(where: { !$0.isWhitespace }) else { throw .empty }
        self.text = composed
        self.encoding = encoding
        self.changes = changes
    }
}

extension PlainText.Refusal {
    /// The refusal as one English sentence.
    package var sentence: String {
        switch self {
        case .empty: "The text is empty."
        case .tooLarge(let bytes, let limit): "The text has \(bytes) bytes; the limit is \(limit)."
        case .unsupportedEncoding(let name):
            "The text is encoded as \(name); UTF-8, ISO-8859-1, ISO-8859-15 and windows-1252 can be read."
        case .undefinedByte(let byte, let offset):
            "The text is neither UTF-8 nor windows-1252: byte \(hexadecimal(byte, digits: 2)) at offset \(offset)."
        case .controlCharacter(let codePoint, let line, let column):
            "The text has the control character U+\(hexadecimal(codePoint, digits: 4)) "
                + "in line \(line), column \(column)."
        }
    }

    private func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
