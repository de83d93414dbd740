import BoardClient
import TestSupport
import Testing
import Wire

@testable import BoardServer
@testable import Sockets

/// What one peer asks for in one breath is taken a little at a time, and read no further than its answers are.
@Suite("Turns of a connection")
struct TurnTests {
    /// A board with one address more, and a look at what is behind its door.
    private struct Scene {
        let board: TestBoard
        let parts: DoorParts

        init(
            _ limits: ServerLimits,
            _ path: String = "/asked",
            _ handle: @escaping @Sendable (Call, EventLoop) -> Void = { call, _ in call.answer(.noContent) }
        ) throws {
            var opened: DoorParts?
            board = try TestBoard(limits: limits) { configuration, log in
                try Server(configuration, log: log) { parts in
                    let loop = parts.loop
                    let more = Endpoint(method: .get, pattern: path, isPublic: true) { handle($0, loop) }
                    let changed = parts.with(Router(parts.router.endpoints + [more]))
                    opened = changed
                    return changed
                }
            }
            parts = try #require(opened)
        }

        /// So many requests for the address, each with a field of so many bytes.
        func requests(_ count: Int, _ path: String = "/asked", padding: Int = 0) -> [UInt8] {
            let host = Authority(host: "localhost", port: Int(board.address.port))
            let fields: HTTPFields = padding == 0 ? [:] : ["Padding": String(repeating: "a", count: padding)]
            return (0..<count).flatMap { _ in RequestEncoder.encode(.get, path, host: host, fields: fields) }
        }

        /// The most output that ever waits at the end of a tick for somebody whom `counts` wants.
        func mostOutput(of counts: @escaping @Sendable (Conversation) -> Bool) throws -> Monitor<Int> {
            let most = Monitor(0)
            let parts = parts
            try parts.loop.callAndWait {
                parts.loop.onTickEnd {
                    let waiting = parts.conversations.value.everyone.filter(counts)
                        .map(\.connection.pendingOutputByteCount)
                    most.withLock { $0 = max($0, waiting.max() ?? 0) }
                }
            }
            return most
        }
    }

    @Test func `requests in one breath are taken a few in a tick`() throws {
        let ticks = Monitor<[UInt64]>([])
        let scene = try Scene(ServerLimits()) { call, loop in
            ticks.withLock { $0.append(loop.tick) }
            call.answer(.noContent)
        }
        defer { scene.board.end() }
        let client = try RecordedConnection(scene.board)
        let count = 200
        try client.write(scene.requests(count))
        for _ in 0..<count { #expect(try client.answer().status == 204) }
        let perTick = Dictionary(grouping: ticks.withLock(\.self), by: \.self).values.map(\.count)
        // Reading has a turn in a tick, and what was held back has one.
        #expect(perTick.allSatisfy { $0 <= 2 * ServerLimits().messagesPerTurn }, "\(perTick)")
    }

    @Test func `messages in one breath are answered a few in a tick`() throws {
        let scene = try Scene(ServerLimits())
        defer { scene.board.end() }
        try scene.board.add("p1")
        let socket = try scene.board.socket("p1")
        let most = try scene.mostOutput { $0.live != nil }
        let count = 300
        let beat = FrameEncoder.frame(.text, Array(#"{"id":"b","beat":{}}"#.utf8), maskedWith: MaskingKey(1, 2, 3, 4))
        try socket.write((0..<count).flatMap { _ in beat })
        for _ in 0..<count { try socket.hear(until: #""re":"b""#) }
        // None of the answers has as many bytes.
        #expect(most.withLock(\.self) <= 2 * ServerLimits().messagesPerTurn * 64)
    }

    @Test func `what is sent ahead of an answer is read up to a bound, and the rest when that is given`() throws {
        let held = Monitor<[Call]>([])
        var limits = ServerLimits()
        limits.sentAheadBytes = 16 << 10
        let scene = try Scene(limits) { call, _ in held.withLock { $0.append(call) } }
        defer { scene.board.end() }
        let client = try RecordedConnection(scene.board)
        let healthy = try RecordedConnection(scene.board)
        try client.write(scene.requests(1))
        let first = try #require(held.withLock(when: { !$0.isEmpty }, before: .now + .seconds(20)) { $0[0] })
        try client.write(scene.requests(40, "/livez", padding: 4 << 10))
        let deadline = ContinuousClock.now + .seconds(20)
        while try !scene.parts.conversations.callAndWait({ $0.everyone.contains(where: \.connection.isReadingPaused) })
        {
            #expect(try healthy.request("GET", "/livez").status == 200)
            try #require(ContinuousClock.now < deadline)
        }
        first.answer(.noContent)
        #expect(try client.answer().status == 204)
        for _ in 0..<40 { #expect(try client.answer().status == 200) }
    }

    @Test func `the next is answered when enough of the last is taken, and all in the end`() throws {
        var limits = ServerLimits()
        limits.answersAheadBytes = 64 << 10
        let answer = [UInt8](repeating: 0x61, count: 60_000)
        let scene = try Scene(limits) { call, _ in call.answer(BoardServer.Response(status: .ok, body: answer)) }
        defer { scene.board.end() }
        let most = try scene.mostOutput { _ in true }
        let client = try RecordedConnection(scene.board)
        let count = 100
        try client.write(scene.requests(count))
        for _ in 0..<count { #expect(try client.answer().body == answer, "not shown for its length") }
        let atMost = limits.answersAheadBytes + answer.count + 1_000
        #expect(most.withLock(\.self) <= atMost)
    }

    @Test func `a connection whose answer is still being taken is not idle`() throws {
        var limits = ServerLimits()
        limits.idle = .milliseconds(100)
        limits.sweep = .milliseconds(20)
        // More than the kernel holds for who does not read.
        let answer = [UInt8](repeating: 0x61, count: 9 << 20)
        let scene = try Scene(limits) { call, _ in call.answer(BoardServer.Response(status: .ok, body: answer)) }
        defer { scene.board.end() }
        let slow = try RecordedConnection(scene.board)
        let healthy = try RecordedConnection(scene.board)
        try slow.write(scene.requests(1))
        let started = ContinuousClock.now
        while started.duration(to: .now) < .milliseconds(400) {
            #expect(try healthy.request("GET", "/livez").status == 200)
        }
        // Asks again before the last is taken, and is answered.
        try slow.write(scene.requests(1))
        for _ in 1...2 { #expect(try slow.answer().body.count == answer.count) }
    }
}
