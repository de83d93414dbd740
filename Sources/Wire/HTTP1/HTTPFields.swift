/// The fields of a message, in the order they came or will go.
///
/// They are kept as the very bytes of the wire, `Name: value CRLF` line by line: a head costs two allocations however many
/// fields it has, a value becomes a `String` only when somebody asks for it, and encoding is a copy. A value can hold no
/// control character but the tab, because each is replaced by a space on its way in (RFC 9110 section 5.5); a name is a
/// token by its type. So no field can smuggle a line into a message.
package struct HTTPFields: Sendable, Equatable {
    private struct Line: Equatable {
        var start: Int
        var nameCount: Int
        var valueCount: Int

        var name: Range<Int> { start..<start + nameCount }
        var value: Range<Int> { start + nameCount + 2..<start + nameCount + 2 + valueCount }
        var whole: Range<Int> { start..<start + nameCount + valueCount + 4 }
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

    /// How often a field occurs that may occur once.
    package enum Occurrence: Sendable, Equatable {
        case none
        case once(String)
        case several
    }

    package func occurrence(of name: FieldName) -> Occurrence {
        guard let first = place(of: name, from: 0) else { return .none }
        return place(of: name, from: first + 1) == nil ? .once(value(lines[first])) : .several
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
        let name = name.description.utf8
        text.append(contentsOf: name)
        text.append(contentsOf: [ASCII.colon, ASCII.space])
        text.append(contentsOf: value.utf8.lazy.map { ($0 < 0x20 && $0 != ASCII.tab) || $0 == 0x7F ? ASCII.space : $0 })
        text.append(contentsOf: [ASCII.carriageReturn, ASCII.lineFeed])
        lines.append(Line(start: start, nameCount: name.count, valueCount: value.utf8.count))
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
            var moved = line
            moved.start = kept.text.count
            kept.text += text[line.whole]
            kept.lines.append(moved)
        }
        self = kept
    }

    // MARK: For the codecs

    /// Adds a field whose bytes the decoder has already found to be a token and a field value.
    mutating func append(validName name: UnsafeRawBufferPointer, validValue value: Slice<UnsafeRawBufferPointer>) {
        if lines.isEmpty {
            text.reserveCapacity(512)
            lines.reserveCapacity(16)
        }
        lines.append(Line(start: text.count, nameCount: name.count, valueCount: value.count))
        text.append(contentsOf: name)
        text.append(ASCII.colon)
        text.append(ASCII.space)
        text.append(contentsOf: UnsafeRawBufferPointer(rebasing: value))
        text.append(ASCII.carriageReturn)
        text.append(ASCII.lineFeed)
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
        guard line.nameCount == name.folded.count else { return false }
        for index in 0..<line.nameCount where ASCII.lowercase(text[line.start + index]) != name.folded[index] {
            return false
        }
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

extension HTTPFields: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral fields: (FieldName, String)...) {
        for (name, value) in fields { append(name, value) }
    }
}
