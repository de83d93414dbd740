import BoardAPI
import BoardClient
import TestSupport
import Testing
import Wire

@Suite("Where a request may come from")
struct OriginTests {
    private static let foreign = ["https://evil.test", "https://board.test:444", "http://board.test", "null", ""]

    @Test(arguments: foreign)
    func `a foreign page changes nothing, with a cookie or a token`(origin: String) throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board)
        try browser.signIn("p1")
        for credential in [browser.fields, board.bearing("p1")] {
            var fields = credential
            fields.set("Origin", origin)
            let body = Array(#"{"label":"fremd"}"#.utf8)
            let answer = try RecordedConnection(board).request("POST", "/api/tokens", fields: fields, body: body)
            #expect(answer.status == 403)
            #expect(answer.object["code"] as? String == "foreign-origin")
            let socket = try RecordedConnection(board)
            #expect(try socket.upgrade(fields).status == 403)
        }
        #expect(try browser.send("GET", "/api/tokens").text.contains("fremd") == false)
    }

    @Test func `a cookie without an origin changes nothing`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let cookie = try Browser(board).signIn("p1").fields["Set-Cookie"]
        let silent = try Browser(board, origin: nil, cookie: cookie)
        #expect(try silent.send("GET", "/api/boards").status == 200)
        #expect(try silent.send("POST", "/api/tokens", body: #"{"label":"x"}"#).status == 403)
        // What was refused before its content came ends the connection.
        let again = try Browser(board, origin: nil, cookie: cookie)
        #expect(try again.send("DELETE", "/api/session").status == 403)
        let socket = try RecordedConnection(board)
        #expect(try socket.upgrade(silent.fields).status == 403)
    }

    @Test func `signing out closes the sockets of this session within a second, and no others`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let here = try Browser(board)
        try here.signIn("p1")
        let elsewhere = try Browser(board)
        try elsewhere.signIn("p1")
        let mine = try RecordedConnection(board)
        try mine.upgrade(here.fields)
        let other = try RecordedConnection(board)
        try other.upgrade(elsewhere.fields)
        let started = ContinuousClock.now
        #expect(try here.send("DELETE", "/api/session").status == 204)
        #expect(try mine.ending() == 4500)
        #expect(started.duration(to: .now) < .seconds(1))
        try other.say(#"{"id":"b","beat":{}}"#)
        try other.hear(until: #""re":"b""#)
        #expect(try here.send("GET", "/api/boards").status == 401)
    }
}
