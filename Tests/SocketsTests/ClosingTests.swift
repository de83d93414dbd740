import Foundation
import Sockets
import Testing

@Suite struct ClosingTests {
    /// Answers the first bytes with half a mebibyte and closes.
    static func answerAndClose(_ journal: Journal<Told>) -> ScriptedHandler {
        let handler = ScriptedHandler(journal)
        handler.onReceived = { _, connection in
            connection.send(pattern(512 << 10))
            connection.close(afterFlush: true)
            #expect(!connection.send([1, 2, 3]))
        }
        return handler
    }

    @Test func `closing after a flush delivers everything and then says goodbye`() throws {
        try TestServer.run(makeHandler: Self.answerAndClose) { server in
            let client = try server.connect()
            try client.write("go")
            #expect(try client.readToEnd() == pattern(512 << 10))
            client.close()
            try server.journal.first { $0 == .closed(.byOwner) }
        }
    }

    @Test func `a client that has said goodbye still gets what was sent to it`() throws {
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onReceived = { _, connection in connection.send(pattern(512 << 10)) }
            return handler
        }
        try TestServer.run(makeHandler: makeHandler) { server in
            let client = try server.connect()
            try client.write("go")
            try client.finishWriting(deadline: .patience)
            #expect(try client.readToEnd() == pattern(512 << 10))
            try server.journal.first { $0 == .closed(.byPeer) }
        }
    }

    @Test func `a client that goes on sending after the goodbye does not keep the connection alive`() throws {
        var limits = Listener.Limits()
        limits.connection.closeTimeout = .milliseconds(50)
        try TestServer.run(limits: limits, makeHandler: Self.answerAndClose) { server in
            let client = try server.connect()
            try client.write("go")
            _ = try client.readToEnd()
            // The client does not close.
            try server.journal.first { $0 == .closed(.closeTimedOut) }
        }
    }

    @Test func `a handler that closed hears nothing more than that the connection is gone`() throws {
        var limits = Listener.Limits()
        limits.connection.readByteCountPerTick = 64
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onReceived = { _, connection in
                connection.close(afterFlush: false)
                connection.close(afterFlush: true)
                connection.send([1])
            }
            return handler
        }
        try TestServer.run(limits: limits, makeHandler: makeHandler) { server in
            let client = try server.connect()
            try client.write(pattern(10_000), deadline: .patience)
            try server.journal.first(where: \.isClosed)
            try server.loop.callAndWait {}
            #expect(server.journal.all == [.handshaken, .received(64), .closed(.byOwner)])
        }
    }

    @Test func `a handler that closes in the middle of many messages hears none of the others`() throws {
        let numbers = Journal<Int>()
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onHandshaken = { connection in
                connection.pauseReading()
                numbers.note(connection.id)
            }
            handler.onReceived = { $1.close(afterFlush: true) }
            return handler
        }
        try TestServer.run(makeHandler: makeHandler) { server in
            let client = try server.connect()
            let number = try numbers.first { _ in true }
            // Records of their own, which are all there when reading begins.
            for number in 0..<10 { try client.write("message \(number)") }
            try server.listener.callAndWait { $0.connection(number)?.resumeReading() }
            #expect(try client.readToEnd().isEmpty)
            client.close()
            try server.journal.first(where: \.isClosed)
            #expect(server.journal.all == [.handshaken, .received(9), .closed(.byOwner)])
        }
    }

    @Test func `a peer that vanishes without a goodbye is told apart from one that says it`() throws {
        try TestServer.run { server in
            let polite = try server.connect()
            polite.close()
            try server.journal.first { $0 == .closed(.byPeer) }
            // A client that is let go without close only shuts its socket.
            _ = try server.connect()
            try server.journal.first { $0 == .closed(.truncated) }
        }
    }

    @Test func `closing all connections tells each handler once`() throws {
        try TestServer.run { server in
            let clients = try (0..<5).map { _ in try server.connect() }
            for client in clients { #expect(try client.echo("here") == "here") }
            try server.listener.callAndWait {
                $0.stopAccepting()
                $0.closeAll(afterFlush: true)
            }
            for client in clients {
                #expect(try client.readToEnd().isEmpty)
                client.close()
            }
            try server.journal.wait { $0.filter(\.isClosed).count == 5 }
            #expect(server.journal.all.filter(\.isClosed) == Array(repeating: .closed(.byOwner), count: 5))
            #expect(throws: SystemError.self) { _ = try server.connect() }
        }
    }
}
