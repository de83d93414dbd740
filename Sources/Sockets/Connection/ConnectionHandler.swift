/// The protocol spoken on one connection. All calls come on the loop's thread, never one inside of another, and none
/// after `closed`.
package protocol ConnectionHandler: AnyObject {
    /// The handshake is complete; bytes may come.
    func handshaken(_ connection: Connection)

    /// Bytes came, in order and in any pieces. They are gone when the call returns.
    func received(_ bytes: UnsafeRawBufferPointer, on connection: Connection)

    /// The peer said goodbye and sends no more: whether an answer is still owed to it, which the owner then sends, and closes.
    /// Otherwise the connection closes behind what was sent.
    func owesAnswer(_ connection: Connection) -> Bool

    /// All output that had to wait for the peer is taken: the time to send more of something long.
    func drained(_ connection: Connection)

    /// The peer does not take what it is sent: `ConnectionLimits.pendingOutputByteCount` was exceeded, and what was
    /// sent since is dropped. The handler may still send `lastWordsByteCount`; then the connection closes.
    func overflowed(_ connection: Connection)

    /// The connection is gone. Comes exactly once.
    func closed(_ connection: Connection, reason: CloseReason)
}

extension ConnectionHandler {
    package func handshaken(_ connection: Connection) {}
    package func owesAnswer(_ connection: Connection) -> Bool { false }
    package func drained(_ connection: Connection) {}
    package func overflowed(_ connection: Connection) {}
}

/// Why a connection ended.
package enum CloseReason: Sendable, Equatable {
    /// The peer said goodbye.
    case byPeer
    /// `close` was called.
    case byOwner
    /// The peer vanished without a goodbye.
    case truncated
    /// The peer did not take its output.
    case overflowed
    case handshakeTimedOut
    /// The peer took nothing of its output for `ConnectionLimits.writeTimeout`.
    case writeTimedOut
    /// `ConnectionLimits.closeTimeout` passed after the goodbye, before the peer closed as well.
    case closeTimedOut
    /// The peer broke TLS, or does not speak it; or the kernel failed. For the log.
    case failed(String)
}
