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

    /// Takes every complete message; answers to good ones leave before a bad one behind them is acted on.
    ///
    /// - Parameter hear: gets the opcode, text or binary, and the payload where it lies: good within the call only. It may
    ///   send and close, and must not read on.
    func proceed(_ input: inout ByteQueue, hear: (Opcode, UnsafeRawBufferPointer) -> Void) {
        while !isClosing {
            do throws(WebSocketError) {
                let found: Void? = try decoder.next(&input) { message in take(message, hear) }
                if found == nil { return }
            } catch {
                close(error.code, reason: error.reason)
            }
        }
    }

    private func take(_ message: WebSocketMessage, _ hear: (Opcode, UnsafeRawBufferPointer) -> Void) {
        switch message {
        case .text(let payload): hear(.text, payload)
        case .binary(let payload): hear(.binary, payload)
        case .ping(let payload): send(frame: FrameEncoder.frame(.pong, Array(payload)))
        case .pong: break
        // RFC 6455 section 5.5.1: a close is answered with its own code.
        case .close(let code, _): close(code)
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
