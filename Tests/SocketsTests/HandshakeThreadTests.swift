import Foundation
import Testing

@testable import Sockets

/// Handshakes have a thread of their own: who is in does not wait for it, and who ends meanwhile ends well.
@Suite struct HandshakeThreadTests {
    /// The thread that takes the steps, and a lock that stops it.
    private struct Stopped {
        let handshaker: WorkerPool
        private let gate = Monitor(true)

        init(capacity: Int = 100) throws {
            handshaker = try WorkerPool(name: "test-handshake", threads: 1, capacity: capacity)
        }

        /// The thread takes no step until `open`; returns when that is so.
        func stop() {
            let isStopped = Journal<Bool>()
            gate.withLock { $0 = false }
            _ = handshaker.submit { [gate] in
                isStopped.note(true)
                gate.withLock(when: \.self) { _ in }
            }
            _ = try? isStopped.first { $0 }
        }

        func open() { gate.withLock { $0 = true } }
    }

    /// Somebody who has said hello, and whose answer is due.
    private final class Caller {
        private var socket: PlainSocket

        init(_ server: TestServer) throws {
            socket = try PlainSocket(to: server.address)
            socket.write(ClientHello.bytes(version: 0x0303))
        }

        func reset() { socket.reset() }

        func read() throws -> [UInt8] { try socket.read() }

        func readToEnd() throws -> [UInt8] { try socket.readToEnd() }
    }

    /// Waits for as many steps as `count` to be asked for, while somebody who is in is answered.
    private func wait(for count: Int, of stopped: Stopped, beside quick: BlockingTLSClient) throws {
        let deadline = ContinuousClock.Instant.patience
        while stopped.handshaker.waitingCount < count {
            try #require(ContinuousClock.now < deadline)
            #expect(try quick.echo("quick") == "quick")
        }
    }

    @Test func `who is in is answered while every handshake waits, and then all of them are made`() throws {
        let stopped = try Stopped()
        try TestServer.run(handshaker: stopped.handshaker) { server in
            let quick = try server.connect()
            try #require(try quick.echo("in") == "in")
            stopped.stop()
            let answers = Journal<Bool>()
            for number in 1...20 {
                Thread.detachNewThread {
                    let text = "guest \(number)"
                    answers.note((try? server.connect().echo(text)) == text)
                }
            }
            try wait(for: 20, of: stopped, beside: quick)
            #expect(answers.all.isEmpty)
            stopped.open()
            #expect(try answers.wait { $0.count == 20 }.allSatisfy(\.self))
        }
    }

    @Test func `a handshake that is over before its step was taken ends when it is back, and counts until then`() throws
    {
        let stopped = try Stopped()
        var limits = Listener.Limits()
        limits.connection.handshakeTimeout = .milliseconds(200)
        try TestServer.run(limits: limits, handshaker: stopped.handshaker) { server in
            let quick = try server.connect()
            try #require(try quick.echo("in") == "in")
            stopped.stop()
            let late = try Caller(server)
            let gone = try Caller(server)
            try wait(for: 2, of: stopped, beside: quick)
            gone.reset()
            let start = ContinuousClock.now
            while ContinuousClock.now - start < .milliseconds(400) { #expect(try quick.echo("quick") == "quick") }
            #expect(try server.listener.callAndWait { $0.connectionCount } == 3)
            let isAnyClosed = server.journal.all.contains(where: \.isClosed)
            #expect(!isAnyClosed)
            stopped.open()
            let closings = try server.journal.wait { $0.filter(\.isClosed).count == 2 }
            #expect(closings.contains(.closed(.handshakeTimedOut)) && closings.contains(.closed(.truncated)))
            #expect(try server.listener.callAndWait { $0.connectionCount } == 1)
            #expect(try late.readToEnd().isEmpty)
        }
    }

    @Test func `with as many steps waiting as may, another connection ends, and those that wait are served`() throws {
        let stopped = try Stopped(capacity: 2)
        try TestServer.run(handshaker: stopped.handshaker) { server in
            let quick = try server.connect()
            try #require(try quick.echo("in") == "in")
            stopped.stop()
            let waiting = try (1...2).map { _ in try Caller(server) }
            try wait(for: 2, of: stopped, beside: quick)
            let another = try Caller(server)
            try server.serve(quick, until: \.isClosed)
            #expect(try another.readToEnd().isEmpty)
            stopped.open()
            // A handshake goes on with records of its own kind (RFC 8446 section 5.1).
            for caller in waiting { #expect(try caller.read().first == 22) }
        }
    }
}
