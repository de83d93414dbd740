import Foundation
import Testing

@testable import Sockets

/// The end of a connection with much still to be taken: for as long as the peer takes some of it.
@Suite struct SlowClosingTests {
    private static let answerByteCount = 12 << 20

    private static func limits(write: Duration, close: Duration) -> Listener.Limits {
        var limits = Listener.Limits()
        limits.connection.pendingOutputByteCount = answerByteCount
        limits.connection.writeTimeout = write
        limits.connection.closeTimeout = close
        return limits
    }

    /// Answers "flood" with more than all buffers of the kernel hold, and closes behind it; echoes the rest.
    private static let floodAndClose: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
        let handler = ScriptedHandler(journal)
        handler.onReceived = { bytes, connection in
            guard bytes == Array("flood".utf8) else { return _ = connection.send(bytes) }
            connection.send([UInt8](repeating: 7, count: answerByteCount))
            connection.close(afterFlush: true)
        }
        return handler
    }

    @Test func `a peer that reads slowly, and reads, gets all of an answer behind which the connection closes`() throws
    {
        let limits = Self.limits(write: .seconds(2), close: .milliseconds(50))
        try TestServer.run(limits: limits, makeHandler: Self.floodAndClose) { server in
            let slow = try server.connect()
            let quick = try server.connect()
            try slow.write("flood")
            var count = 0
            while count < Self.answerByteCount {
                count += try slow.read(exactly: 1 << 20).count
                // Longer in all than either deadline, never as long at once.
                let pause = ContinuousClock.now + .milliseconds(250)
                while ContinuousClock.now < pause { _ = try quick.echo("tick") }
            }
            #expect(try slow.readToEnd().isEmpty, "the goodbye is behind all of it")
        }
    }

    @Test func `a peer that takes nothing of it is given up, while another is served`() throws {
        let limits = Self.limits(write: .milliseconds(100), close: .seconds(300))
        try TestServer.run(limits: limits, makeHandler: Self.floodAndClose) { server in
            let slow = try server.connect()
            let quick = try server.connect()
            try slow.write("flood")
            try server.serve(quick, until: \.isClosed)
            #expect(server.journal.all.contains(.closed(.writeTimedOut)))
            #expect(try quick.echo("still") == "still")
            withExtendedLifetime(slow) {}
        }
    }

    @Test func `a peer that said goodbye and is still owed an answer gets it`() throws {
        let numbers = Journal<Int>()
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.owesAnswer = true
            handler.onReceived = { numbers.note($1.id) }
            return handler
        }
        try TestServer.run(makeHandler: makeHandler) { server in
            let client = try server.connect()
            try client.write("a question")
            let number = try numbers.first { _ in true }
            try client.finishWriting(deadline: .patience)
            try server.journal.first { $0 == .askedForMore }
            try server.listener.callAndWait { listener in
                listener.connection(number)?.send(Array("the answer".utf8))
                listener.connection(number)?.close(afterFlush: true)
            }
            #expect(String(decoding: try client.readToEnd(), as: UTF8.self) == "the answer")
            client.close()
            try server.journal.first { $0 == .closed(.byOwner) }
        }
    }
}
