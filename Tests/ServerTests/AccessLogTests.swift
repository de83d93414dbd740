import BoardClient
import TestSupport
import Testing
import Wire

@Suite("The access log")
struct AccessLogTests {
    @Test func `each request is one line that says who, what kind, how it ended and how much`() throws {
        let log = RecordedLog()
        let board = try TestBoard(log: log)
        defer { board.end() }
        try board.add("p1")
        let client = board.http(as: "p1")
        #expect(try client.send("GET", "/api/boards").status == 200)
        let boards = try #require(log.line(with: "route=/api/boards"))
        #expect(boards.contains(/^info request bytes=\d+ method=GET ms=\d+ person=p1 route=\/api\/boards status=200$/))
        #expect(try board.http(as: nil).send("GET", "/api/boards").status == 401)
        #expect(log.line(with: "route=/api/boards", "person=-", "status=401") != nil)
        #expect(try client.send("GET", "/api/cases/secret-case/streams/own?after=7&word=secret").status == 404)
        #expect(log.line(with: "route=/api/cases/:case/streams/:stream", "person=p1", "status=404") != nil)
        #expect(try client.send("GET", "/secret/path").status == 404)
        #expect(try client.send("POST", "/api/cases", body: Array(#"{"openCase":"secret"}"#.utf8)).status == 400)
        #expect(log.line(with: "method=POST", "route=/api/cases ", "status=400") != nil)
        let broken = try RecordedConnection(board)
        try broken.write(Array("GET /secret HTTP/9.9\r\n\r\n".utf8))
        _ = try broken.answer()
        #expect(log.line(with: "method=- ", "route=- ", "person=- ") != nil)
    }

    @Test func `each socket is a line at its begin and at its end`() throws {
        let log = RecordedLog()
        let board = try TestBoard(log: log)
        defer { TemporaryFolder.remove(board.folder) }
        try board.add("p1")
        let socket = try board.socket("p1")
        #expect(log.line(with: "socket opened", "person=p1 route=/ws") != nil)
        try socket.say(#"{"id":"secret-id","beat":{}}"#)
        try socket.say("secret nonsense")
        #expect(try socket.ending() == 4501)
        socket.close()
        board.stop()
        let end = try #require(log.line(with: "socket closed"))
        #expect(end.contains(/bytes=\d\d+ ms=\d+ person=p1 route=\/ws status=4501$/))
    }

    @Test func `no line holds a token, a cookie, a password, a query or any content`() throws {
        let log = RecordedLog()
        let board = try TestBoard(log: log)
        defer { board.end() }
        let story = Story(board, reviewers: 1)
        try story.addPeople(password: Browser.password)
        try story.open()
        try story.desk("coordinator").file("d1", "Geheimer Befund")
        let browser = try Browser(board)
        try browser.signIn("p1")
        #expect(try browser.send("GET", "/api/boards?token=\(board.token(of: "p1"))").status == 200)
        #expect(log.line(with: "route=/api/session", "status=200") != nil)
        let cookie = browser.fields["Cookie"]?.split(separator: "=").last.map(String.init)
        let secrets = [
            board.token(of: "p1"), board.token(of: "coordinator"), try #require(cookie), Browser.password, "Geheim",
            "case-1", "AHORN", "?",
        ]
        for line in log.lines { #expect(!secrets.contains { line.contains($0) }, "\(line)") }
        #expect(log.lines.count > 4)
    }
}
