import Foundation
import Sockets
import Testing

@Suite struct EchoTests {
    @Test func `a mebibyte in odd pieces comes back whole and in order`() throws {
        try TestServer.run { server in
            let client = try server.connect()
            let sent = pattern(1 << 20)
            let writer = Journal<Bool>()
            Thread.detachNewThread {
                var rest = sent[...]
                var size = 1
                while !rest.isEmpty {
                    let piece = Array(rest.prefix(size))
                    guard (try? client.write(piece, deadline: .patience)) != nil else { return writer.note(false) }
                    rest = rest.dropFirst(piece.count)
                    size = size * 3 % 40_009
                }
                writer.note(true)
            }
            let received = try client.read(exactly: sent.count)
            #expect(received == sent)
            #expect(try writer.first { _ in true })
        }
    }

    @Test func `many connections are served at once, each its own bytes`() throws {
        try TestServer.run { server in
            let clients = try (0..<100).map { _ in try server.connect() }
            for (number, client) in clients.enumerated() { try client.write("client \(number)") }
            for (number, client) in clients.enumerated() {
                let expected = "client \(number)"
                #expect(try client.read(exactly: expected.utf8.count) == Array(expected.utf8))
            }
            #expect(try server.listener.callAndWait { $0.connectionCount } == 100)
            for client in clients { client.close() }
            try server.journal.wait { $0.filter(\.isClosed).count == 100 }
            #expect(try server.listener.callAndWait { $0.connectionCount } == 0)
        }
    }

    @Test func `what is sent in one tick leaves in one record`() throws {
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            var isAsked = false
            handler.onHandshaken = { connection in
                connection.loop.onTickEnd {
                    if isAsked { connection.send(Array("last;".utf8)) }
                    isAsked = false
                }
            }
            handler.onReceived = { _, connection in
                for number in 0..<50 { connection.send(Array("frame \(number);".utf8)) }
                isAsked = true
            }
            return handler
        }
        try TestServer.run(makeHandler: makeHandler) { server in
            let client = try server.connect()
            try client.write("go")
            let expected = (0..<50).map { "frame \($0);" }.joined() + "last;"
            // One read returns one record at most.
            #expect(String(decoding: try client.read(deadline: .patience), as: UTF8.self) == expected)
        }
    }

    @Test func `a connection is found by its number until it is gone`() throws {
        let numbers = Journal<Int>()
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onHandshaken = { numbers.note($0.id) }
            return handler
        }
        try TestServer.run(makeHandler: makeHandler) { server in
            let client = try server.connect()
            let number = try numbers.first { _ in true }
            try server.listener.callAndWait { _ = $0.connection(number)?.send(Array("found".utf8)) }
            #expect(try client.read(exactly: 5) == Array("found".utf8))
            client.close()
            try server.journal.first(where: \.isClosed)
            #expect(try server.listener.callAndWait { $0.connection(number) == nil })
        }
    }
}
