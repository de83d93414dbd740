/// What one connection may use. Times and amounts are named defaults; an operator may change them.
package struct ConnectionLimits: Sendable {
    /// The size of the loop's shared read buffer.
    package static let readBufferByteCount = 32 << 10

    /// Output that the peer has not taken yet; beyond it the handler is told `overflowed`.
    package var pendingOutputByteCount = 1 << 20
    /// What the handler may send beyond that to say why it closes.
    package var lastWordsByteCount = 256
    package var readByteCountPerTick = 32 << 10
    package var writtenByteCountPerTick = 64 << 10
    /// From the accepted socket to the end of the handshake.
    package var handshakeTimeout: Duration = .seconds(10)
    /// Output waits for so long without the peer's taking any of it, also while closing: the connection ends, at the latest
    /// after twice as long.
    package var writeTimeout: Duration = .seconds(20)
    /// From the goodbye, with all output handed to the kernel, to the end, whatever the peer does.
    package var closeTimeout: Duration = .seconds(5)

    package init() {}
}
