/// Strings, numbers and words.
extension JSONReader {
    package mutating func string() throws(NotDirect) -> String {
        try expect(UInt8(ascii: "\""))
        let start = position
        let run = PlainText(in: text, from: start)
        position = run.end
        guard peek == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        position += 1
        return try Self.string(UnsafeBufferPointer(rebasing: text[start..<run.end]), isASCII: run.isASCII)
    }

    /// The string that began at `start` and has its first escape at `position`.
    private mutating func escapedString(from start: Int) throws(NotDirect) -> String {
        var content: [UInt8] = []
        content.reserveCapacity(2 * (position - start) + 64)
        var start = start
        while true {
            content.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
            if take(UInt8(ascii: "\"")) {
                return try content.withUnsafeBufferPointer { content throws(NotDirect) in
                    try Self.string(content, isASCII: false)
                }
            }
            try expect(UInt8(ascii: "\\"))
            content.append(contentsOf: String(try escape()).utf8)
            start = position
            position = PlainText(in: text, from: start).end
        }
    }

    /// Passes over a string and keeps nothing of it.
    mutating func skipString() throws(NotDirect) {
        try expect(UInt8(ascii: "\""))
        while true {
            let start = position
            let run = PlainText(in: text, from: start)
            position = run.end
            if !run.isASCII {
                _ = try Self.string(UnsafeBufferPointer(rebasing: text[start..<run.end]), isASCII: false)
            }
            if take(UInt8(ascii: "\"")) { return }
            try expect(UInt8(ascii: "\\"))
            _ = try escape()
        }
    }

    /// Where bytes are no UTF-8, the string is another one: it has replacement characters in their stead.
    private static func string(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) throws(NotDirect) -> String {
        var string = String(decoding: bytes, as: UTF8.self)
        guard isASCII || string.withUTF8({ $0.elementsEqual(bytes) }) else { throw NotDirect() }
        return string
    }

    /// What follows a backslash (RFC 8259, section 7).
    private mutating func escape() throws(NotDirect) -> Unicode.Scalar {
        guard let byte = peek else { throw NotDirect() }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw NotDirect()
        }
    }

    /// Four hexadecimal digits, or a surrogate pair of them.
    private mutating func unicodeEscape() throws(NotDirect) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit) else { throw NotDirect() }
        try expect(UInt8(ascii: "\\"))
        try expect(UInt8(ascii: "u"))
        let trail = try codeUnit()
        guard UTF16.isTrailSurrogate(trail) else { throw NotDirect() }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    private mutating func codeUnit() throws(NotDirect) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw NotDirect()
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    /// An integer as programs write it: no leading zeros, no negative zero, no fraction, no exponent.
    package mutating func integer() throws(NotDirect) -> Int {
        let token = try number()
        let isNegative = text[token.lowerBound] == UInt8(ascii: "-")
        // Counted downwards, since the smallest number has no positive counterpart.
        var value = 0
        for byte in text[token].dropFirst(isNegative ? 1 : 0) {
            guard let digit = Self.digit(byte) else { throw NotDirect() }
            let (shifted, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (next, isTooFar) = shifted.subtractingReportingOverflow(digit)
            if isTooLong || isTooFar { throw NotDirect() }
            value = next
        }
        guard isNegative ? value < 0 : value > .min else { throw NotDirect() }
        return isNegative ? value : -value
    }

    package mutating func double() throws(NotDirect) -> Double {
        guard let value = Double(String(decoding: text[try number()], as: UTF8.self)) else { throw NotDirect() }
        return value
    }

    /// Where a number without exponent stands, so short that it is neither too large nor too small (RFC 8259,
    /// section 6).
    mutating func number() throws(NotDirect) -> Range<Int> {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") || position - start > 30 { throw NotDirect() }
        return start..<position
    }

    private mutating func digits() throws(NotDirect) {
        let start = position
        while let byte = peek, Self.digit(byte) != nil { position += 1 }
        guard position > start else { throw NotDirect() }
    }

    private static func digit(_ byte: UInt8) -> Int? {
        let digit = Int(byte) - Int(UInt8(ascii: "0"))
        return (0...9).contains(digit) ? digit : nil
    }

    package mutating func bool() throws(NotDirect) -> Bool {
        if take("true") { return true }
        guard take("false") else { throw NotDirect() }
        return false
    }

    package mutating func takeNull() -> Bool { take("null") }

    private mutating func take(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= text.count, word ~= JSONKey(bytes: UnsafeBufferPointer(rebasing: text[position..<end])) else {
            return false
        }
        position = end
        return true
    }
}
