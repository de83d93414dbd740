/// Reads one JSON text (RFC 8259) once, from the first byte to the last, where it lies.
///
/// Strict: valid UTF-8, no control characters, no lone surrogates, nothing after the value. What it does not take it
/// answers with ``NotDirect``; a value is only ever what Foundation reads from the same bytes.
package struct JSONReader: ~Copyable {
    /// Deeper texts are left to Foundation.
    private static let depthLimit = 32

    let text: UnsafeBufferPointer<UInt8>
    var position = 0
    private var depth = 0
    /// Just behind an opening bracket, where no comma stands before what follows.
    private var isFirst = false

    private init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// The one value of the text.
    package static func read<Value: JSONReadable>(
        _ type: Value.Type,
        from text: UnsafeBufferPointer<UInt8>
    ) throws(NotDirect) -> Value {
        var reader = JSONReader(text)
        reader.skipSpace()
        let value = try Value(reading: &reader)
        try reader.end()
        return value
    }

    private mutating func end() throws(NotDirect) {
        skipSpace()
        guard peek == nil else { throw NotDirect() }
    }

    package mutating func value<Value: JSONReadable>(_ type: Value.Type = Value.self) throws(NotDirect) -> Value {
        try Value(reading: &self)
    }

    /// Reads a member's value that is not there yet. What `null` is, and which of two members of one name counts, is
    /// Foundation's to say.
    package mutating func read<Value: JSONReadable>(_ field: inout Value?) throws(NotDirect) {
        guard field == nil else { throw NotDirect() }
        field = try Value(reading: &self)
    }

    /// A value to be read once more: what is read of it here is forgotten again.
    package mutating func ahead<Value: JSONReadable>(_ type: Value.Type) throws(NotDirect) -> Value {
        let start = position
        let value = try Value(reading: &self)
        position = start
        return value
    }

    // MARK: Objects and arrays

    package mutating func openObject() throws(NotDirect) { try open(UInt8(ascii: "{")) }

    /// The next member's name, with the reader before its value; nothing, behind the object's end.
    package mutating func nextKey() throws(NotDirect) -> JSONKey? {
        guard try isMore(before: UInt8(ascii: "}")) else { return nil }
        try expect(UInt8(ascii: "\""))
        let start = position
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte < 0x80, PlainText.isPlain(byte) else { throw NotDirect() }
            position += 1
        }
        let key = JSONKey(bytes: UnsafeBufferPointer(rebasing: text[start..<position]))
        try expect(UInt8(ascii: "\""))
        skipSpace()
        try expect(UInt8(ascii: ":"))
        skipSpace()
        return key
    }

    package mutating func openArray() throws(NotDirect) { try open(UInt8(ascii: "[")) }

    /// Whether an element follows, with the reader before it; otherwise the reader is behind the array's end.
    package mutating func nextElement() throws(NotDirect) -> Bool { try isMore(before: UInt8(ascii: "]")) }

    private mutating func open(_ bracket: UInt8) throws(NotDirect) {
        try expect(bracket)
        depth += 1
        guard depth <= Self.depthLimit else { throw NotDirect() }
        isFirst = true
    }

    private mutating func isMore(before bracket: UInt8) throws(NotDirect) -> Bool {
        skipSpace()
        let isFirst = isFirst
        self.isFirst = false
        if take(bracket) {
            depth -= 1
            return false
        }
        if !isFirst {
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
        return true
    }

    /// Passes over a value of any kind.
    package mutating func skipValue() throws(NotDirect) {
        switch peek {
        case UInt8(ascii: "{"):
            try openObject()
            while try nextKey() != nil { try skipValue() }
        case UInt8(ascii: "["):
            try openArray()
            while try nextElement() { try skipValue() }
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
        case UInt8(ascii: "n"): guard takeNull() else { throw NotDirect() }
        default: _ = try number()
        }
    }

    // MARK: Bytes

    @inline(__always)
    var peek: UInt8? { position < text.count ? text[position] : nil }

    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    @inline(__always)
    mutating func expect(_ byte: UInt8) throws(NotDirect) {
        guard take(byte) else { throw NotDirect() }
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }
}
