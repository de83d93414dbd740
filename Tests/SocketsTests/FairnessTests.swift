import Foundation
import Testing

@testable import Sockets

@Suite struct FairnessTests {
    @Test func `a busy connection is read no further than its budget in a tick, and loses nothing`() throws {
        var limits = Listener.Limits()
        limits.connection.readByteCountPerTick = 5_000
        let perTick = Journal<(tick: UInt64, count: Int)>()
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onReceived = { bytes, connection in perTick.note((connection.loop.tick, bytes.count)) }
            return handler
        }
        try TestServer.run(limits: limits, makeHandler: makeHandler) { server in
            let client = try server.connect()
            try client.write(pattern(1 << 20), deadline: .patience)
            let reads = try perTick.wait { $0.reduce(0) { $0 + $1.count } == 1 << 20 }
            let totals = Dictionary(reads.map { ($0.tick, $0.count) }, uniquingKeysWith: +)
            #expect(totals.values.allSatisfy { $0 <= 5_000 })
        }
    }

    @Test func `a paused connection receives nothing, and everything once it is resumed`() throws {
        var limits = Listener.Limits()
        limits.connection.readByteCountPerTick = 1_000
        let numbers = Journal<Int>()
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onHandshaken = { numbers.note($0.id) }
            var isFirst = true
            handler.onReceived = { _, connection in
                // All came in one record, so the rest waits inside of OpenSSL: the kernel has nothing to report.
                if isFirst { connection.pauseReading() }
                isFirst = false
            }
            return handler
        }
        try TestServer.run(limits: limits, makeHandler: makeHandler) { server in
            let client = try server.connect()
            let number = try numbers.first { _ in true }
            try client.write(pattern(10_000), deadline: .patience)
            try server.journal.first { $0.receivedByteCount > 0 }
            // Other connections' ticks go by.
            let other = try server.connect()
            other.close()
            try server.journal.first(where: \.isClosed)
            #expect(server.journal.all.reduce(0) { $0 + $1.receivedByteCount } == 1_000)
            try server.listener.callAndWait { $0.connection(number)?.resumeReading() }
            try server.journal.wait { $0.reduce(0) { $0 + $1.receivedByteCount } == 10_000 }
        }
    }

    @Test func `a paused connection that its peer resets ends, although nothing of it is read`() throws {
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler(journal)
            handler.onReceived = { $1.pauseReading() }
            return handler
        }
        try TestServer.run(makeHandler: makeHandler) { server in
            do {
                let client = try server.connect()
                try client.write("pause")
                try server.journal.first { $0.receivedByteCount > 0 }
                Descriptor.reset(client.descriptor)
            }
            try server.journal.first { $0 == .closed(.truncated) }
        }
    }

    @Test func `with the limit of open connections reached, the next one waits for a place`() throws {
        var limits = Listener.Limits()
        limits.openConnections = 2
        try TestServer.run(limits: limits) { server in
            let first = try server.connect()
            let second = try server.connect()
            let third = Journal<Bool>()
            Thread.detachNewThread {
                third.note((try? server.connect().echo("third")) == "third")
            }
            #expect(try first.echo("first") == "first")
            #expect(try second.echo("second") == "second")
            #expect(try server.listener.callAndWait { $0.connectionCount } == 2)
            first.close()
            #expect(try third.first { _ in true })
        }
    }
}
