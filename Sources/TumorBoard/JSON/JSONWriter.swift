/// Writes JSON as ``Canonical`` does, byte for byte: no white space, slashes and all but ASCII's control characters
/// unescaped. Whoever writes an object gives its members in the order of their names.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []

    private init() { bytes.reserveCapacity(512) }

    /// The bytes of one value.
    package static func bytes(of value: some JSONWritable) throws(NotDirect) -> [UInt8] {
        var writer = JSONWriter()
        try value.write(to: &writer)
        return writer.bytes
    }

    // MARK: Objects

    package mutating func openObject() { bytes.append(UInt8(ascii: "{")) }

    package mutating func closeObject() { bytes.append(UInt8(ascii: "}")) }

    package mutating func member(_ name: StaticString, _ value: some JSONWritable) throws(NotDirect) {
        begin(name)
        try value.write(to: &self)
    }

    /// Absent where there is no value.
    package mutating func member<Value: JSONWritable>(_ name: StaticString, _ value: Value?) throws(NotDirect) {
        if let value { try member(name, value) }
    }

    /// A member whose name is not known beforehand.
    package mutating func member(named name: String, _ value: some JSONWritable) throws(NotDirect) {
        separate()
        string(name)
        bytes.append(UInt8(ascii: ":"))
        try value.write(to: &self)
    }

    /// The name and the colon before a member's value.
    package mutating func begin(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        raw(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    // MARK: Arrays

    package mutating func openArray() { bytes.append(UInt8(ascii: "[")) }

    package mutating func closeArray() { bytes.append(UInt8(ascii: "]")) }

    package mutating func element(_ value: some JSONWritable) throws(NotDirect) {
        separate()
        try value.write(to: &self)
    }

    /// A comma, unless the last byte is an opening bracket: the last byte of a value never is.
    private mutating func separate() {
        if bytes.last != UInt8(ascii: "{"), bytes.last != UInt8(ascii: "[") { bytes.append(UInt8(ascii: ",")) }
    }

    // MARK: Values

    package mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { text in
            var start = 0
            while true {
                let end = PlainText(in: text, from: start).end
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
                if end == text.count { return }
                escape(text[end])
                start = end + 1
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A quotation mark, a backslash, or a control character.
    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): raw(#"\""#)
        case UInt8(ascii: "\\"): raw(#"\\"#)
        case 0x08: raw(#"\b"#)
        case 0x09: raw(#"\t"#)
        case 0x0A: raw(#"\n"#)
        case 0x0C: raw(#"\f"#)
        case 0x0D: raw(#"\r"#)
        default:
            raw(#"\u00"#)
            for digit in [byte >> 4, byte & 0xF] {
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }

    package mutating func integer(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    mutating func ascii(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }
}
