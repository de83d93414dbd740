/// `method SP request-target SP HTTP-version` (RFC 9112 section 3), with single spaces and nothing else around them.
struct RequestLine: Sendable {
    let method: HTTPMethod
    let target: RequestTarget
    let version: HTTPVersion

    init(_ line: UnsafeRawBufferPointer, limits: HTTPLimits, scheme: String) throws(HTTPError) {
        guard let first = line.firstIndex(of: ASCII.space),
            let second = line[(first + 1)...].firstIndex(of: ASCII.space), second > first + 1
        else { throw .badRequest("the request line is not three words between single spaces") }
        version = try HTTPVersion(UnsafeRawBufferPointer(rebasing: line[(second + 1)...]))
        guard let method = HTTPMethod(line[..<first]) else {
            throw .badRequest("the method is not a token")
        }
        guard first <= limits.method else { throw HTTPError(.notImplemented, "no method has so long a name") }
        self.method = method
        let bytes = UnsafeRawBufferPointer(rebasing: line[(first + 1)..<second])
        target = try RequestTarget(bytes, method: method, scheme: scheme)
    }
}
