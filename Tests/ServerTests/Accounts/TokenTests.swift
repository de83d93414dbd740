import BoardAPI
import BoardClient
import Foundation
import TestSupport
import Testing
import Wire

@Suite("API tokens")
struct TokenTests {
    @Test func `a token is enough without an origin, and nothing else is`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board, origin: nil)
        #expect(try board.http(as: "p1").send("GET", "/api/boards").status == 200)
        for wrong in ["Bearer", "Bearer ct_0000", "Basic cDE6cDE=", "bearer \(board.token(of: "p1")) more"] {
            let answer = try browser.connection.request("GET", "/api/boards", fields: ["Authorization": wrong])
            #expect(answer.status == 401, "\(wrong)")
            #expect(answer.fields["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
        }
        let lower = "bearer \(board.token(of: "p1"))"
        #expect(try browser.connection.request("GET", "/api/boards", fields: ["Authorization": lower]).status == 200)
    }

    @Test func `a token is shown once and kept as a hash`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board)
        let cookie = try #require(try browser.signIn("p1").fields["Set-Cookie"])
        let issued = try browser.send("POST", "/api/tokens", body: #"{"label":"Skript"}"#)
        #expect(issued.status == 201)
        let secret = try #require(issued.object["token"] as? String)
        #expect(secret.utf8.count >= 64)
        #expect(try !browser.send("GET", "/api/tokens").text.contains(secret))
        let session = try #require(cookie.firstMatch(of: /=([0-9a-f]{64});/)).1
        for file in try FileManager.default.contentsOfDirectory(atPath: board.folder) {
            guard let bytes = FileManager.default.contents(atPath: board.folder + "/" + file) else { continue }
            for (what, text) in [("token", secret), ("session", String(session)), ("password", Browser.password)] {
                #expect(bytes.range(of: Data(text.utf8)) == nil, "the \(what) stands in \(file)")
            }
        }
    }

    @Test func `a revoked token loses its sockets and is nobody's`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1")
        let socket = try board.socket("p1")
        let id = try #require(
            try board.administer(.listPeople).people?.first?.tokens.first?.split(separator: " ").first
        )
        _ = try board.administer(.revokeToken(id: String(id)))
        #expect(try socket.ending() == 4500)
        #expect(try board.http(as: "p1").send("GET", "/api/boards").status == 401)
        let connection = try RecordedConnection(board)
        #expect(try connection.upgrade(board.bearing("p1")).status == 401)
    }

    @Test func `a disabled person loses every socket, session and token`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: Browser.password)
        let browser = try Browser(board)
        try browser.signIn("p1")
        let page = try RecordedConnection(board)
        try page.upgrade(browser.fields)
        let program = try board.socket("p1")
        _ = try board.administer(.disablePerson(login: "p1"))
        #expect(try page.ending() == 4500)
        #expect(try program.ending() == 4500)
        #expect(try browser.send("GET", "/api/boards").status == 401)
        #expect(try board.http(as: "p1").send("GET", "/api/boards").status == 401)
    }

    @Test func `nobody revokes the token of another`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1")
        try board.add("p2")
        let tokens = try Browser(board, origin: nil).connection.request(
            "GET",
            "/api/tokens",
            fields: board.bearing("p1")
        )
        let id = try #require(tokens.text.firstMatch(of: /"id":"([^"]+)"/)).1
        #expect(try board.http(as: "p2").send("DELETE", "/api/tokens/\(id)").status == 404)
        #expect(try board.http(as: "p1").send("DELETE", "/api/tokens/\(id)").status == 204)
        #expect(try board.http(as: "p1").send("GET", "/api/boards").status == 401)
    }
}
