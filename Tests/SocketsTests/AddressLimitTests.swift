import Foundation
import Testing

@testable import Sockets

@Suite struct AddressLimitTests {
    @Test func `an address with too many connections is refused, told of once, and others are served`() throws {
        var limits = Listener.Limits()
        limits.connectionsPerAddress = 2
        let crowd = try #require(SocketAddress("127.0.0.2:0"))
        try TestServer.run(limits: limits) { server in
            let refused = Journal<String>()
            try server.listener.callAndWait { $0.onRefusal = { refused.note($0.host) } }
            var first = try PlainSocket(to: server.address, from: crowd)
            let second = try PlainSocket(to: server.address, from: crowd)
            for _ in 0..<3 {
                let third = try PlainSocket(to: server.address, from: crowd)
                #expect(try third.readToEnd().isEmpty)
            }
            let others = try server.connect()
            #expect(try others.echo("others") == "others")
            #expect(refused.all == ["127.0.0.2"])
            first.reset()
            try server.journal.first(where: \.isClosed)
            let next = try PlainSocket(to: server.address, from: crowd)
            next.write(ClientHello.bytes(version: 0x0303))
            #expect(try next.read().first == 22)
            withExtendedLifetime(second) {}
            withExtendedLifetime(others) {}
        }
    }

    @Test func `a refused connection is reset, so that nothing of it stays behind`() throws {
        var limits = Listener.Limits()
        limits.connectionsPerAddress = 1
        let crowd = try #require(SocketAddress("127.0.0.2:0"))
        try TestServer.run(limits: limits) { server in
            let first = try PlainSocket(to: server.address, from: crowd)
            let second = try PlainSocket(to: server.address, from: crowd)
            #expect(try second.endsWithReset())
            withExtendedLifetime(first) {}
        }
    }

    @Test func `a refusal is told of once, and once more after there was room`() throws {
        var tally = AddressTally(limit: 2)
        let address = try #require(SocketAddress(host: "192.0.2.1", port: 1))
        func answer() -> String {
            switch tally.take(address) {
            case .taken: "taken"
            case .refused(let isFirst): isFirst ? "told" : "refused"
            }
        }
        #expect((1...5).map { _ in answer() } == ["taken", "taken", "told", "refused", "refused"])
        tally.release(address)
        #expect((1...3).map { _ in answer() } == ["taken", "told", "refused"])
    }

    @Test func `the places of an address with many connections come back one by one`() throws {
        var tally = AddressTally(limit: 2)
        let address = try #require(SocketAddress(host: "192.0.2.1", port: 1))
        func isTaken() -> Bool { if case .taken = tally.take(address) { true } else { false } }
        #expect((1...3).map { _ in isTaken() } == [true, true, false])
        tally.release(address)
        #expect((1...2).map { _ in isTaken() } == [true, false])
    }

    @Test func `the addresses of one IPv6 line count as one, and IPv4 addresses each`() throws {
        var tally = AddressTally(limit: 1)
        func isTaken(_ text: String) throws -> Bool {
            let address = try #require(SocketAddress(host: text, port: 1))
            if case .taken = tally.take(address) { return true } else { return false }
        }
        #expect(try isTaken("2001:db8:0:1::1"))
        #expect(try !isTaken("2001:db8:0:1:ffff::2"))
        #expect(try isTaken("2001:db8:0:2::1"))
        #expect(try isTaken("192.0.2.1"))
        #expect(try isTaken("192.0.2.2"))
        #expect(try !isTaken("192.0.2.1"))
        tally.release(try #require(SocketAddress(host: "192.0.2.1", port: 1)))
        #expect(try isTaken("192.0.2.1"))
    }
}
