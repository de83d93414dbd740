import BoardServer
import Foundation
import TestSupport
import Testing
import Wire

@Suite("The manners of the socket")
struct SocketTests {
    private func board(_ change: (inout ServerLimits) -> Void = { _ in }) throws -> TestBoard {
        var limits = ServerLimits()
        change(&limits)
        let board = try TestBoard(limits: limits)
        try board.add("p1")
        return board
    }

    @Test func `a message that is no request is answered when it has an id`() throws {
        let board = try board()
        defer { board.end() }
        let socket = try board.socket("p1")
        for (body, detail) in [
            (#"{"id":"a"}"#, "not one known name"), (#"{"id":"a","unheardOf":{}}"#, "not one known name"),
            (#"{"id":"a","seal":{"case":"c"}}"#, "own"), (#"{"id":"a","seal":{"own":1}}"#, "case"),
            (#"{"id":"a","join":{"case":"not an id","at":{}}}"#, "case"), (#"{"id":"a","join":{"case":"c"}}"#, "at"),
            (#"{"id":"a","seal":{"case":"c","own":1},"close":{"case":"c"}}"#, "malformed"),
            (#"{"id":"a","fileDocument":{"case":"c","id":"d","title":"t","kind":"other","language":"de"}}"#, "HTTP"),
        ] {
            try socket.say(body)
            let answer = try #require(try socket.hear(until: #""re":"a""#).last)
            #expect(answer.contains(#""code":"malformed""#), "\(body)")
            #expect(answer.contains(detail), "\(body): \(answer)")
        }
    }

    @Test(arguments: [#"{"beat":{}}"#, "nonsense", "[]", "", #"{"id":7,"beat":{}}"#, #"{"id":"no key!","beat":{}}"#])
    func `a message without a usable id ends the socket for good`(text: String) throws {
        let board = try board()
        defer { board.end() }
        let socket = try board.socket("p1")
        try socket.say(text)
        #expect(try socket.ending() == 4501)
    }

    @Test func `binary messages have no meaning`() throws {
        let board = try board()
        defer { board.end() }
        let socket = try board.socket("p1")
        try socket.write(.binary, [1, 2, 3])
        #expect(try socket.ending() == 4501)
    }

    @Test func `the handshake needs the subprotocol, and a person`() throws {
        let board = try board()
        defer { board.end() }
        #expect(try RecordedConnection(board).upgrade(board.bearing("p1"), subprotocols: []).status == 400)
        #expect(
            try RecordedConnection(board).upgrade(board.bearing("p1"), subprotocols: ["consilium.v2"]).status == 400
        )
        #expect(try RecordedConnection(board).upgrade([:]).status == 401)
        let answer = try RecordedConnection(board).upgrade(board.bearing("p1"), subprotocols: ["x", "consilium.v1"])
        #expect(answer.status == 101)
        #expect(answer.fields["Sec-WebSocket-Protocol"] == "consilium.v1")
    }

    @Test func `too many requests end the socket`() throws {
        let board = try board { limits in
            limits.requestBurst = 5
            limits.requestsPerSecond = 1
        }
        defer { board.end() }
        let socket = try board.socket("p1")
        for number in 1...12 { try? socket.say(#"{"id":"b\#(number)","beat":{}}"#) }
        #expect(try socket.ending() == 4004)
    }

    @Test func `a socket that falls silent is ended`() throws {
        let board = try board { $0.heartbeat = .milliseconds(100) }
        defer { board.end() }
        #expect(try board.socket("p1").ending() == 4003)
    }

    @Test func `going down tells everyone to come back`() throws {
        let board = try board()
        defer { TemporaryFolder.remove(board.folder) }
        let socket = try board.socket("p1")
        board.stop()
        #expect(try socket.ending() == 4001)
    }

    @Test func `a person has a bounded number of sockets`() throws {
        let board = try board { $0.socketsPerPerson = 2 }
        defer { board.end() }
        let sockets = [try board.socket("p1"), try board.socket("p1")]
        #expect(try board.socket("p1").ending() == 4004)
        try sockets[0].say(#"{"id":"b","beat":{}}"#)
        try sockets[0].hear(until: #""re":"b""#)
    }

    @Test func `who closes a socket may open another`() throws {
        let board = try board { $0.socketsPerPerson = 1 }
        defer { board.end() }
        let first = try board.socket("p1")
        #expect(try board.socket("p1").ending() == 4004)
        first.close()
        func isHeard() throws -> Bool {
            let socket = try board.socket("p1")
            try? socket.say(#"{"id":"b","beat":{}}"#)
            return (try? socket.hear(until: #""re":"b""#)) != nil
        }
        let deadline = ContinuousClock.now + .seconds(20)
        while try !isHeard() { try #require(ContinuousClock.now < deadline) }
    }

    @Test func `who only listens is ended with the sign-in`() throws {
        let clock = SetClock()
        var limits = ServerLimits()
        limits.sweep = .milliseconds(20)
        let board = try TestBoard(environment: .reproducible(clock), limits: limits)
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board)
        try browser.signIn("p1")
        let socket = try RecordedConnection(board)
        #expect(try socket.upgrade(browser.fields).status == 101)
        try socket.hear(until: #""push":"hello""#)
        clock.advance(by: .seconds(12 * 3600))
        #expect(try socket.ending() == 4500)
    }
}
