import BoardServer
import Foundation
import TestSupport
import Testing
import Wire

/// What is too much in HTTP: the answer, and that the connection ends behind it while others are served.
@Suite("A request beyond a limit")
struct RequestLimitTests {
    private func answers(to request: String, on board: TestBoard) throws -> RecordedConnection.Answer {
        let healthy = try RecordedConnection(board)
        #expect(try healthy.request("GET", "/livez").status == 200)
        let client = try RecordedConnection(board)
        try client.write(Array(request.utf8))
        let answer = try client.answer()
        #expect(try healthy.request("GET", "/livez").status == 200)
        return answer
    }

    private static let limits = HTTPLimits()

    private static func head(_ line: String, _ fields: String...) -> String {
        ([line, "Host: localhost"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
    }

    private static let beyond: [(String, String, Int)] = [
        ("a target", head("GET /\(String(repeating: "a", count: limits.startLine)) HTTP/1.1"), 414),
        ("a method", head("\(String(repeating: "A", count: limits.method + 1)) / HTTP/1.1"), 501),
        ("a field", head("GET / HTTP/1.1", "X: \(String(repeating: "a", count: limits.fieldSection))"), 431),
        (
            "many fields",
            head("GET / HTTP/1.1", (0...limits.fieldCount).map { "X-\($0): a" }.joined(separator: "\r\n")), 431
        ),
        (
            "announced content",
            head("POST /api/session HTTP/1.1", "Origin: https://board.test", "Content-Length: \(1 << 30)"), 413
        ),
        (
            "content in chunks",
            head("POST /api/session HTTP/1.1", "Origin: https://board.test", "Transfer-Encoding: chunked")
                + "\(String(limits.body + 1, radix: 16))\r\n\(String(repeating: "a", count: limits.body + 1))\r\n0\r\n\r\n",
            413
        ),
        (
            "a chunk's line",
            head("POST /api/session HTTP/1.1", "Origin: https://board.test", "Transfer-Encoding: chunked")
                + "1;x=\(String(repeating: "a", count: limits.chunkLine))\r\na\r\n0\r\n\r\n", 400
        ),
        (
            "chunk extensions in all",
            head("POST /api/session HTTP/1.1", "Origin: https://board.test", "Transfer-Encoding: chunked")
                + String(repeating: "1;x=\(String(repeating: "a", count: 100))\r\na\r\n", count: 11) + "0\r\n\r\n", 400
        ),
        (
            "trailers",
            head("POST /api/session HTTP/1.1", "Origin: https://board.test", "Transfer-Encoding: chunked")
                + "0\r\nX: \(String(repeating: "a", count: limits.trailerSection))\r\n\r\n", 431
        ),
    ]

    @Test(arguments: beyond)
    func `is answered with the status of its kind, and disturbs nobody`(what: String, request: String, status: Int)
        throws
    {
        let board = try TestBoard()
        defer { board.end() }
        let answer = try answers(to: request, on: board)
        #expect(answer.status == status, "\(what)")
        #expect(answer.fields["Connection"] == "close", "\(what)")
    }

    @Test func `which does not end its head is answered with 408`() throws {
        let board = try TestBoard(limits: Self.quick { $0.requestTime = .milliseconds(100) })
        defer { board.end() }
        #expect(try answers(to: "GET /livez HTTP/1.1\r\nHost: local", on: board).status == 408)
    }

    @Test(arguments: ["G", "GET /livez HTTP/1.1", "GET /livez HTTP/1.1\r", "\r", "\r\nG"])
    func `which does not end its first line is answered with 408`(start: String) throws {
        let limits = Self.quick {
            $0.requestTime = .milliseconds(100)
            $0.idle = .seconds(300)
        }
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        #expect(try answers(to: start, on: board).status == 408)
    }

    @Test(arguments: ["GET / HTTP/1.1\r\nX: ", "GET /", "G"])
    func `which sends its head byte by byte is answered with 408 all the same`(start: String) throws {
        let log = RecordedLog()
        let board = try TestBoard(limits: Self.quick { $0.requestTime = .seconds(1) }, log: log)
        defer { board.end() }
        let client = try RecordedConnection(board)
        let healthy = try RecordedConnection(board)
        let deadline = ContinuousClock.now + .seconds(20)
        // A byte, and some answers to somebody else, until it is told: for as long as bytes come.
        try client.write(Array(start.utf8))
        while !log.lines.contains(where: { $0.contains("status=408") }) {
            try #require(ContinuousClock.now < deadline)
            try? client.write([UInt8(ascii: "a")])
            for _ in 1...4 { #expect(try healthy.request("GET", "/livez").status == 200) }
        }
        #expect(try client.answer().status == 408)
    }

    @Test func `which does not end its content is answered with 408, later`() throws {
        let board = try TestBoard(
            limits: Self.quick {
                $0.requestTime = .milliseconds(100)
                $0.contentTime = .milliseconds(300)
            }
        )
        defer { board.end() }
        let head = Self.head("POST /api/session HTTP/1.1", "Origin: https://board.test", "Content-Length: 10")
        let started = ContinuousClock.now
        #expect(try answers(to: head + "{", on: board).status == 408)
        #expect(started.duration(to: .now) > .milliseconds(400))
    }

    @Test func `is no matter of how long the one before it took to answer, or of how long none came`() throws {
        let board = try TestBoard(limits: Self.quick { $0.requestTime = .milliseconds(300) })
        defer { board.end() }
        let client = try RecordedConnection(board)
        let healthy = try RecordedConnection(board)
        for _ in 0..<3 {
            #expect(try client.request("GET", "/livez").status == 200)
            let started = ContinuousClock.now
            while started.duration(to: .now) < .milliseconds(200) {
                #expect(try healthy.request("GET", "/livez").status == 200)
            }
        }
    }

    @Test func `which never comes ends the connection without a word`() throws {
        let board = try TestBoard(limits: Self.quick { $0.idle = .milliseconds(100) })
        defer { board.end() }
        let client = try RecordedConnection(board)
        #expect(throws: TestBoard.Refused.self) { try client.answer() }
        #expect(client.received.isEmpty)
    }

    /// Limits of time that are looked at often.
    private static func quick(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        limits.sweep = .milliseconds(20)
        change(&limits)
        return limits
    }
}
