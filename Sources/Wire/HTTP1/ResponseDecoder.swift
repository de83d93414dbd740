/// What a client reads from a connection, in order.
package enum ResponseEvent: Sendable, Equatable {
    /// A response 1xx in front of the final one; 101 is itself final.
    case interim(ResponseHead)
    case head(ResponseHead)
    case body([UInt8])
    case end
}

/// Reads responses as strictly as `RequestDecoder` reads requests.
///
/// Content must have a length or come in chunks: content that ends with the connection looks the same whole and cut short,
/// so it is refused. After `.end` of a 101 the rest of the queue belongs to the new protocol. The first error is final.
package struct ResponseDecoder: Sendable {
    /// The method of the request that the next response answers; set it before each, since `HEAD` has no content.
    package var method = HTTPMethod.get
    package var bodyLimit: Int

    private enum Expected: Sendable {
        case line
        case fields(HTTPStatus, HTTPVersion)
        case bodyStart
        case body
        case nothing(HTTPError)
    }

    private let limits: HTTPLimits
    private var expected = Expected.line
    private var lines = LineScanner()
    private var section = FieldSectionDecoder()
    private var body = BodyDecoder(.none)
    private var interims = 0

    package init(limits: HTTPLimits = HTTPLimits()) {
        self.limits = limits
        bodyLimit = limits.body
    }

    /// The next event, or nil until more has come.
    /// - Throws: always with 502, the answer of one who is handed a broken response.
    package mutating func next(_ input: inout ByteQueue) throws(HTTPError) -> ResponseEvent? {
        do throws(HTTPError) {
            return try advance(&input)
        } catch {
            let failure = HTTPError(.badGateway, error.reason)
            expected = .nothing(failure)
            throw failure
        }
    }

    private mutating func advance(_ input: inout ByteQueue) throws(HTTPError) -> ResponseEvent? {
        while true {
            switch expected {
            case .line:
                guard let line = try readLine(&input) else { return nil }
                expected = .fields(line.status, line.version)
            case .fields(let status, let version):
                let complete = try section.next(
                    &input,
                    byteLimit: limits.fieldSection,
                    countLimit: limits.fieldCount
                )
                guard let fields = complete else { return nil }
                return try begin(ResponseHead(status: status, version: version, fields: fields))
            case .bodyStart:
                try body.checkLength(limit: bodyLimit)
                expected = .body
            case .body:
                switch try body.next(&input, limits: limits, bodyLimit: bodyLimit) {
                case nil: return nil
                case .bytes(let bytes): return .body(bytes)
                case .end:
                    expected = .line
                    bodyLimit = limits.body
                    return .end
                }
            case .nothing(let error):
                throw error
            }
        }
    }

    private mutating func begin(_ head: ResponseHead) throws(HTTPError) -> ResponseEvent {
        if head.status.isInformational, head.status != .switchingProtocols {
            interims += 1
            guard interims <= limits.interimResponses else { throw .badRequest("too many interim responses") }
            expected = .line
            return .interim(head)
        }
        interims = 0
        if method == .head || head.status.forbidsContent {
            body = BodyDecoder(.none)
        } else {
            let framing = try MessageFraming(head.fields, version: head.version)
            guard framing != .none else {
                throw .badRequest("a response without a length cannot be told from a cut one")
            }
            body = BodyDecoder(framing)
        }
        expected = .bodyStart
        return .head(head)
    }

    private mutating func readLine(
        _ input: inout ByteQueue
    ) throws(HTTPError) -> (status: HTTPStatus, version: HTTPVersion)? {
        let found = try lines.next(in: input, limit: limits.startLine) {
            .badRequest("the status line exceeds its limit")
        }
        guard let length = found else { return nil }
        let line = try input.withUnsafeReadableBytes { bytes throws(HTTPError) in
            try Self.parse(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
        }
        input.consume(length + 2)
        return line
    }

    /// `HTTP-version SP 3DIGIT SP [ reason-phrase ]` (RFC 9112 section 4).
    private static func parse(
        _ line: UnsafeRawBufferPointer
    ) throws(HTTPError) -> (status: HTTPStatus, version: HTTPVersion) {
        guard line.count >= 13, line[8] == ASCII.space, line[12] == ASCII.space,
            let status = ASCII.decimal(line[9..<12]).flatMap(HTTPStatus.init(code:)),
            line[13...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == ASCII.tab })
        else { throw .badRequest("the status line is broken") }
        return (status, try HTTPVersion(UnsafeRawBufferPointer(rebasing: line[..<8])))
    }
}
