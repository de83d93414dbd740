import Sockets
import Wire

/// Says every message back as it came: what conformance suites and load generators talk to. Confined to the loop.
///
/// It reads frames by the same code as the board's socket. It asks nobody who they are and takes large messages, so it is
/// there only if the operator asks for it.
final class EchoConversation: UpgradedConversation {
    private let socket: WebSocketConversation
    private let limits: ServerLimits
    private var header = ByteQueue()

    init(_ connection: Connection, limits: ServerLimits) {
        socket = WebSocketConversation(connection, limits: limits.echo)
        self.limits = limits
        // A whole message behind what may already wait, with the headers of its frames.
        connection.limits.pendingOutputByteCount = 2 * (limits.pendingFrameBytes + limits.echo.message)
    }

    func proceed(_ input: inout ByteQueue) -> Int {
        let count = socket.proceed(&input, upTo: limits.messagesPerTurn, admit: { _ in true }) { opcode, payload in
            sayBack(opcode, payload)
        }
        guard socket.connection.pendingOutputByteCount > limits.pendingFrameBytes else { return count }
        // A peer that sends and does not read has to wait.
        socket.connection.pauseReading()
        socket.connection.tellWhenDrained()
        return count
    }

    /// One frame, its payload sent from where it lies.
    private func sayBack(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) {
        FrameEncoder.appendHeader(opcode, payloadCount: payload.count, to: &header)
        let isTaken = header.withUnsafeReadableBytes { socket.connection.send($0) }
        header.removeAll()
        if isTaken { _ = socket.connection.send(payload) }
    }

    func drained() { socket.connection.resumeReading() }

    func overflowed() { socket.overflowed(.tryAgainLater, reason: "too slow") }

    func closed() { socket.closed() }

    func sweep(silence: Duration) {
        if silence > limits.heartbeat { socket.close(.goingAway, reason: "silent") }
    }

    func goDown() { socket.close(.serviceRestart, reason: "going down") }
}
