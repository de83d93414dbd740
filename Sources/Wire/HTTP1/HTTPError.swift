/// The peer broke the protocol. The owner answers with `status` and `fields`, then closes the connection: what follows on it
/// can no longer be told apart from what went wrong.
package struct HTTPError: Error, Sendable, Equatable {
    package let status: HTTPStatus
    /// A short sentence about the rule, free of anything the peer sent.
    package let reason: String
    /// Fields the status demands, such as `Upgrade` with 426.
    package let fields: HTTPFields

    package init(_ status: HTTPStatus, _ reason: String, fields: HTTPFields = HTTPFields()) {
        self.status = status
        self.reason = reason
        self.fields = fields
    }

    package static func badRequest(_ reason: String) -> HTTPError {
        HTTPError(.badRequest, reason)
    }
}
