/// Reads the content of a message by its framing, whichever side reads it.
struct BodyDecoder: Sendable {
    enum Event: Equatable {
        case bytes([UInt8])
        case end
    }

    private enum State: Sendable {
        case length(left: Int)
        case chunked
    }

    private var state: State
    private var chunks = ChunkedDecoder()

    init(_ framing: MessageFraming) {
        state =
            switch framing {
            case .none: .length(left: 0)
            case .length(let length): .length(left: length)
            case .chunked: .chunked
            }
    }

    static let tooLarge = HTTPError(.contentTooLarge, "the content exceeds its limit")

    /// An announced length is refused before a byte of the content has come.
    /// - Throws: 400, 413 or 431.
    func checkLength(limit: Int) throws(HTTPError) {
        if case .length(let length) = state, length > limit { throw Self.tooLarge }
    }

    /// - Throws: 400, 413 or 431.
    mutating func next(_ input: inout ByteQueue, limits: HTTPLimits, bodyLimit: Int) throws(HTTPError) -> Event? {
        switch state {
        case .length(0): return .end
        case .length(let left):
            guard let bytes = Self.take(&input, atMost: left) else { return nil }
            state = .length(left: left - bytes.count)
            return .bytes(bytes)
        case .chunked: return try chunks.next(&input, limits: limits, bodyLimit: bodyLimit)
        }
    }

    /// What has come of the content, or nil when nothing has.
    static func take(_ input: inout ByteQueue, atMost limit: Int) -> [UInt8]? {
        guard !input.isEmpty else { return nil }
        let bytes = input.withUnsafeReadableBytes { [UInt8]($0.prefix(limit)) }
        input.consume(bytes.count)
        return bytes
    }
}
