package import BoardClient
import Foundation
import Glibc
package import Sockets
import Wire

/// Peers that mean harm or are broken, each kind on a thread of its own and at a steady pace, so that what they cost the
/// server is measured and not what they cost the machine: they have the processors' time that nobody else wants, as if they
/// came from machines of their own.
package final class Crowd: Sendable {
    private struct State {
        var isOver = false
        var running = 0
        var turns: [String: Int] = [:]
    }

    private let state = Monitor(State())
    private let address: ServerAddress
    private let context: TLSContext
    private let token: String
    package static let pace = Duration.milliseconds(10)
    /// SCHED_IDLE of Linux (sched(7)), which Swift's Glibc does not show: whatever else is to run does so at once.
    private static let idlePolicy: Int32 = 5

    /// - Parameter token: what those who sign in come with.
    package init(_ address: ServerAddress, context: TLSContext, token: String) {
        self.address = address
        self.context = context
        self.token = token
    }

    /// How often each kind had its turn.
    package var turns: [String: Int] { state.withLock(\.turns) }

    package func start() {
        run("says nothing") { [self] in Held(socket()) }
        run("speaks plain HTTP") { [self] in say(Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8)) }
        run("speaks garbage") { [self] in say([22, 3, 1, 0xFF, 0xFF] + [UInt8](repeating: 0xAA, count: 4_000)) }
        run("resets in the handshake") { [self] in
            let descriptor = socket()
            write(descriptor, [22, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3])
            reset(descriptor)
            return nil
        }
        run("says a byte at a time") { [self] in
            let client = try? connect()
            try? client?.write([UInt8(ascii: "G")], deadline: .now + .seconds(5))
            return client
        }
        run("files without end") { [self] in
            let client = try? connect()
            let fields = "Host: localhost\r\nIdempotency-Key: k\r\nAuthorization: Bearer \(token)\r\n"
            let head = "POST /api/cases/nowhere/documents HTTP/1.1\r\n\(fields)Content-Length: \(12 << 20)\r\n\r\n"
            let start = Array(head.utf8) + [UInt8](repeating: 0x20, count: 256 << 10)
            try? client?.write(start, deadline: .now + .seconds(1))
            return client
        }
        run("floods and never reads", times: 8) { [self] in
            let client = try? socketOnBoard()
            for number in 0..<300 {
                let beat = Array(#"{"id":"\#(number)","beat":{}}"#.utf8)
                try? client?.write(frame(.text, beat), deadline: .now + .seconds(1))
            }
            return client
        }
        run("floods pings") { [self] in
            let client = try? socketOnBoard()
            let pings = (0..<2_000).flatMap { _ in frame(.ping, []) }
            try? client?.write(pings, deadline: .now + .seconds(1))
            return client
        }
        run("sends empty fragments") { [self] in
            let client = try? socketOnBoard()
            let empty: [UInt8] = [0x80, 0, 0, 0, 0]
            let fragments = [0x01] + empty + (0..<2_000).flatMap { _ in [0x00] + empty }
            try? client?.write(fragments, deadline: .now + .seconds(1))
            return client
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

    /// Repeats `turn` until the end, and keeps the last hundred of what it returns.
    private func run(_ name: String, times limit: Int = .max, _ turn: @escaping @Sendable () -> AnyObject?) {
        state.withLock { $0.running += 1 }
        let thread = Thread { [self] in
            var none = sched_param()
            precondition(sched_setscheduler(0, Self.idlePolicy, &none) == 0, "anybody may be idle")
            var held: [AnyObject] = []
            var count = 0
            repeat {
                if count < limit {
                    if let result = turn() { held.append(result) }
                    if held.count > 100 { held.removeFirst() }
                    count += 1
                }
            } while state.withLock(when: { $0.isOver }, before: .now + Self.pace) { _ in true } == nil
            held = []
            state.withLock {
                $0.turns[name] = count
                $0.running -= 1
            }
        }
        thread.name = name
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
