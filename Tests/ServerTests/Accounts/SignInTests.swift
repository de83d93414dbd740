import BoardAPI
import BoardClient
import Foundation
import TestSupport
import Testing
import Wire

@Suite("Signing in with a browser")
struct SignInTests {
    @Test func `a password opens a session in a cookie that only this host ever gets back`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let answer = try Browser(board).signIn("p1")
        #expect(answer.status == 200)
        #expect(answer.object["person"] as? String == "p1")
        let cookie = try #require(answer.fields["Set-Cookie"])
        #expect(cookie.hasPrefix("__Host-consilium="))
        for flag in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
            #expect(cookie.split(separator: ";").contains { $0.trimmingCharacters(in: .whitespaces) == flag })
        }
        #expect(!cookie.contains("Domain"))
    }

    @Test func `an unknown login, a wrong password and a disabled account are the same answer`() throws {
        let board = try TestBoard(environment: .reproducible(SetClock()))
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        try board.add("p2", password: Browser.password)
        try board.add("no-password")
        _ = try board.administer(.disablePerson(login: "p2"))
        let answers = try [
            ("p1", "wrong password"), ("nobody", Browser.password), ("p2", Browser.password), ("no-password", ""),
        ]
        .map { login, password -> [UInt8] in
            let connection = try RecordedConnection(board)
            defer { connection.close() }
            #expect(try Browser.signIn(login, password, over: connection).status == 401)
            return connection.received
        }
        for answer in answers { #expect(answer == answers[0]) }
    }

    @Test func `a sign-in comes from one of our own pages`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        for origin in [nil, "https://evil.test", "https://board.test.evil.test", "http://board.test", "null"] {
            let answer = try Browser(board, origin: origin).signIn("p1")
            #expect(answer.status == 403, "\(origin ?? "none")")
            #expect(answer.fields["Set-Cookie"] == nil)
        }
    }

    @Test func `guessing at one account is slowed down, whoever guesses`() throws {
        let clock = SetClock()
        let board = try TestBoard(environment: .reproducible(clock))
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board)
        var statuses: [Int] = []
        for _ in 1...7 { statuses.append(try browser.signIn("p1", "guess").status) }
        #expect(statuses == [401, 401, 401, 401, 401, 401, 429])
        let blocked = try browser.signIn("p1")
        #expect(blocked.status == 429)
        #expect(Int(blocked.fields["Retry-After"] ?? "") ?? 0 > 0)
        clock.advance(by: .seconds(301))
        #expect(try browser.signIn("p1").status == 200)
    }

    @Test func `guessing from one address is slowed down, whomever it tries`() throws {
        let board = try TestBoard(environment: .reproducible(SetClock()))
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board)
        for number in 1...6 { #expect(try browser.signIn("somebody-\(number)", "guess").status == 401) }
        #expect(try browser.signIn("p1").status == 429)
    }

    @Test func `a session survives a restart, and its end does too`() throws {
        let board = try TestBoard()
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board)
        let kept = try #require(try browser.signIn("p1").fields["Set-Cookie"])
        let other = try Browser(board)
        let ended = try #require(try other.signIn("p1").fields["Set-Cookie"])
        #expect(try other.send("DELETE", "/api/session").status == 204)
        board.stop()
        let again = try TestBoard(folder: board.folder)
        defer { again.end() }
        #expect(try Browser(again, cookie: kept).send("GET", "/api/session").object["person"] as? String == "p1")
        #expect(try Browser(again, cookie: ended).send("GET", "/api/boards").status == 401)
    }

    @Test func `a session ends by itself`() throws {
        let clock = SetClock()
        let board = try TestBoard(environment: .reproducible(clock))
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board)
        _ = try browser.signIn("p1")
        #expect(try browser.send("GET", "/api/boards").status == 200)
        clock.advance(by: .seconds(12 * 3600))
        #expect(try browser.send("GET", "/api/boards").status == 401)
    }

    @Test func `a new board has no account, so that nobody knows a default password`() throws {
        let board = try TestBoard()
        defer { board.end() }
        #expect(try board.administer(.listPeople).people?.isEmpty == true)
        for (login, password) in [("admin", "admin"), ("root", ""), ("consilium", "consilium")] {
            #expect(try Browser(board).signIn(login, password).status == 401)
        }
    }
}
