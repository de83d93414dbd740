/// Where the content of a message ends (RFC 9112 section 6).
enum MessageFraming: Sendable, Equatable {
    case none
    case length(Int)
    case chunked

    /// Reads `Content-Length` and `Transfer-Encoding`.
    ///
    /// Whatever two readers could understand differently is refused, because that is how requests are smuggled: both fields
    /// at once, the length twice even if it agrees, `chunked` twice or not last, any coding under HTTP/1.0.
    /// - Throws: 400, 413 for a length no machine can hold, or 501 for a coding other than `chunked`.
    init(_ fields: HTTPFields, version: HTTPVersion) throws(HTTPError) {
        let hasLength = fields.contains(.contentLength)
        guard fields.contains(.transferEncoding) else {
            self = hasLength ? .length(try Self.length(fields)) : .none
            return
        }
        guard !hasLength else { throw .badRequest("Content-Length and Transfer-Encoding at once") }
        guard version == .http11 else { throw .badRequest("HTTP/1.0 knows no Transfer-Encoding") }
        let codings = fields.list(for: .transferEncoding)
        guard !codings.isEmpty, codings.allSatisfy({ ByteSet.token.containsAll($0.utf8) }) else {
            throw .badRequest("Transfer-Encoding is not a list of codings")
        }
        let places = codings.indices.filter { ASCII.equalIgnoringCase(codings[$0], "chunked") }
        guard places.isEmpty || places == [codings.count - 1] else {
            throw .badRequest("chunked must be the last coding and stand once")
        }
        guard codings.count == 1, !places.isEmpty else {
            throw HTTPError(.notImplemented, "the only transfer coding here is chunked")
        }
        self = .chunked
    }

    private static func length(_ fields: HTTPFields) throws(HTTPError) -> Int {
        let values = fields.values(for: .contentLength)
        guard values.count == 1, !values[0].isEmpty, values[0].utf8.allSatisfy({ ASCII.digit($0) != nil }) else {
            throw .badRequest("Content-Length is not one number")
        }
        guard let length = ASCII.decimal(values[0].utf8) else {
            throw HTTPError(.contentTooLarge, "Content-Length is beyond any limit")
        }
        return length
    }
}
