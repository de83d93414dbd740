import Sockets
import Wire

/// A WebSocket behind its handshake: whole messages in, frames out, one orderly end. Confined to the loop.
///
/// The only place where frames are read here. What the messages mean is their owner's affair.
final class WebSocketConversation {
    let connection: Connection
    private(set) var isClosing = false
    /// The code it was closed with from here, in answer to the peer's too.
    private(set) var ending: CloseCode?
    private(set) var sentByteCount = 0
    private var decoder: FrameDecoder

    init(_ connection: Connection, limits: WebSocketLimits) {
        self.connection = connection
        decoder = FrameDecoder(role: .server, limits: limits)
    }

    /// Takes complete messages; answers to good ones leave before a bad one behind them is acted on.
    ///
    /// - Parameters:
    ///   - limit: after so many the others have their turn.
    ///   - admit: whether one more message of so many bytes may be taken; pings and pongs count. Its owner closes when not.
    ///   - hear: gets the opcode, text or binary, and the payload where it lies: good within the call only. It may
    ///     send and close, and must not read on.
    /// - Returns: how many messages there were; as many as `limit` means that there may be more.
    func proceed(
        _ input: inout ByteQueue,
        upTo limit: Int,
        admit: (Int) -> Bool,
        hear: (Opcode, UnsafeRawBufferPointer) -> Void
    ) -> Int {
        var count = 0
        while !isClosing, count < limit {
            do throws(WebSocketError) {
                let found: Void? = try decoder.next(&input) { message in take(message, admit, hear) }
                if found == nil { return count }
                count += 1
            } catch {
                close(error.code, reason: error.reason)
            }
        }
        return count
    }

    private func take(
        _ message: WebSocketMessage,
        _ admit: (Int) -> Bool,
        _ hear: (Opcode, UnsafeRawBufferPointer) -> Void
    ) {
        if case .close(let code, _) = message {
            // RFC 6455 section 5.5.1: a close is answered with its own code.
            return close(code)
        }
        switch message {
        case .text(let payload): if admit(payload.count) { hear(.text, payload) }
        case .binary(let payload): if admit(payload.count) { hear(.binary, payload) }
        case .ping(let payload): if admit(payload.count) { send(frame: FrameEncoder.frame(.pong, Array(payload))) }
        case .pong(let payload): _ = admit(payload.count)
        case .close: break
        }
    }

    /// Sends a whole frame.
    func send(frame: [UInt8]) {
        sentByteCount += frame.count
        _ = connection.send(frame)
    }

    /// Says why, and ends the connection when that is sent.
    func close(_ code: CloseCode?, reason: String = "") {
        guard !isClosing else { return }
        isClosing = true
        ending = code
        send(frame: FrameEncoder.close(code, reason: reason))
        connection.close(afterFlush: true)
    }

    /// The peer takes too little: the last words of a connection that drops the rest.
    func overflowed(_ code: CloseCode, reason: String) {
        isClosing = true
        ending = code
        send(frame: FrameEncoder.close(code, reason: reason))
    }

    /// The connection is gone.
    func closed() { isClosing = true }
}
