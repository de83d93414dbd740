/// What a server reads from a connection, in order: a head, the content piece by piece, its end.
package enum RequestEvent: Sendable, Equatable {
    case head(RequestHead)
    case body([UInt8])
    case end
}

/// Reads HTTP/1.1 requests strictly (RFC 9112): one request after the other, from bytes that come in any pieces.
///
/// After `.head` the owner may set `bodyLimit` for that request; the next call refuses an announced length above it, so a
/// client that waits for `100 Continue` is refused without sending. After `.end` the owner answers before it asks for more:
/// the requests a client sends ahead stay in the queue. After a change of protocol the rest of the queue belongs to the new
/// one. The first error is final and thrown again by every further call.
package struct RequestDecoder: Sendable {
    package var bodyLimit: Int

    private enum Expected: Sendable {
        case line(mayBeEmpty: Bool)
        case fields
        case bodyStart
        case body
        case nothing
    }

    private let limits: HTTPLimits
    private let scheme: String
    private var expected = Expected.line(mayBeEmpty: true)
    private var lines = LineScanner()
    private var line: RequestLine?
    private var section = FieldSectionDecoder()
    private var body = BodyDecoder(.none)
    private var refusal: HTTPError?

    /// - Parameter scheme: the scheme of the connection; absolute targets with another are misdirected (421).
    package init(limits: HTTPLimits = HTTPLimits(), scheme: String = "https") {
        self.limits = limits
        self.scheme = scheme
        bodyLimit = limits.body
    }

    /// Whether the next byte would begin a request: silence is then idleness, and otherwise a request that stalls, be it in
    /// its first line.
    package var isBetweenRequests: Bool {
        if case .line(mayBeEmpty: true) = expected { !lines.isInLine } else { false }
    }

    /// The next event, or nil until more has come.
    /// - Throws: the answer to a request that breaks a rule or a limit.
    package mutating func next(_ input: inout ByteQueue) throws(HTTPError) -> RequestEvent? {
        do throws(HTTPError) {
            return try advance(&input)
        } catch {
            expected = .nothing
            refusal = error
            throw error
        }
    }

    private mutating func advance(_ input: inout ByteQueue) throws(HTTPError) -> RequestEvent? {
        while true {
            switch expected {
            case .line(let mayBeEmpty):
                guard try readLine(&input, mayBeEmpty: mayBeEmpty) else { return nil }
            case .fields:
                let complete = try section.next(
                    &input,
                    byteLimit: limits.fieldSection,
                    countLimit: limits.fieldCount
                )
                guard let fields = complete, let line = line.take() else { return nil }
                let head = try RequestHead(line, fields)
                body = BodyDecoder(head.framing)
                expected = .bodyStart
                return .head(head)
            case .bodyStart:
                try body.checkLength(limit: bodyLimit)
                expected = .body
            case .body:
                switch try body.next(&input, limits: limits, bodyLimit: bodyLimit) {
                case nil: return nil
                case .bytes(let bytes): return .body(bytes)
                case .end:
                    expected = .line(mayBeEmpty: true)
                    bodyLimit = limits.body
                    return .end
                }
            case .nothing:
                if let refusal { throw refusal }
                return nil
            }
        }
    }

    /// Reads a request line, or the one empty line that RFC 9112 section 2.2 lets old clients put in front of it.
    private mutating func readLine(_ input: inout ByteQueue, mayBeEmpty: Bool) throws(HTTPError) -> Bool {
        let found = try lines.next(in: input, limit: limits.startLine) {
            HTTPError(.uriTooLong, "the request line exceeds its limit")
        }
        guard let length = found else { return false }
        if length == 0, mayBeEmpty {
            expected = .line(mayBeEmpty: false)
        } else {
            let (limits, scheme) = (limits, scheme)
            line = try input.withUnsafeReadableBytes { bytes throws(HTTPError) in
                try RequestLine(UnsafeRawBufferPointer(rebasing: bytes[..<length]), limits: limits, scheme: scheme)
            }
            expected = .fields
        }
        input.consume(length + 2)
        return true
    }
}
