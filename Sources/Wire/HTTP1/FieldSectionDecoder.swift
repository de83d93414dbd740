/// Reads field lines up to the empty line behind them (RFC 9112 section 5): a header or a trailer section.
struct FieldSectionDecoder: Sendable {
    private var lines = LineScanner()
    private var fields = HTTPFields()
    private var used = 0

    /// The fields once the section is complete; until then nil, and `input` holds at most one unfinished line.
    /// - Throws: 400, or 431 when the section exceeds `byteLimit` (line ends and empty line counted) or `countLimit`.
    mutating func next(
        _ input: inout ByteQueue,
        byteLimit: Int,
        countLimit: Int
    ) throws(HTTPError) -> HTTPFields? {
        while true {
            let left = byteLimit - used
            guard let length = try lines.next(in: input, limit: left - 2, excess: Self.tooLarge) else { return nil }
            if length == 0 {
                input.consume(2)
                defer { self = FieldSectionDecoder() }
                return fields
            }
            guard fields.count < countLimit else { throw Self.tooLarge() }
            try input.withUnsafeReadableBytes { bytes throws(HTTPError) in
                try append(UnsafeRawBufferPointer(rebasing: bytes[..<(length + 2)]))
            }
            input.consume(length + 2)
            used += length + 2
        }
    }

    private static func tooLarge() -> HTTPError {
        HTTPError(.fieldsTooLarge, "the fields exceed their limit")
    }

    /// `field-name ":" OWS field-value OWS CRLF`.
    private mutating func append(_ line: UnsafeRawBufferPointer) throws(HTTPError) {
        // RFC 9112 section 5.2: a line folding is refused, as is white space before the first field (section 2.2).
        guard !ASCII.isWhitespace(line[0]) else { throw .badRequest("a field line begins with white space") }
        let token = ByteSet.token
        var colon = 0
        while token.contains(line[colon]) { colon += 1 }
        // Section 5.1: no white space between the name and the colon.
        guard colon > 0, line[colon] == ASCII.colon else {
            throw .badRequest("a field name is a token with its colon right behind it")
        }
        var (start, end) = (colon + 1, line.count - 2)
        while start < end, ASCII.isWhitespace(line[start]) { start += 1 }
        while start < end, ASCII.isWhitespace(line[end - 1]) { end -= 1 }
        guard !Self.holdsControl(UnsafeRawBufferPointer(rebasing: line[start..<end])) else {
            throw .badRequest("a field value holds a control character")
        }
        fields.append(validLine: line, colon: colon, value: start..<end)
    }

    /// RFC 9110 section 5.5: a value holds no control character but the tab. Eight bytes are looked at in one word.
    private static func holdsControl(_ value: UnsafeRawBufferPointer) -> Bool {
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var index = 0
        while index + 8 <= value.count {
            let word = value.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // The top bit of some byte is set in the first if one is below 0x20, in the second if one is 0x7F.
            let below = (word &- ones &* 0x20) & ~word & tops
            let delete = ((word ^ (ones &* 0x7F)) &- ones) & ~(word ^ (ones &* 0x7F)) & tops
            if below | delete != 0, value[index..<(index + 8)].contains(where: isControl) { return true }
            index += 8
        }
        return value[index...].contains(where: isControl)
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        (byte < 0x20 && byte != ASCII.tab) || byte == 0x7F
    }
}
