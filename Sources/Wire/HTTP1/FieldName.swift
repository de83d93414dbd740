/// The name of a header field: a token, compared without regard to case (RFC 9110 section 5.1).
package struct FieldName: Sendable, Equatable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let description: String
    /// In lower case, for comparison.
    let folded: [UInt8]

    /// Nil unless it is a token.
    package init?(_ text: String) {
        guard !text.isEmpty, ByteSet.token.containsAll(text.utf8) else { return nil }
        description = text
        folded = text.utf8.map(ASCII.lowercase)
    }

    /// For names written in the source; one that is no token is a typing error and stops the program at its first use.
    package init(stringLiteral text: String) {
        precondition(!text.isEmpty && ByteSet.token.containsAll(text.utf8), "\(text) is not a field name")
        description = text
        folded = text.utf8.map(ASCII.lowercase)
    }

    package static func == (left: FieldName, right: FieldName) -> Bool {
        left.folded == right.folded
    }

    package static let acceptEncoding: FieldName = "Accept-Encoding"
    package static let acceptRanges: FieldName = "Accept-Ranges"
    package static let allow: FieldName = "Allow"
    package static let cacheControl: FieldName = "Cache-Control"
    package static let connection: FieldName = "Connection"
    package static let contentEncoding: FieldName = "Content-Encoding"
    package static let contentLength: FieldName = "Content-Length"
    package static let contentRange: FieldName = "Content-Range"
    package static let contentType: FieldName = "Content-Type"
    package static let cookie: FieldName = "Cookie"
    package static let date: FieldName = "Date"
    package static let eTag: FieldName = "ETag"
    package static let expect: FieldName = "Expect"
    package static let host: FieldName = "Host"
    package static let ifMatch: FieldName = "If-Match"
    package static let ifNoneMatch: FieldName = "If-None-Match"
    package static let ifRange: FieldName = "If-Range"
    package static let location: FieldName = "Location"
    package static let origin: FieldName = "Origin"
    package static let range: FieldName = "Range"
    package static let retryAfter: FieldName = "Retry-After"
    package static let setCookie: FieldName = "Set-Cookie"
    package static let transferEncoding: FieldName = "Transfer-Encoding"
    package static let upgrade: FieldName = "Upgrade"
    package static let vary: FieldName = "Vary"
    package static let wwwAuthenticate: FieldName = "WWW-Authenticate"
    package static let webSocketAccept: FieldName = "Sec-WebSocket-Accept"
    package static let webSocketExtensions: FieldName = "Sec-WebSocket-Extensions"
    package static let webSocketKey: FieldName = "Sec-WebSocket-Key"
    package static let webSocketProtocol: FieldName = "Sec-WebSocket-Protocol"
    package static let webSocketVersion: FieldName = "Sec-WebSocket-Version"
}
