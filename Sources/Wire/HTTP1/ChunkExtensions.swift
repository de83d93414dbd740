/// The grammar of chunk extensions (RFC 9112 section 7.1.1). They mean nothing here, but what is not even one is refused.
enum ChunkExtensions {
    /// `*( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] )`
    static func areValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            skipWhitespace(&rest)
            guard skip(ASCII.semicolon, &rest) else { return false }
            skipWhitespace(&rest)
            guard skipToken(&rest) else { return false }
            let behindName = rest
            skipWhitespace(&rest)
            guard skip(ASCII.equals, &rest) else {
                rest = behindName
                continue
            }
            skipWhitespace(&rest)
            guard skipToken(&rest) || skipQuotedString(&rest) else { return false }
        }
        return true
    }

    private static func skip(_ byte: UInt8, _ rest: inout Slice<UnsafeRawBufferPointer>) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private static func skipWhitespace(_ rest: inout Slice<UnsafeRawBufferPointer>) {
        rest = rest.drop(while: ASCII.isWhitespace)
    }

    private static func skipToken(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Bool {
        let behind = rest.drop(while: ByteSet.token.contains)
        defer { rest = behind }
        return behind.count < rest.count
    }

    /// RFC 9110 section 5.6.4.
    private static func skipQuotedString(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Bool {
        guard skip(ASCII.quote, &rest) else { return false }
        while let byte = rest.popFirst() {
            if byte == ASCII.quote { return true }
            let text = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
            guard let text, text >= 0x20 || text == ASCII.tab, text != 0x7F else { return false }
        }
        return false
    }
}
