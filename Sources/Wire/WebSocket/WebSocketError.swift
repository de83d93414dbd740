/// The peer broke RFC 6455 or a limit. The owner flushes what it already answered, sends a close frame with this code and ends
/// the connection.
package struct WebSocketError: Error, Sendable, Equatable {
    package let code: CloseCode
    /// A short sentence about the rule, free of anything the peer sent; fit for the close frame and the log.
    package let reason: String

    package init(_ code: CloseCode, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    static func broken(_ reason: String) -> WebSocketError { WebSocketError(.protocolError, reason) }
    static func tooBig(_ reason: String) -> WebSocketError { WebSocketError(.messageTooBig, reason) }
    static let notUTF8 = WebSocketError(.invalidPayload, "a text is not UTF-8")
}
