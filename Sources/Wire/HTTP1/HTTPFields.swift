/// The fields of a message, in the order they came or will go.
///
/// They are kept as the very lines of the wire: a head costs two allocations however many fields it has, a value becomes a
/// `String` only when somebody asks for it, and encoding is a copy. A value can hold no control character but the tab, because
/// each is replaced by a space on its way in (RFC 9110 section 5.5); a name is a token by its type. So no field can smuggle a
/// line into a message.
package struct HTTPFields: Sendable {
    private struct Line {
        var nameStart: Int
        var nameEnd: Int
        var valueStart: Int
        var valueEnd: Int
        var end: Int

        var name: Range<Int> { nameStart..<nameEnd }
        var value: Range<Int> { valueStart..<valueEnd }
        var whole: Range<Int> { nameStart..<end }

        func moved(to start: Int) -> Line {
            let step = start - nameStart
            return Line(
                nameStart: start,
                nameEnd: nameEnd + step,
                valueStart: valueStart + step,
                valueEnd: valueEnd + step,
                end: end + step
            )
        }
    }

    private var text: [UInt8] = []
    private var lines: [Line] = []

    package init() {}

    package var count: Int { lines.count }
    package var isEmpty: Bool { lines.isEmpty }

    // MARK: Reading

    /// The value of the first field of this name.
    package subscript(name: FieldName) -> String? {
        place(of: name, from: 0).map { value(lines[$0]) }
    }

    /// The values of all fields of this name, in order.
    package func values(for name: FieldName) -> [String] {
        var values: [String] = []
        var next = 0
        while let place = place(of: name, from: next) {
            values.append(value(lines[place]))
            next = place + 1
        }
        return values
    }

    package func contains(_ name: FieldName) -> Bool {
        place(of: name, from: 0) != nil
    }

    /// The bytes of the value, handed to `body`, if the field occurs exactly once.
    func withOnlyValue<R>(of name: FieldName, _ body: (UnsafeRawBufferPointer) -> R) -> R? {
        guard let first = place(of: name, from: 0), place(of: name, from: first + 1) == nil else { return nil }
        return text.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[lines[first].value])) }
    }

    /// The elements of a comma-separated list that may be spread over several fields (RFC 9110 section 5.6.1), without the
    /// empty ones. For lists of tokens: a comma inside a quoted string is not recognised.
    package func list(for name: FieldName) -> [String] {
        var elements: [String] = []
        var next = 0
        while let place = place(of: name, from: next) {
            for part in text[lines[place].value].split(separator: ASCII.comma) {
                let element = ASCII.trimmed(part)
                if !element.isEmpty { elements.append(String(decoding: element, as: UTF8.self)) }
            }
            next = place + 1
        }
        return elements
    }

    // MARK: Writing

    /// Adds a field behind the others.
    package mutating func append(_ name: FieldName, _ value: String) {
        let start = text.count
        text.append(contentsOf: name.description.utf8)
        text.append(ASCII.colon)
        text.append(ASCII.space)
        let valueStart = text.count
        for byte in value.utf8 { text.append((byte < 0x20 && byte != ASCII.tab) || byte == 0x7F ? ASCII.space : byte) }
        let valueEnd = text.count
        text.append(ASCII.carriageReturn)
        text.append(ASCII.lineFeed)
        lines.append(
            Line(
                nameStart: start,
                nameEnd: valueStart - 2,
                valueStart: valueStart,
                valueEnd: valueEnd,
                end: text.count
            )
        )
    }

    /// Adds all of `others` behind these.
    package mutating func append(_ others: HTTPFields) {
        for line in others.lines {
            lines.append(line.moved(to: text.count))
            text += others.text[line.whole]
        }
    }

    /// Puts one field in place of all of this name.
    package mutating func set(_ name: FieldName, _ value: String) {
        remove(name)
        append(name, value)
    }

    package mutating func remove(_ name: FieldName) {
        guard contains(name) else { return }
        var kept = HTTPFields()
        for line in lines where !matches(line, name) {
            kept.lines.append(line.moved(to: kept.text.count))
            kept.text += text[line.whole]
        }
        self = kept
    }

    // MARK: For the codecs

    /// Adds a line as it came, which the decoder has found to be a token, a colon and a field value.
    ///
    /// - Parameters:
    ///   - line: with its line end.
    ///   - colon: the end of the name.
    ///   - value: without the white space around it.
    mutating func append(validLine line: UnsafeRawBufferPointer, colon: Int, value: Range<Int>) {
        if lines.isEmpty {
            text.reserveCapacity(512)
            lines.reserveCapacity(16)
        }
        let start = text.count
        line.withMemoryRebound(to: UInt8.self) { text.append(contentsOf: $0) }
        lines.append(
            Line(
                nameStart: start,
                nameEnd: start + colon,
                valueStart: start + value.lowerBound,
                valueEnd: start + value.upperBound,
                end: text.count
            )
        )
    }

    /// The lines as they go on the wire, but for those the encoder itself is in charge of.
    func appendLines(to message: inout [UInt8], except reserved: [FieldName]) {
        if !reserved.contains(where: contains) {
            message += text
        } else {
            for line in lines where !reserved.contains(where: { matches(line, $0) }) { message += text[line.whole] }
        }
    }

    private func place(of name: FieldName, from first: Int) -> Int? {
        var place = first
        while place < lines.count {
            if matches(lines[place], name) { return place }
            place += 1
        }
        return nil
    }

    private func matches(_ line: Line, _ name: FieldName) -> Bool {
        guard line.nameEnd - line.nameStart == name.folded.count else { return false }
        for (byte, wanted) in zip(text[line.name], name.folded) where ASCII.lowercase(byte) != wanted { return false }
        return true
    }

    private func value(_ line: Line) -> String {
        text.withUnsafeBytes { String(decoding: UnsafeRawBufferPointer(rebasing: $0[line.value]), as: UTF8.self) }
    }
}

extension HTTPFields: Sequence {
    package func makeIterator() -> AnyIterator<(name: String, value: String)> {
        var rest = lines.makeIterator()
        return AnyIterator { [self] in
            rest.next().map { (name: String(decoding: text[$0.name], as: UTF8.self), value: value($0)) }
        }
    }
}

extension HTTPFields: Equatable {
    /// The same names and values in the same order, whatever the case of the names and the space around the values.
    package static func == (left: HTTPFields, right: HTTPFields) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { ASCII.equalIgnoringCase($0.name, $1.name) && $0.value == $1.value }
    }
}

extension HTTPFields: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral fields: (FieldName, String)...) {
        for (name, value) in fields { append(name, value) }
    }
}
