import BoardServer
import Foundation
import TestSupport
import Testing
import Wire

@Suite("Requests on one connection")
struct ConnectionTests {
    private static let host = "Host: localhost\r\n"

    private func connected(
        _ limits: ServerLimits = ServerLimits(),
        _ body: (RecordedConnection) throws -> Void
    ) throws {
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        try body(RecordedConnection(board))
    }

    @Test func `requests sent ahead are answered in their order`() throws {
        try connected { connection in
            let paths = ["/livez", "/nothing", "/api/key", "/livez"]
            let requests = paths.map { "GET \($0) HTTP/1.1\r\n\(Self.host)\r\n" }
            try connection.write(Array(requests.joined().utf8))
            #expect(try paths.map { _ in try connection.answer().status } == [200, 404, 200, 200])
        }
    }

    @Test func `the last asked for is the last answered when it says so`() throws {
        try connected { connection in
            let last = "GET /livez HTTP/1.1\r\n\(Self.host)Connection: close\r\n\r\n"
            try connection.write(Array((last + last).utf8))
            #expect(try connection.answer().fields["Connection"] == "close")
            #expect(try connection.endsSilently())
        }
    }

    @Test(arguments: ["", "Connection: keep-alive\r\n"])
    func `HTTP 1 point 0 gets one answer to a connection`(fields: String) throws {
        try connected { connection in
            try connection.write(Array("GET /livez HTTP/1.0\r\n\(fields)\r\n".utf8))
            let answer = try connection.answer()
            #expect(answer.status == 200)
            #expect(answer.fields["Connection"] == "close")
            #expect(try connection.endsSilently())
        }
    }

    @Test func `an empty line before a request is no matter`() throws {
        try connected { connection in
            try connection.write(Array("\r\nGET /livez HTTP/1.1\r\n\(Self.host)\r\n".utf8))
            #expect(try connection.answer().status == 200)
        }
    }

    @Test func `HEAD has the fields of GET and no content`() throws {
        try connected { connection in
            let get = try connection.request("GET", "/api/key")
            let head = try connection.request("HEAD", "/api/key")
            #expect(head.body.isEmpty && !get.body.isEmpty)
            #expect(head.fields["Content-Length"] == String(get.body.count))
            #expect(head.fields["Content-Type"] == get.fields["Content-Type"])
        }
    }

    @Test func `HEAD of the socket's address has the fields of GET`() throws {
        try connected { connection in
            let get = try connection.request("GET", "/ws")
            let head = try connection.request("HEAD", "/ws")
            #expect(get.status == 426 && head.status == 426)
            #expect(head.body.isEmpty)
            for name in ["Upgrade", "Sec-WebSocket-Version", "Content-Length", "Content-Type"] as [FieldName] {
                #expect(head.fields[name] == get.fields[name])
            }
        }
    }

    @Test func `whoever says goodbye behind a request gets its answer, also one that the disk is asked for`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1")
        for target in ["/livez", "/api/boards", "/api/cases/case-9", "/readyz"] {
            let connection = try RecordedConnection(board)
            let token = "Authorization: Bearer \(board.token(of: "p1"))\r\n"
            let request = "GET \(target) HTTP/1.1\r\n\(Self.host)\(token)\r\n"
            try connection.writeAndSayGoodbye(Array((request + request).utf8))
            let first = try connection.answer()
            #expect(first.status == (target.hasSuffix("9") ? 404 : 200), "\(target)")
            #expect(try connection.answer().body == first.body, "\(target)")
            #expect(try connection.endsSilently())
        }
    }

    @Test func `content that is expected is asked for, and content that is refused is not`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let fields = "\(Self.host)Content-Length: 2\r\nExpect: 100-continue\r\n"
        let connection = try RecordedConnection(board)
        let origin = "Origin: https://board.test\r\n"
        try connection.write(Array("POST /api/session HTTP/1.1\r\n\(origin)\(fields)\r\n".utf8))
        try connection.write(Array("{}".utf8))
        #expect(try connection.answer().status == 400)
        #expect(String(decoding: connection.received, as: UTF8.self).hasPrefix("HTTP/1.1 100 Continue\r\n\r\n"))

        for (path, status) in [("/api/tokens", 401), ("/nothing", 404), ("/livez", 405)] {
            let refused = try RecordedConnection(board)
            try refused.write(Array("POST \(path) HTTP/1.1\r\n\(fields)\r\n".utf8))
            #expect(try refused.answer().status == status)
            #expect(!String(decoding: refused.received, as: UTF8.self).contains("100 Continue"))
            #expect(try refused.endsSilently())
        }
    }

    @Test func `a request that does not end is told so`() throws {
        var limits = ServerLimits()
        limits.requestTime = .milliseconds(100)
        try connected(limits) { connection in
            try connection.write(Array("GET /livez HTTP/1.1\r\n".utf8))
            let answer = try connection.answer()
            #expect(answer.status == 408)
            #expect(answer.fields["Connection"] == "close")
            #expect(try connection.endsSilently())
        }
    }

    @Test(arguments: [
        ("OPTIONS", "/livez", 204, "GET, HEAD, OPTIONS"), ("DELETE", "/livez", 405, "GET, HEAD, OPTIONS"),
        ("OPTIONS", "/ws", 204, "GET, HEAD, OPTIONS"), ("POST", "/ws", 405, "GET, HEAD, OPTIONS"),
        ("OPTIONS", "*", 204, "DELETE, GET, HEAD, OPTIONS, POST"),
    ])
    func `a path names the methods it knows`(method: String, path: String, status: Int, allow: String) throws {
        try connected { connection in
            try connection.write(Array("\(method) \(path) HTTP/1.1\r\n\(Self.host)\r\n".utf8))
            let answer = try connection.answer(to: HTTPMethod(rawValue: method) ?? .get)
            #expect(answer.status == status)
            #expect(answer.fields["Allow"] == allow)
        }
    }

    @Test func `every 401 names a way in`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1", password: "correct horse battery")
        let connection = try RecordedConnection(board)
        let nobody = try connection.request("GET", "/api/boards")
        let wrong = try connection.request(
            "POST",
            "/api/session",
            fields: ["Origin": "https://board.test"],
            body: Array(#"{"login":"p1","password":"incorrect horse"}"#.utf8)
        )
        for answer in [nobody, wrong] {
            #expect(answer.status == 401)
            #expect(answer.fields["WWW-Authenticate"] == #"Bearer realm="consilium""#)
        }
    }
}
