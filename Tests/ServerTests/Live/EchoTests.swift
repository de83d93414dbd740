import TestSupport
import Testing
import Wire

@Suite("The echo for conformance suites")
struct EchoTests {
    @Test func `without being asked for, the echo is a path like any unknown one`() throws {
        let board = try TestBoard()
        defer { board.end() }
        for method in ["GET", "HEAD", "OPTIONS", "POST"] {
            let echo = try RecordedConnection(board).request(method, "/echo")
            let other = try RecordedConnection(board).request(method, "/nothing")
            #expect(echo.status == 404)
            #expect(echo.body == other.body)
        }
        #expect(try RecordedConnection(board).upgrade([:], at: "/echo").status == 404)
    }

    private func echo(_ board: TestBoard) throws -> RecordedConnection {
        let connection = try RecordedConnection(board)
        #expect(try connection.upgrade([:], at: "/echo", subprotocols: []).status == 101)
        return connection
    }

    @Test func `every message comes back, whole, in order, to anybody`() throws {
        let board = try TestBoard(offersEcho: true)
        defer { board.end() }
        let socket = try echo(board)
        try socket.say("Grüße")
        try socket.write(.ping, [1])
        try socket.say("")
        #expect(try socket.hear() == .text("Grüße"))
        #expect(try socket.hear() == .text(""))
        try socket.write(.close, [0x03, 0xE8])
        #expect(try socket.hear() == .closed(1000))
    }

    @Test func `large messages are taken here and nowhere else`() throws {
        let board = try TestBoard(offersEcho: true)
        defer { board.end() }
        try board.add("p1")
        let text = String(repeating: "a", count: 200_000)
        let socket = try echo(board)
        try socket.say(text)
        #expect(try socket.hear() == .text(text))
        let other = try board.socket("p1")
        try other.say(text)
        #expect(try other.ending() == 1009)
    }

    @Test func `what was said before a broken frame comes back before the end`() throws {
        let board = try TestBoard(offersEcho: true)
        defer { board.end() }
        let socket = try echo(board)
        let good = FrameEncoder.frame(.text, Array("good".utf8), maskedWith: MaskingKey(1, 2, 3, 4))
        try socket.write(good + [0xFF, 0x80])
        #expect(try socket.hear() == .text("good"))
        #expect(try socket.hear() == .closed(1002))
    }

    @Test func `a text that is not UTF-8 fails with the byte that breaks it, not when the message is complete`() throws
    {
        let board = try TestBoard(offersEcho: true)
        defer { board.end() }
        let socket = try echo(board)
        // The header announces ten bytes; the second of two is no continuation.
        try socket.write([0x81, 0x8A, 0, 0, 0, 0, 0xC3, 0x28])
        #expect(try socket.hear() == .closed(1007))
    }
}
