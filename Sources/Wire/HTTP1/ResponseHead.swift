/// A response up to its content.
package struct ResponseHead: Sendable, Equatable {
    package let status: HTTPStatus
    package let version: HTTPVersion
    package let fields: HTTPFields

    /// Whether the connection may carry another request.
    package var keepAlive: Bool {
        version == .http11 && !fields.list(for: .connection).contains { ASCII.equalIgnoringCase($0, "close") }
    }
}
