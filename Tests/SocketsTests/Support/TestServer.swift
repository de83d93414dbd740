import Foundation
import Sockets
import Testing

/// What a connection's handler was told.
enum Told: Equatable, Sendable {
    case handshaken
    case received(Int)
    case drained
    case overflowed
    /// The peer said goodbye: whether it is owed an answer.
    case askedForMore
    case closed(CloseReason)

    var isClosed: Bool { if case .closed = self { true } else { false } }
    var receivedByteCount: Int { if case .received(let count) = self { count } else { 0 } }
}

/// A handler made of closures, which writes down what it is told.
final class ScriptedHandler: ConnectionHandler {
    let journal: Journal<Told>
    var onHandshaken: (Connection) -> Void = { _ in }
    var onReceived: ([UInt8], Connection) -> Void = { _, _ in }
    var onDrained: (Connection) -> Void = { _ in }
    var onOverflowed: (Connection) -> Void = { _ in }
    var owesAnswer = false

    init(_ journal: Journal<Told>) { self.journal = journal }

    /// Sends everything back.
    static func echo(_ journal: Journal<Told>) -> ScriptedHandler {
        let handler = ScriptedHandler(journal)
        handler.onReceived = { $1.send($0) }
        return handler
    }

    func handshaken(_ connection: Connection) {
        journal.note(.handshaken)
        onHandshaken(connection)
    }

    func received(_ bytes: UnsafeRawBufferPointer, on connection: Connection) {
        journal.note(.received(bytes.count))
        onReceived(Array(bytes), connection)
    }

    func owesAnswer(_ connection: Connection) -> Bool {
        if owesAnswer { journal.note(.askedForMore) }
        return owesAnswer
    }

    func drained(_ connection: Connection) {
        journal.note(.drained)
        onDrained(connection)
    }

    func overflowed(_ connection: Connection) {
        journal.note(.overflowed)
        onOverflowed(connection)
    }

    func closed(_ connection: Connection, reason: CloseReason) {
        journal.note(.closed(reason))
    }
}

/// A loop with a listener on a port of the kernel's choice, for the length of a test.
struct TestServer {
    let loop: EventLoop
    let listener: LoopBound<Listener>
    let address: SocketAddress
    let certificates: Certificates
    /// What all handlers were told.
    let journal: Journal<Told>

    /// Runs `body` with a server whose connections are handled by what `makeHandler` makes.
    static func run(
        at address: SocketAddress = .loopback,
        limits: Listener.Limits = Listener.Limits(),
        loop loopLimits: EventLoop.Limits = EventLoop.Limits(),
        context: TLSContext? = nil,
        makeHandler: @escaping @Sendable (Journal<Told>) -> ScriptedHandler = ScriptedHandler.echo,
        _ body: (TestServer) throws -> Void
    ) throws {
        let certificates = try Certificates.shared()
        let context = try context ?? certificates.serverContext()
        let journal = Journal<Told>()
        let loop = try EventLoop(limits: loopLimits)
        try loop.start(name: "test-loop")
        defer {
            loop.stop()
            loop.join()
        }
        let listener = try LoopBound.make(on: loop) {
            try Listener(address, context: context, limits: limits, on: loop) { _ in makeHandler(journal) }
        }
        let bound = try listener.callAndWait { $0.address }
        try body(
            TestServer(loop: loop, listener: listener, address: bound, certificates: certificates, journal: journal)
        )
    }

    func connect(host: String? = nil) throws -> BlockingTLSClient {
        try BlockingTLSClient.connect(
            host: host ?? address.host,
            port: address.port,
            context: certificates.clientContext()
        )
    }

    /// Answers one peer until something was told of another, which costs the first nothing; and not for ever.
    func serve(_ quick: BlockingTLSClient, until isExpected: (Told) -> Bool) throws {
        let deadline = ContinuousClock.Instant.patience
        while !journal.all.contains(where: isExpected) {
            guard ContinuousClock.now < deadline else { throw BlockingTLSClient.Failure.timedOut }
            let answer = try quick.echo("quick")
            #expect(answer == "quick")
        }
    }
}

extension BlockingTLSClient {
    func write(_ text: String) throws { try write(Array(text.utf8), deadline: .patience) }

    /// Reads exactly `count` bytes.
    func read(exactly count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = try read(atMost: count - bytes.count, deadline: .patience)
            guard !more.isEmpty else { throw Failure.truncated }
            bytes += more
        }
        return bytes
    }

    /// Reads up to the server's goodbye.
    func readToEnd() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let more = try read(deadline: .patience)
            if more.isEmpty { return bytes }
            bytes += more
        }
    }

    /// Writes `text` and reads as much again.
    func echo(_ text: String) throws -> String {
        try write(text)
        return String(decoding: try read(exactly: text.utf8.count), as: UTF8.self)
    }
}

/// Bytes of which no two stretches look alike.
func pattern(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
    }
}
