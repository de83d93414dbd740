import Foundation
import Testing

@testable import Sockets

/// Each limit of a connection, a listener and the loop, so low that it is reached: nothing is lost, and who stands beside is
/// served.
@Suite struct LimitTests {
    private static func limits(_ change: (inout Listener.Limits) -> Void) -> Listener.Limits {
        var limits = Listener.Limits()
        change(&limits)
        return limits
    }

    private static let answerByteCount = 1 << 20

    /// Answers "flood" with a mebibyte and echoes the rest; notes how much left in each tick.
    private static func flood(
        _ ticks: Journal<(tick: UInt64, left: Int)>
    ) -> @Sendable (Journal<Told>) -> ScriptedHandler {
        { journal in
            let handler = ScriptedHandler(journal)
            handler.onReceived = { bytes, connection in
                guard bytes == Array("flood".utf8) else { return _ = connection.send(bytes) }
                connection.send(pattern(answerByteCount))
                let loop = connection.loop
                loop.onTickEnd { ticks.note((loop.tick, connection.pendingOutputByteCount)) }
            }
            return handler
        }
    }

    @Test func `a long answer takes no more of a tick than its budget, and comes whole`() throws {
        let limits = Self.limits { $0.connection.writtenByteCountPerTick = 20_000 }
        let ticks = Journal<(tick: UInt64, left: Int)>()
        try TestServer.run(limits: limits, makeHandler: Self.flood(ticks)) { server in
            let client = try server.connect()
            let quick = try server.connect()
            try client.write("flood")
            #expect(try quick.echo("quick") == "quick")
            let answer = try client.read(exactly: Self.answerByteCount)
            #expect(answer == pattern(Self.answerByteCount), "not shown for its length")
            let left = ticks.all.map(\.left)
            let steps = zip(left, left.dropFirst()).map { $0 - $1 }
            // The last record of a tick may go beyond what remains of the budget.
            #expect(steps.allSatisfy { $0 < 20_000 + TLSStream.recordByteLimit })
            #expect(left.count { $0 > 0 } > Self.answerByteCount / (20_000 + TLSStream.recordByteLimit))
        }
    }

    @Test func `a peer that does not answer a goodbye is gone after the time for it, and another is served`() throws {
        let limits = Self.limits { $0.connection.closeTimeout = .milliseconds(100) }
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler.echo(journal)
            handler.onReceived = { bytes, connection in
                if bytes == Array("go".utf8) { connection.close(afterFlush: true) } else { connection.send(bytes) }
            }
            return handler
        }
        try TestServer.run(limits: limits, makeHandler: makeHandler) { server in
            let mute = try server.connect()
            let quick = try server.connect()
            try mute.write("go")
            try server.serve(quick, until: \.isClosed)
            #expect(server.journal.all.contains(.closed(.closeTimedOut)))
            #expect(try quick.echo("still") == "still")
            withExtendedLifetime(mute) {}
        }
    }

    @Test func `a handshake that is not made in time ends, and another is served`() throws {
        let limits = Self.limits { $0.connection.handshakeTimeout = .milliseconds(300) }
        try TestServer.run(limits: limits) { server in
            let quick = try server.connect()
            let stranger = try PlainSocket(to: server.address)
            stranger.write(Array(ClientHello.bytes(version: 0x0303).prefix(20)))
            try server.serve(quick, until: \.isClosed)
            #expect(server.journal.all.contains(.closed(.handshakeTimedOut)))
            #expect(try stranger.readToEnd().isEmpty)
            #expect(try quick.echo("still") == "still")
        }
    }

    /// The steps that are one at a time: accepting, shaking hands, fetching events, output at the end of a tick.
    enum Step: CaseIterable, Sendable {
        case accept, handshake, event, tickEnd

        var limits: Listener.Limits {
            LimitTests.limits {
                if self == .accept { $0.acceptsPerTick = 1 }
            }
        }

        var loop: EventLoop.Limits {
            var limits = EventLoop.Limits()
            if self == .handshake { limits.longTurnsPerTick = 1 }
            if self == .event { limits.eventsPerTick = 1 }
            if self == .tickEnd { limits.tickEndRounds = 1 }
            return limits
        }
    }

    @Test(arguments: Step.allCases)
    func `one step at a time serves everybody who comes at once, and who is in`(step: Step) throws {
        try TestServer.run(limits: step.limits, loop: step.loop) { server in
            let quick = try server.connect()
            let crowd = 30
            let answers = Journal<Bool>()
            for number in 0..<crowd {
                Thread.detachNewThread {
                    let text = "guest \(number)"
                    answers.note((try? server.connect().echo(text)) == text)
                }
            }
            while answers.all.count < crowd { #expect(try quick.echo("quick") == "quick") }
            #expect(answers.all.allSatisfy { $0 })
        }
    }

    @Test func `no tick answers more than one handshake`() throws {
        let answered = Journal<Int>()
        try TestServer.run { server in
            let (loop, address) = (server.loop, server.address)
            let hello = ClientHello.bytes(version: 0x0303)
            let clients = try loop.callAndWait {
                // All of them have spoken before the loop hears one.
                let clients = try (0..<6).map { _ in Box(try StreamSocket.connected(to: address, deadline: .patience)) }
                for client in clients { _ = send(client.socket.raw, hello, hello.count, Int32(MSG_NOSIGNAL)) }
                loop.onTickEnd { answered.note(clients.count { $0.isAnswered }) }
                return clients
            }
            let counts = try answered.wait { $0.last == clients.count }
            #expect(zip(counts, counts.dropFirst()).allSatisfy { $1 - $0 <= 1 })
            withExtendedLifetime(clients) {}
        }
    }

    @Test func `no tick accepts more than its budget`() throws {
        let limits = Self.limits { $0.acceptsPerTick = 2 }
        let accepted = Journal<UInt64>()
        try TestServer.run(limits: limits) { server in
            let (loop, listener, address) = (server.loop, server.listener, server.address)
            let clients = try loop.callAndWait {
                loop.onTickEnd { accepted.note(UInt64(listener.value.connectionCount)) }
                // All of them are in the kernel's queue before the loop sees one.
                return try (0..<9).map { _ in Box(try StreamSocket.connected(to: address, deadline: .patience)) }
            }
            let counts = try accepted.wait { $0.last == 9 }
            #expect(zip(counts, counts.dropFirst()).allSatisfy { $1 - $0 <= 2 })
            withExtendedLifetime(clients) {}
        }
    }

    private final class Box: Sendable {
        let socket: Descriptor

        init(_ socket: consuming Descriptor) { self.socket = socket }

        /// Whether something has come.
        var isAnswered: Bool {
            var byte: UInt8 = 0
            return recv(socket.raw, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 1
        }
    }
}
