/// How much a WebSocket peer may send. One more of anything is answered with close code 1009.
package struct WebSocketLimits: Sendable, Equatable {
    /// Payload of one frame, in bytes.
    package var frame = 64 * 1024
    /// Payload of one message over all its fragments, in bytes.
    package var message = 64 * 1024
    /// Frames of one message; without this bound a message of empty fragments would never end.
    package var fragments = 64

    package init() {}

    package init(frame: Int, message: Int, fragments: Int) {
        self.frame = frame
        self.message = message
        self.fragments = fragments
    }
}
