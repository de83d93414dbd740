import BoardServer
import Foundation
import TestSupport
import Testing
import Wire

/// A few of each family over real TLS; the whole table is the decoder's (`RefusedRequest`).
@Suite("Requests that break the protocol")
struct RefusedConnectionTests {
    private static let host = "Host: localhost\r\n"

    @Test(arguments: [
        (400, "GET / HTTP/1.1\nHost: localhost\n\n"),
        (400, "GET / HTTP/1.1\r\n\(host)X: a\r\n b\r\n\r\n"),
        (400, "GET / HTTP/1.1\r\n\(host)X : a\r\n\r\n"),
        (400, "GET / HTTP/1.1\r\n\(host)X: a\0b\r\n\r\n"),
        (400, "GET / HTTP/1.1\r\n\r\n"),
        (400, "GET / HTTP/1.1\r\n\(host)\(host)\r\n"),
        (400, "GET / HTTP/1.1\r\nHost: me@localhost\r\n\r\n"),
        (400, "GET /livez http/1.1\r\n\(host)\r\n"),
        (400, "POST /livez HTTP/1.1\r\n\(host)Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"),
        (400, "POST /livez HTTP/1.1\r\n\(host)Content-Length: 3, 3\r\n\r\n"),
        (400, "POST /livez HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n1 \r\n"),
        (400, "POST /livez HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"),
        (413, "POST /livez HTTP/1.1\r\n\(host)Content-Length: 65537\r\n\r\n"),
        (413, "POST /livez HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n10001\r\n"),
        (414, "GET /" + String(repeating: "a", count: 9000)),
        (417, "POST /livez HTTP/1.1\r\n\(host)Expect: tea\r\nContent-Length: 1\r\n\r\n"),
        (421, "GET http://localhost/ HTTP/1.1\r\n\(host)\r\n"),
        (431, "GET / HTTP/1.1\r\n\(host)X: " + String(repeating: "a", count: 17_000)),
        (431, "GET / HTTP/1.1\r\n" + String(repeating: "X: a\r\n", count: 65)),
        (501, "POST /livez HTTP/1.1\r\n\(host)Transfer-Encoding: gzip\r\n\r\n"),
        (501, "CONNECT localhost:443 HTTP/1.1\r\n\(host)\r\n"),
        (501, "get /livez HTTP/1.1\r\n\(host)\r\n"),
        (501, "TRACE /livez HTTP/1.1\r\n\(host)\r\n"),
        (505, "GET / HTTP/2.0\r\n\(host)\r\n"),
    ])
    func `each gets its answer, and the connection ends`(status: Int, request: String) throws {
        let board = try TestBoard()
        defer { board.end() }
        let connection = try RecordedConnection(board)
        try connection.write(Array(request.utf8))
        let answer = try connection.answer()
        #expect(answer.status == status, "\(answer.text)")
        #expect(answer.fields["Connection"] == "close")
        #expect(answer.fields["Date"] != nil)
        #expect(answer.fields["Content-Length"] == String(answer.body.count))
        #expect(answer.fields["Content-Type"] == "application/problem+json")
        #expect(try connection.endsSilently())
    }

    @Test func `what was asked before the breach is answered first`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let connection = try RecordedConnection(board)
        try connection.write(Array("GET /livez HTTP/1.1\r\n\(Self.host)\r\nGET / HTTP/1.1\n".utf8))
        #expect(try connection.answer().status == 200)
        #expect(try connection.answer().status == 400)
        #expect(try connection.endsSilently())
    }

    @Test func `a refusal of HEAD has no content`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let connection = try RecordedConnection(board)
        try connection.write(Array("HEAD /livez HTTP/1.1\r\n\(Self.host)Content-Length: 65537\r\n\r\n".utf8))
        let answer = try connection.answer(to: .head)
        #expect(answer.status == 413)
        #expect(try connection.endsSilently())
    }
}
