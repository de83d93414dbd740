import Foundation
import Testing

@testable import Sockets

@Suite struct WriteDeadlineTests {
    private static let answerByteCount = 12 << 20

    private static func limits(_ timeout: Duration) -> Listener.Limits {
        var limits = Listener.Limits()
        limits.connection.pendingOutputByteCount = answerByteCount
        limits.connection.writeTimeout = timeout
        return limits
    }

    /// Answers "flood" with more than all buffers of the kernel hold, and echoes the rest.
    private static let flood: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
        let handler = ScriptedHandler(journal)
        handler.onReceived = { bytes, connection in
            let isFlood = bytes == Array("flood".utf8)
            connection.send(isFlood ? [UInt8](repeating: 7, count: answerByteCount) : bytes)
        }
        return handler
    }

    @Test func `a peer that takes nothing of its answer is given up, while another is served`() throws {
        try TestServer.run(limits: Self.limits(.milliseconds(100)), makeHandler: Self.flood) { server in
            let slow = try server.connect()
            let quick = try server.connect()
            try slow.write("flood")
            try server.serve(quick, until: \.isClosed)
            #expect(server.journal.all.contains(.closed(.writeTimedOut)))
            #expect(try quick.echo("still") == "still")
            withExtendedLifetime(slow) {}
        }
    }

    @Test func `a peer that reads slowly, and reads, gets all of it`() throws {
        let timeout = Duration.milliseconds(200)
        try TestServer.run(limits: Self.limits(timeout), makeHandler: Self.flood) { server in
            let slow = try server.connect()
            let quick = try server.connect()
            try slow.write("flood")
            let started = ContinuousClock.now
            var count = 0
            while count < Self.answerByteCount {
                count += try slow.read(exactly: 1 << 20).count
                // Longer in all than the deadline, never as long at once.
                let pause = ContinuousClock.now + .milliseconds(60)
                while ContinuousClock.now < pause { _ = try quick.echo("tick") }
            }
            #expect(started.duration(to: .now) > timeout)
            let closings = server.journal.all.filter(\.isClosed)
            #expect(closings.isEmpty)
        }
    }

    @Test func `the kernel is asked to find peers that are gone, and to keep little for those who do not read`() throws
    {
        let options = Journal<[Int32]>()
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onHandshaken = { connection in
                options.note(
                    [TCP_USER_TIMEOUT, TCP_NOTSENT_LOWAT, TCP_NODELAY].map { name in
                        var value: Int32 = -1
                        var size = socklen_t(MemoryLayout.size(ofValue: value))
                        getsockopt(connection.stream.descriptor, Int32(IPPROTO_TCP), name, &value, &size)
                        return value
                    }
                )
            }
            return handler
        }
        try TestServer.run(makeHandler: makeHandler) { server in
            let client = try server.connect()
            #expect(try options.first { _ in true } == [20_000, 128 << 10, 1])
            client.close()
        }
    }
}
