package import BoardClient
import Foundation
import Glibc
package import Sockets
import Wire

/// Peers that mean harm or are broken, each kind on a thread of its own and at a steady pace, so that what they cost the
/// server is measured and not what they cost the machine: they have the processors' time that nobody else wants, as if they
/// came from machines of their own.
package final class Crowd: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case silent = "says nothing"
        case plain = "speaks plain HTTP"
        case garbage = "speaks garbage"
        case resetting = "resets in the handshake"
        case slow = "says a byte at a time"
        case filing = "files without end"
        case unreading = "floods and never reads"
        case pinging = "floods pings"
        case fragmenting = "sends empty fragments"
    }

    private struct State {
        var isOver = false
        var running = 0
        var turns: [String: Int] = [:]
    }

    private let state = Monitor(State())
    private let address: ServerAddress
    private let context: TLSContext
    private let token: String
    private let kinds: [Kind]
    package static let pace = Duration.milliseconds(10)
    /// SCHED_IDLE of Linux (sched(7)), which Swift's Glibc does not show: whatever else is to run does so at once.
    private static let idlePolicy: Int32 = 5

    /// - Parameters:
    ///   - token: what those who sign in come with.
    ///   - kinds: one peer of each at a time; each comes again in the next turn.
    package init(_ address: ServerAddress, context: TLSContext, token: String, kinds: [Kind] = Kind.allCases) {
        self.address = address
        self.context = context
        self.token = token
        self.kinds = kinds
    }

    /// How often each kind had its turn.
    package var turns: [String: Int] { state.withLock(\.turns) }

    package func start() {
        for kind in kinds { run(kind) }
    }

    /// What one of a kind does; the result stays until it is released.
    private func turn(of kind: Kind) -> AnyObject? {
        switch kind {
        case .silent:
            return Held(socket())
        case .plain:
            return say(Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
        case .garbage:
            return say([22, 3, 1, 0xFF, 0xFF] + [UInt8](repeating: 0xAA, count: 4_000))
        case .resetting:
            let descriptor = socket()
            write(descriptor, [22, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3])
            reset(descriptor)
            return nil
        case .slow:
            return say([UInt8(ascii: "G")], over: try? connect())
        case .filing:
            let fields = "Host: localhost\r\nIdempotency-Key: k\r\nAuthorization: Bearer \(token)\r\n"
            let head = "POST /api/cases/nowhere/documents HTTP/1.1\r\n\(fields)Content-Length: \(12 << 20)\r\n\r\n"
            return say(Array(head.utf8) + [UInt8](repeating: 0x20, count: 256 << 10), over: try? connect())
        case .unreading:
            let client = try? socketOnBoard()
            for number in 0..<300 { say(frame(.text, Array(#"{"id":"\#(number)","beat":{}}"#.utf8)), over: client) }
            return client
        case .pinging:
            return say((0..<2_000).flatMap { _ in frame(.ping, []) }, over: try? socketOnBoard())
        case .fragmenting:
            let empty: [UInt8] = [0x80, 0, 0, 0, 0]
            return say([0x01] + empty + (0..<2_000).flatMap { _ in [0x00] + empty }, over: try? socketOnBoard())
        }
    }

    /// Everyone goes, without a goodbye; returns when they are gone.
    package func end() {
        state.withLock { $0.isOver = true }
        state.withLock(when: { $0.running == 0 }) { _ in }
    }

    /// Something that is kept to the end of the crowd.
    private final class Held {
        private let descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit { close(descriptor) }
    }

    /// One turn after the other until the end; what they return is kept, the last hundred of it.
    private func run(_ kind: Kind) {
        // More of these would only find what their person may say used up.
        let limit = kind == .unreading ? 8 : Int.max
        state.withLock { $0.running += 1 }
        let thread = Thread { [self] in
            var none = sched_param()
            precondition(sched_setscheduler(0, Self.idlePolicy, &none) == 0, "anybody may be idle")
            var held: [AnyObject] = []
            var count = 0
            repeat {
                if count < limit {
                    if let result = turn(of: kind) { held.append(result) }
                    if held.count > 100 { held.removeFirst() }
                    count += 1
                }
            } while state.withLock(when: { $0.isOver }, before: .now + Self.pace) { _ in true } == nil
            held = []
            state.withLock {
                $0.turns[kind.rawValue] = count
                $0.running -= 1
            }
        }
        thread.name = kind.rawValue
        thread.start()
    }

    private func connect() throws -> BlockingTLSClient {
        try BlockingTLSClient.connect(host: address.host, port: address.port, context: context)
    }

    private func socketOnBoard() throws -> BlockingTLSClient {
        let client = try connect()
        let host = Authority(host: address.host, port: Int(address.port))
        let handshake = ClientHandshake(nonce: [UInt8](1...16), subprotocols: ["consilium.v1"])
        let fields: HTTPFields = ["Authorization": "Bearer \(token)"]
        try client.write(handshake.request("/ws", host: host, fields: fields), deadline: .now + .seconds(5))
        return client
    }

    private func frame(_ opcode: Opcode, _ payload: [UInt8]) -> [UInt8] {
        FrameEncoder.frame(opcode, payload, maskedWith: MaskingKey(1, 2, 3, 4))
    }

    /// As much as the peer takes within a second.
    @discardableResult
    private func say(_ bytes: [UInt8], over client: BlockingTLSClient?) -> AnyObject? {
        try? client?.write(bytes, deadline: .now + .seconds(1))
        return client
    }

    private func say(_ bytes: [UInt8]) -> AnyObject? {
        let descriptor = socket()
        write(descriptor, bytes)
        return Held(descriptor)
    }

    /// A TCP connection from an address that is only the crowd's.
    private func socket() -> Int32 {
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        bind(descriptor, 2, port: 0, with: Glibc.bind)
        bind(descriptor, 1, port: address.port, with: Glibc.connect)
        return descriptor
    }

    private func bind(
        _ descriptor: Int32,
        _ lastByte: UInt32,
        port: UInt16,
        with call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = (127 << 24 | lastByte).bigEndian
        withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    private func write(_ descriptor: Int32, _ bytes: [UInt8]) {
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private func reset(_ descriptor: Int32) {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout.size(ofValue: option)))
        close(descriptor)
    }
}
