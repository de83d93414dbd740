import BoardClient
import Cryptography
import Foundation
import Sockets
package import Wire

/// One TLS connection that keeps every plaintext byte the server ever sent: HTTP first, perhaps a WebSocket later.
///
/// What is sent is up to the test, byte by byte if it likes. Used by one thread.
package final class RecordedConnection {
    package struct Answer {
        package var status: Int
        package var fields: HTTPFields
        package var body: [UInt8]

        package var text: String { String(decoding: body, as: UTF8.self) }

        /// The body's JSON object.
        package var object: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
        }
    }

    package enum Heard: Equatable {
        case text(String)
        case closed(Int?)
    }

    package private(set) var received: [UInt8] = []
    private let connection: BlockingTLSClient
    private let host: Authority
    private var input = ByteQueue()
    private var frames: FrameDecoder
    private static let patience = Duration.seconds(20)

    package init(_ board: TestBoard) throws {
        let address = board.address
        connection = try .connect(host: address.host, port: address.port, context: board.context)
        host = Authority(host: address.host, port: Int(address.port))
        var limits = WebSocketLimits()
        limits.frame = 1 << 20
        limits.message = 1 << 20
        frames = FrameDecoder(role: .client, limits: limits)
    }

    deinit { connection.close() }

    package func close() { connection.close() }

    package func write(_ bytes: [UInt8]) throws { try connection.write(bytes, deadline: .now + Self.patience) }

    /// Sends what is the last, with a goodbye that comes at once behind it.
    package func writeAndSayGoodbye(_ bytes: [UInt8]) throws {
        try write(bytes)
        try connection.finishWriting(deadline: .now + Self.patience)
    }

    /// Takes more bytes; false when the server has ended the connection.
    private func read() throws -> Bool {
        let bytes: [UInt8]
        do {
            bytes = try connection.read(deadline: .now + Self.patience)
        } catch BlockingTLSClient.Failure.truncated {
            return false
        }
        received += bytes
        input.append(bytes)
        return !bytes.isEmpty
    }

    /// Whether the server ends the connection and says nothing before.
    package func endsSilently() throws -> Bool { try input.isEmpty && !read() }

    // MARK: HTTP

    package func request(
        _ method: String,
        _ target: String,
        fields: HTTPFields = [:],
        body: [UInt8]? = nil
    ) throws -> Answer {
        guard let verb = HTTPMethod(rawValue: method) else { throw TestBoard.Refused(description: method) }
        try write(RequestEncoder.encode(verb, target, host: host, fields: fields, body: body))
        return try answer(to: verb)
    }

    /// The next answer, to a request that was written by hand.
    package func answer(to method: HTTPMethod = .get) throws -> Answer {
        var decoder = ResponseDecoder()
        decoder.method = method
        decoder.bodyLimit = 64 << 20
        var head: ResponseHead?
        var body: [UInt8] = []
        while true {
            while let event = try decoder.next(&input) {
                switch event {
                case .interim: continue
                case .head(let found): head = found
                case .body(let bytes): body += bytes
                case .end:
                    guard let head else { throw TestBoard.Refused(description: "an answer without a head") }
                    return Answer(status: head.status.code, fields: head.fields, body: body)
                }
            }
            guard try read() else { throw TestBoard.Refused(description: "the server ended the connection") }
        }
    }

    /// Whether the next thing the server says is `100 Continue`; takes it, and nothing else.
    package func hasInterimAnswer() throws -> Bool {
        let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
        while input.count < interim.count, try read() {}
        let isInterim = input.withUnsafeReadableBytes { $0.starts(with: interim) }
        if isInterim { input.consume(interim.count) }
        return isInterim
    }

    // MARK: WebSocket

    /// Opens `/ws` or another path, always with the same key: so the whole answer can be compared too.
    @discardableResult
    package func upgrade(
        _ fields: HTTPFields,
        at path: String = "/ws",
        subprotocols: [String] = ["consilium.v1"]
    ) throws -> Answer {
        let handshake = ClientHandshake(nonce: [UInt8](1...16), subprotocols: subprotocols)
        try write(handshake.request(path, host: host, fields: fields))
        return try answer()
    }

    package func say(_ json: String) throws { try write(.text, Array(json.utf8)) }

    package func write(_ opcode: Opcode, _ payload: [UInt8]) throws {
        try write(FrameEncoder.frame(opcode, payload, maskedWith: MaskingKey(1, 2, 3, 4)))
    }

    /// The next message, or how the socket ended.
    package func hear() throws -> Heard {
        while true {
            let heard = try frames.next(&input) { message -> Heard? in
                switch message {
                case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
                case .close(let code, _): .closed(code.map { Int($0.rawValue) })
                case .ping, .pong, .binary: nil
                }
            }
            if let heard {
                if let heard { return heard }
            } else {
                guard try read() else { return .closed(nil) }
            }
        }
    }

    /// Messages up to the first that holds `text`; throws when the socket ends before.
    @discardableResult
    package func hear(until text: String) throws -> [String] {
        var messages: [String] = []
        while true {
            switch try hear() {
            case .closed(let code):
                let last = messages.suffix(3).map { $0.prefix(200) }
                throw TestBoard.Refused(description: "closed \(code ?? 0) before \(text), after \(last)")
            case .text(let message):
                messages.append(message)
                if message.contains(text) { return messages }
            }
        }
    }

    /// The close code with which the socket ends, whatever comes before.
    package func ending() throws -> Int? {
        while true {
            if case .closed(let code) = try hear() { return code }
        }
    }
}

extension TestBoard {
    /// The fields that say who asks.
    package func bearing(_ person: String) -> HTTPFields { ["Authorization": "Bearer \(token(of: person))"] }

    /// An open WebSocket of a person, with the greeting taken.
    package func socket(_ person: String) throws -> RecordedConnection {
        let connection = try RecordedConnection(self)
        let answer = try connection.upgrade(bearing(person))
        guard answer.status == 101 else { throw Refused(description: "upgrade: \(answer.status)") }
        try connection.hear(until: #""push":"hello""#)
        return connection
    }
}
