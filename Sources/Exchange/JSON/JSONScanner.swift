/// Reads one JSON text (RFC 8259) strictly: UTF-8, no duplicate names, no control characters in strings, no lone
/// surrogates, nothing after the value.
///
/// A duplicate name is refused because two readers may pick different values, and the difference could be a dose.
struct JSONScanner {
    struct Fault: Error, Equatable {
        enum Reason: Equatable {
            case syntax(String)
            case tooDeep(limit: Int)
        }

        let reason: Reason
        /// 1-based, counted in bytes within the line.
        let line: Int
        let column: Int
    }

    private let bytes: [UInt8]
    private let depthLimit: Int
    private var position = 0

    private init(_ bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    /// - Parameter bytes: valid UTF-8 without a byte order mark.
    static func scan(_ bytes: [UInt8], depthLimit: Int) throws(Fault) -> JSONValue {
        var scanner = JSONScanner(bytes, depthLimit: depthLimit)
        scanner.skipWhitespace()
        let value = try scanner.value(depth: 0)
        scanner.skipWhitespace()
        guard scanner.position == bytes.count else { throw scanner.fault("there is something after the end") }
        return value
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        guard let first = peek else { throw fault("the text ends where a value is expected") }
        switch first {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw fault("no JSON value starts like this")
        }
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue {
        try enter(depth)
        var members: [String: JSONValue] = [:]
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipWhitespace()
            guard peek == UInt8(ascii: "\"") else { throw fault("a name in quotation marks is expected") }
            let start = position
            let name = try string()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon is expected") }
            skipWhitespace()
            guard members.updateValue(try value(depth: depth), forKey: name) == nil else {
                throw fault("the name \"\(name)\" appears twice in one object", at: start)
            }
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw fault("a comma or a closing brace is expected") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Fault) -> JSONValue {
        try enter(depth)
        var values: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(values) }
        repeat {
            skipWhitespace()
            values.append(try value(depth: depth))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw fault("a comma or a closing bracket is expected") }
        return .array(values)
    }

    private mutating func enter(_ depth: Int) throws(Fault) {
        guard depth <= depthLimit else { throw fault(.tooDeep(limit: depthLimit), at: position) }
        position += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
        let expected = word.withUTF8Buffer(Array.init)
        guard bytes[position...].starts(with: expected) else { throw fault("no JSON value starts like this") }
        position += expected.count
        return value
    }

    /// RFC 8259, section 6: an optional minus, no leading zeros, digits on both sides of the point.
    private mutating func number() throws(Fault) -> String {
        let start = position
        skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try digits() }
        if skip(UInt8(ascii: ".")) { try digits() }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { skip(UInt8(ascii: "-")) }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(Fault) {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw fault("a digit is expected") }
    }

    private mutating func string() throws(Fault) -> String {
        position += 1
        var content = ""
        var start = position
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                content += String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                return content
            case UInt8(ascii: "\\"):
                content += String(decoding: bytes[start..<position], as: UTF8.self)
                content.unicodeScalars.append(try escape())
                start = position
            case ..<0x20: throw fault("a control character must be escaped")
            default: position += 1
            }
        }
        throw fault("the text ends inside a string")
    }

    private mutating func escape() throws(Fault) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let byte = peek else { throw fault("the text ends inside a string") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw fault("there is no such escape", at: start)
        }
    }

    /// `\uXXXX`, or two of them as a surrogate pair (RFC 8259, section 7).
    private mutating func unicodeEscape(from start: Int) throws(Fault) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) else {
            throw fault("half of a surrogate pair is missing", at: start)
        }
        let trail = try hexadecimal()
        guard UTF16.isTrailSurrogate(trail) else { throw fault("half of a surrogate pair is missing", at: start) }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    private mutating func hexadecimal() throws(Fault) -> UInt16 {
        let end = position + 4
        guard end <= bytes.count,
            bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits are expected") }
        position = end
        return unit
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipWhitespace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    @discardableResult
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipWhitespace()
        return skip(byte)
    }

    private func fault(_ what: String, at offset: Int? = nil) -> Fault {
        fault(.syntax(what), at: offset ?? position)
    }

    private func fault(_ reason: Fault.Reason, at offset: Int) -> Fault {
        let before = bytes[..<min(offset, bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Fault(reason: reason, line: before.count { $0 == 0x0A } + 1, column: before.count - lineStart + 1)
    }
}
