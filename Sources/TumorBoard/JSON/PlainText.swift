/// A run of characters that stand for themselves in a JSON string (RFC 8259, section 7).
struct PlainText {
    /// The offset of the first quotation mark, backslash or control character, or that of the text's end.
    let end: Int
    let isASCII: Bool

    /// The run that begins at `start`. Eight bytes at a time: a mask is not zero if and only if one of the bytes is such
    /// a character.
    init(in text: UnsafeBufferPointer<UInt8>, from start: Int) {
        var position = start
        var seen: UInt64 = 0
        while position + 8 <= text.count, let base = text.baseAddress {
            let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
            if Self.control(word) | Self.equal(word, Self.quotes) | Self.equal(word, Self.backslashes) != 0 { break }
            seen |= word
            position += 8
        }
        while position < text.count, Self.isPlain(text[position]) {
            seen |= UInt64(text[position])
            position += 1
        }
        end = position
        isASCII = seen & Self.highBits == 0
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits = ones << 7
    private static let quotes = ones &* UInt64(UInt8(ascii: "\""))
    private static let backslashes = ones &* UInt64(UInt8(ascii: "\\"))

    /// Not zero if a byte is below 0x20.
    private static func control(_ word: UInt64) -> UInt64 { (word &- ones &* 0x20) & ~word & highBits }

    /// Not zero if a byte is the same in both.
    private static func equal(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        return (difference &- ones) & ~difference & highBits
    }
}
