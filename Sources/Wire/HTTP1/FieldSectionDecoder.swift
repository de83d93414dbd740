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
                try append(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
            }
            input.consume(length + 2)
            used += length + 2
        }
    }

    private static func tooLarge() -> HTTPError {
        HTTPError(.fieldsTooLarge, "the fields exceed their limit")
    }

    /// `field-name ":" OWS field-value OWS`.
    private mutating func append(_ line: UnsafeRawBufferPointer) throws(HTTPError) {
        // RFC 9112 section 5.2: a line folding is refused, as is white space before the first field (section 2.2).
        guard !ASCII.isWhitespace(line[0]) else { throw .badRequest("a field line begins with white space") }
        let token = ByteSet.token
        var colon = 0
        while colon < line.count, token.contains(line[colon]) { colon += 1 }
        // Section 5.1: no white space between the name and the colon.
        guard colon > 0, colon < line.count, line[colon] == ASCII.colon else {
            throw .badRequest("a field name is a token with its colon right behind it")
        }
        let value = ASCII.trimmed(line[(colon + 1)...])
        guard Self.isFieldValue(value) else { throw .badRequest("a field value holds a control character") }
        fields.append(validName: UnsafeRawBufferPointer(rebasing: line[..<colon]), validValue: value)
    }

    /// RFC 9110 section 5.5. There is no early exit, so that the loop becomes one over whole vectors.
    private static func isFieldValue(_ value: Slice<UnsafeRawBufferPointer>) -> Bool {
        var controls: UInt8 = 0
        for byte in UnsafeRawBufferPointer(rebasing: value) {
            controls |= (byte < 0x20 && byte != ASCII.tab) || byte == 0x7F ? 1 : 0
        }
        return controls == 0
    }
}
