/// Where a run of characters ends that stand for themselves in a JSON string (RFC 8259, section 7).
enum PlainText {
    /// The offset of the first quotation mark, backslash or control character from `start` on, or `text.count`.
    ///
    /// Eight bytes at a time: in each mask the lowest marked byte is a true one, carries mark only what is above it.
    static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while position + 8 <= text.count {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + position).loadUnaligned(
                    as: UInt64.self
                )
            )
            let marked = control(word) | equal(word, quotes) | equal(word, backslashes)
            if marked != 0 { return position + marked.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < text.count, isPlain(text[position]) { position += 1 }
        return position
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits = ones << 7
    private static let quotes = ones &* UInt64(UInt8(ascii: "\""))
    private static let backslashes = ones &* UInt64(UInt8(ascii: "\\"))

    /// Marks the bytes below 0x20.
    private static func control(_ word: UInt64) -> UInt64 { (word &- ones &* 0x20) & ~word & highBits }

    /// Marks the bytes that are the same in both.
    private static func equal(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        return (difference &- ones) & ~difference & highBits
    }
}
