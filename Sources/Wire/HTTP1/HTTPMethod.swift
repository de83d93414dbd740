/// A request method: a case-sensitive token (RFC 9110 section 9.1).
package struct HTTPMethod: RawRepresentable, Sendable, Hashable {
    package let rawValue: String

    /// Nil unless it is a token, so a method can never carry a space or a line end onto the wire.
    package init?(rawValue: String) {
        guard !rawValue.isEmpty, ByteSet.token.containsAll(rawValue.utf8) else { return nil }
        self.rawValue = rawValue
    }

    /// The same for bytes of a request line; the methods seen every day need neither a check nor a new string.
    init?(_ bytes: Slice<UnsafeRawBufferPointer>) {
        for method in Self.common where method.rawValue.utf8.elementsEqual(bytes) {
            self = method
            return
        }
        self.init(rawValue: PercentEncoding.plain(bytes))
    }

    private static let common: [HTTPMethod] = [.get, .head, .post, .put, .patch, .delete]

    private init(known rawValue: String) { self.rawValue = rawValue }

    /// Whether a server here understands it at all; any other is 501, which is not the same as 405 (RFC 9110 section 9.1).
    package var isImplemented: Bool { self == .options || Self.common.contains(self) }

    package static let get = HTTPMethod(known: "GET")
    package static let head = HTTPMethod(known: "HEAD")
    package static let post = HTTPMethod(known: "POST")
    package static let put = HTTPMethod(known: "PUT")
    package static let patch = HTTPMethod(known: "PATCH")
    package static let delete = HTTPMethod(known: "DELETE")
    package static let options = HTTPMethod(known: "OPTIONS")
    package static let connect = HTTPMethod(known: "CONNECT")
    package static let trace = HTTPMethod(known: "TRACE")
}
