import Foundation
import Sockets
import Testing

@Suite struct BackPressureTests {
    static let lastWords = Array("come back later".utf8)

    static func limits(pending: Int = 256 << 10) -> Listener.Limits {
        var limits = Listener.Limits()
        limits.connection.pendingOutputByteCount = pending
        limits.connection.writeTimeout = .seconds(2)
        return limits
    }

    @Test func `a burst beyond the limit is cut off cleanly and followed by last words`() throws {
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onReceived = { _, connection in
                // The last that fit leave some room.
                for _ in 0..<300 { connection.send(pattern(1_000)) }
                // Small enough to fit, but after a hole.
                #expect(!connection.send([1]))
            }
            handler.onOverflowed = { connection in
                let isSent = connection.send(Self.lastWords)
                #expect(isSent)
            }
            return handler
        }
        try TestServer.run(limits: Self.limits(), makeHandler: makeHandler) { server in
            let client = try server.connect()
            try client.write("go")
            let whole = (0..<(256 << 10) / 1_000).flatMap { _ in pattern(1_000) }
            let received = try client.readToEnd()
            #expect(received == whole + Self.lastWords, "not shown for its length")
            client.close()
            try server.journal.first { $0 == .closed(.overflowed) }
            #expect(server.journal.all.filter { $0 == .overflowed }.count == 1)
        }
    }

    @Test func `last words have a limit too`() throws {
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onReceived = { _, connection in
                for _ in 0..<257 { connection.send(pattern(1 << 10)) }
            }
            handler.onOverflowed = { connection in
                let isSent = connection.send(pattern(257))
                #expect(!isSent)
            }
            return handler
        }
        try TestServer.run(limits: Self.limits(), makeHandler: makeHandler) { server in
            let client = try server.connect()
            try client.write("go")
            #expect(try client.readToEnd().count == 256 << 10)
        }
    }

    @Test func `a peer that does not read is given up, while another is served`() throws {
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler.echo(journal)
            handler.onReceived = { bytes, connection in
                if bytes == Array("flood".utf8) {
                    Self.sendMore(on: connection)
                } else {
                    connection.send(bytes)
                }
            }
            return handler
        }
        try TestServer.run(limits: Self.limits(), makeHandler: makeHandler) { server in
            let slow = try server.connect()
            let quick = try server.connect()
            try slow.write("flood")
            try server.serve(quick) { $0 == .overflowed }
            try server.journal.first { $0 == .closed(.overflowed) }
            #expect(try quick.echo("still") == "still")
            withExtendedLifetime(slow) {}
        }
    }

    /// Sends a piece in each turn of the loop until it is refused: the kernel's buffers fill first.
    private static func sendMore(on connection: Connection) {
        if connection.send(pattern(32 << 10)) {
            connection.loop.schedule(after: .zero) { sendMore(on: connection) }
        }
    }

    @Test func `a long answer goes piece by piece as the peer takes it, within the limit`() throws {
        let pieces = 400
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            var next = 0
            let sendNext: (Connection) -> Void = { connection in
                // More than one tick may write, so that each piece is waited for.
                while next < pieces, connection.pendingOutputByteCount < 128 << 10 {
                    #expect(connection.send(pattern(16 << 10, seed: UInt64(next))))
                    next += 1
                }
                if next == pieces { connection.close(afterFlush: true) }
            }
            handler.onReceived = { sendNext($1) }
            handler.onDrained = sendNext
            return handler
        }
        try TestServer.run(limits: Self.limits(), makeHandler: makeHandler) { server in
            let client = try server.connect()
            try client.write("go")
            for piece in 0..<pieces {
                #expect(try client.read(exactly: 16 << 10) == pattern(16 << 10, seed: UInt64(piece)))
            }
            #expect(try client.readToEnd().isEmpty)
            #expect(!server.journal.all.contains(.overflowed))
        }
    }
}
