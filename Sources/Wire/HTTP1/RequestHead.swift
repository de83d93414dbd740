/// A request up to its content, checked and ready to be routed.
package struct RequestHead: Sendable, Equatable {
    package let method: HTTPMethod
    package let target: RequestTarget
    package let version: HTTPVersion
    package let fields: HTTPFields
    /// Whom the request is meant for. Only HTTP/1.0 may leave it out.
    package let authority: Authority?
    /// The announced length; nil without content and when it comes in chunks.
    package let contentLength: Int?
    package let isChunked: Bool
    /// Whether the connection may serve another request. HTTP/1.0 gets one request per connection.
    package let keepAlive: Bool
    /// Whether the client waits for `100 Continue` before it sends the content.
    package let expectsContinue: Bool
    /// The protocols the client offers to change to (RFC 9110 section 7.8); none unless `Connection` says so too.
    package let upgrade: [String]

    package var hasBody: Bool { isChunked || (contentLength ?? 0) > 0 }

    /// - Throws: 400, 413, 417 or 501.
    init(_ line: RequestLine, _ fields: HTTPFields) throws(HTTPError) {
        method = line.method
        target = line.target
        version = line.version
        self.fields = fields

        let host = try Self.host(fields, version: line.version)
        authority = line.target.authority ?? host

        let framing = try MessageFraming(fields, version: line.version)
        isChunked = framing == .chunked
        if case .length(let length) = framing { contentLength = length } else { contentLength = nil }

        let connection = fields.list(for: .connection)
        guard connection.allSatisfy({ ByteSet.token.containsAll($0.utf8) }) else {
            throw .badRequest("Connection is not a list of tokens")
        }
        let isHTTP11 = line.version == .http11
        keepAlive = isHTTP11 && !connection.contains { ASCII.equalIgnoringCase($0, "close") }
        let mayUpgrade = isHTTP11 && connection.contains { ASCII.equalIgnoringCase($0, "upgrade") }
        upgrade = mayUpgrade ? fields.list(for: .upgrade) : []

        // RFC 9110 section 10.1.1: HTTP/1.0 cannot expect anything, and nothing is expected without content.
        let expectations = isHTTP11 ? fields.values(for: .expect) : []
        guard expectations.allSatisfy({ ASCII.equalIgnoringCase($0, "100-continue") }) else {
            throw HTTPError(.expectationFailed, "the only expectation met here is 100-continue")
        }
        expectsContinue = !expectations.isEmpty && framing != .none && framing != .length(0)
    }

    var framing: MessageFraming {
        isChunked ? .chunked : contentLength.map(MessageFraming.length) ?? .none
    }

    /// RFC 9112 section 3.2: exactly one `Host`, and a valid one, with every HTTP/1.1 request, even beside an absolute target.
    private static func host(_ fields: HTTPFields, version: HTTPVersion) throws(HTTPError) -> Authority? {
        if version == .http10, !fields.contains(.host) { return nil }
        guard let host = fields.withOnlyValue(of: .host, Authority.init) ?? nil else {
            throw .badRequest("a request names one valid host")
        }
        return host
    }
}
