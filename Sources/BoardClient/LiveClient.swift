import Cryptography
package import Sockets
import Synchronization
package import Wire

/// A WebSocket to `/ws`. One thread receives, any may send.
package final class LiveClient: Sendable {
    package enum Received: Sendable {
        /// One JSON message.
        case message([UInt8])
        case closed(code: Int?)
    }

    /// The server did not open the socket: its answer.
    package struct Refused: Error, CustomStringConvertible {
        package var status: Int
        package var description: String { "the server answered \(status)" }
    }

    private struct Incoming: ~Copyable {
        var input: ByteQueue
        var decoder: FrameDecoder
    }

    private let connection: BlockingTLSClient
    private let incoming: Mutex<Incoming>
    private let sending = Mutex(())
    private static let timeout = Duration.seconds(15)

    /// Connects and opens the socket.
    package static func open(
        _ server: ServerAddress,
        context: TLSContext,
        fields: HTTPFields
    ) throws -> LiveClient {
        let deadline = ContinuousClock.now + timeout
        let connection = try BlockingTLSClient.connect(
            host: server.host,
            port: server.port,
            context: context,
            timeout: timeout
        )
        let handshake = ClientHandshake(nonce: SecureRandom.bytes(16), subprotocols: ["consilium.v1"])
        let host = Authority(host: server.host, port: Int(server.port))
        try connection.write(handshake.request("/ws", host: host, fields: fields), deadline: deadline)
        var input = ByteQueue()
        var decoder = ResponseDecoder()
        while true {
            while let event = try decoder.next(&input) {
                guard case .head(let head) = event else { continue }
                guard head.status == .switchingProtocols else {
                    connection.close()
                    throw Refused(status: head.status.code)
                }
                _ = try handshake.verify(head, sha1: SHA1.hashForWebSocketAccept)
                while try decoder.next(&input) != .end {}
                return LiveClient(connection, input: input)
            }
            let bytes = try connection.read(deadline: deadline)
            if bytes.isEmpty { throw HTTPClient.Broken(description: "the server ended the connection") }
            input.append(bytes)
        }
    }

    private init(_ connection: BlockingTLSClient, input: consuming sending ByteQueue) {
        self.connection = connection
        var limits = WebSocketLimits()
        limits.frame = 1 << 20
        limits.message = 1 << 20
        incoming = Mutex(Incoming(input: input, decoder: FrameDecoder(role: .client, limits: limits)))
    }

    /// Sends one JSON message.
    package func send(_ json: [UInt8]) throws { try write(.text, json) }

    private func write(_ opcode: Opcode, _ payload: [UInt8]) throws {
        let bytes = SecureRandom.bytes(4)
        let frame = FrameEncoder.frame(
            opcode,
            payload,
            maskedWith: MaskingKey(bytes[0], bytes[1], bytes[2], bytes[3])
        )
        try sending.withLock { _ in try connection.write(frame, deadline: .now + Self.timeout) }
    }

    private enum Heard {
        case text([UInt8])
        case ping([UInt8])
        case close(Int?)
        case other
    }

    /// Waits for the next message; answers pings on the way.
    package func receive(deadline: ContinuousClock.Instant) throws -> Received {
        while true {
            let heard = try incoming.withLock { incoming -> Heard? in
                try incoming.decoder.next(&incoming.input) { message in
                    switch message {
                    case .text(let bytes): .text(Array(bytes))
                    case .ping(let bytes): .ping(Array(bytes))
                    case .close(let code, _): .close(code.map { Int($0.rawValue) })
                    case .binary, .pong: .other
                    }
                }
            }
            switch heard {
            case .text(let bytes): return .message(bytes)
            case .ping(let payload): try write(.pong, payload)
            case .close(let code):
                connection.close()
                return .closed(code: code)
            case .other: continue
            case nil:
                let bytes = try connection.read(deadline: deadline)
                if bytes.isEmpty { return .closed(code: nil) }
                incoming.withLock { $0.input.append(bytes) }
            }
        }
    }

    package func close() { connection.close() }
}
