/// The chunked transfer coding (RFC 9112 section 7.1). Extensions are checked and ignored, trailers checked and dropped.
struct ChunkedDecoder: Sendable {
    private enum Expected: Sendable {
        case size
        case data(left: Int)
        case dataEnd
        case trailers
    }

    private var expected = Expected.size
    private var lines = LineScanner()
    private var trailers = FieldSectionDecoder()
    private var received = 0
    private var extensionBytes = 0

    /// - Throws: 400 for a broken chunk, 413 when the chunks announce more than `bodyLimit`, 431 for too many trailers.
    mutating func next(
        _ input: inout ByteQueue,
        limits: HTTPLimits,
        bodyLimit: Int
    ) throws(HTTPError) -> BodyDecoder.Event? {
        while true {
            switch expected {
            case .size:
                guard let size = try chunkSize(&input, limits: limits) else { return nil }
                guard size <= bodyLimit - received else { throw BodyDecoder.tooLarge }
                received += size
                expected = size == 0 ? .trailers : .data(left: size)
            case .data(let left):
                guard let bytes = BodyDecoder.take(&input, atMost: left) else { return nil }
                expected = bytes.count == left ? .dataEnd : .data(left: left - bytes.count)
                return .bytes(bytes)
            case .dataEnd:
                guard Self.mayBeginWithLineEnd(input) else { throw .badRequest("a chunk is not followed by CRLF") }
                guard input.count >= 2 else { return nil }
                input.consume(2)
                expected = .size
            case .trailers:
                let complete = try trailers.next(
                    &input,
                    byteLimit: limits.trailerSection,
                    countLimit: limits.fieldCount
                )
                return complete == nil ? nil : .end
            }
        }
    }

    private static func mayBeginWithLineEnd(_ input: borrowing ByteQueue) -> Bool {
        input.withUnsafeReadableBytes { $0.prefix(2).elementsEqual("\r\n".utf8.prefix($0.count)) }
    }

    private mutating func chunkSize(_ input: inout ByteQueue, limits: HTTPLimits) throws(HTTPError) -> Int? {
        let found = try lines.next(in: input, limit: limits.chunkLine) {
            .badRequest("a chunk-size line exceeds its limit")
        }
        guard let length = found else { return nil }
        let (size, extensions) = try input.withUnsafeReadableBytes { bytes throws(HTTPError) in
            try Self.parse(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
        }
        input.consume(length + 2)
        extensionBytes += extensions
        guard extensionBytes <= limits.chunkExtensions else { throw .badRequest("chunk extensions exceed their limit") }
        return size
    }

    /// `1*HEXDIG [ chunk-ext ]`: the size and the length of the extensions.
    private static func parse(_ line: UnsafeRawBufferPointer) throws(HTTPError) -> (size: Int, extensions: Int) {
        var size = 0
        var index = 0
        while index < line.count, let digit = ASCII.hexDigit(line[index]) {
            guard size <= Int.max >> 4 else { throw BodyDecoder.tooLarge }
            size = size << 4 | digit
            index += 1
        }
        guard index > 0 else { throw .badRequest("a chunk begins with its size in hexadecimal digits") }
        let extensions = UnsafeRawBufferPointer(rebasing: line[index...])
        guard extensions.isEmpty || ChunkExtensions.areValid(extensions) else {
            throw .badRequest("a chunk size is followed by something else than extensions")
        }
        return (size, extensions.count)
    }
}
