/// Base64 (RFC 4648): the standard alphabet, or the one for URLs and cookies. Decoding is strict, so that a text has
/// exactly one meaning and a value exactly one text.
package enum Base64 {
    package enum Alphabet: Sendable {
        /// `+` and `/`, section 4.
        case standard
        /// `-` and `_`, section 5.
        case url
    }

    package static func encode(
        _ bytes: [UInt8],
        alphabet: Alphabet = .standard,
        padded: Bool = true
    ) -> String {
        let digits = digits(of: alphabet)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for offset in 0..<3 {
                bits = bits << 8 | (offset < group.count ? UInt32(group[start + offset]) : 0)
            }
            for position in 0..<4 {
                if position <= group.count {
                    text.append(digits[Int(bits >> (18 - 6 * UInt32(position)) & 63)])
                } else if padded {
                    text.append(UInt8(ascii: "="))
                }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes, or nil for a foreign character, missing or surplus padding, or bits set beyond the last byte.
    package static func decode(
        _ text: some StringProtocol,
        alphabet: Alphabet = .standard,
        padded: Bool = true
    ) -> [UInt8]? {
        var body = Array(text.utf8)
        if padded {
            guard body.count % 4 == 0 else { return nil }
            for _ in 0..<2 where body.last == UInt8(ascii: "=") { body.removeLast() }
        }
        guard body.count % 4 != 1 else { return nil }
        let digits = digits(of: alphabet)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count * 3 / 4)
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        for character in body {
            guard let value = digits.firstIndex(of: character) else { return nil }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        let surplus = bits & (1 << bitCount - 1)
        return surplus == 0 ? bytes : nil
    }

    private static func digits(of alphabet: Alphabet) -> [UInt8] {
        let common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        switch alphabet {
        case .standard: return Array((common + "+/").utf8)
        case .url: return Array((common + "-_").utf8)
        }
    }
}
