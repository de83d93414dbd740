import BoardClient
import BoardServer
import Foundation
import TestSupport
import Testing
import Wire

/// What is large takes memory: content that comes, answers that nobody takes. Both are bounded in all and for each person.
@Suite("Large content and large answers")
struct LargeContentTests {
    private static let large = 1 << 20

    private func board(_ change: (inout ServerLimits) -> Void = { _ in }) throws -> TestBoard {
        var limits = ServerLimits()
        change(&limits)
        let board = try TestBoard(limits: limits)
        for person in ["p1", "p2"] { try board.add(person) }
        return board
    }

    /// A request for a document of a case that does not exist, up to its content; asks whether the content may come.
    private func announce(_ length: String, as person: String?, on board: TestBoard) throws -> RecordedConnection {
        let connection = try RecordedConnection(board)
        let token = person.map { "Authorization: Bearer \(board.token(of: $0))\r\n" } ?? ""
        let fields = "Host: localhost\r\nIdempotency-Key: k\r\n\(token)\(length)\r\nExpect: 100-continue\r\n\r\n"
        try connection.write(Array("POST /api/cases/nowhere/documents HTTP/1.1\r\n\(fields)".utf8))
        return connection
    }

    private func announce(as person: String, on board: TestBoard) throws -> RecordedConnection {
        try announce("Content-Length: \(Self.large)", as: person, on: board)
    }

    /// The status that is answered at once, or 100 when the content may come.
    private func status(_ connection: RecordedConnection) throws -> Int {
        try connection.hasInterimAnswer() ? 100 : connection.answer().status
    }

    @Test func `of one person are refused beyond a few before they are read, and another's is taken`() throws {
        let board = try board()
        defer { board.end() }
        let count = ServerLimits().largeContentsPerPerson
        var held = try (0..<count).map { _ in try announce(as: "p1", on: board) }
        for connection in held { #expect(try status(connection) == 100) }
        let refused = try announce(as: "p1", on: board)
        let answer = try refused.answer()
        #expect(answer.status == 429)
        #expect(answer.fields["Retry-After"] == "1")
        #expect(answer.object["code"] as? String == "throttled")
        #expect(try refused.endsSilently())
        // Small content needs no share, and another has shares of their own.
        #expect(try status(announce("Content-Length: 100", as: "p1", on: board)) == 100)
        let other = try announce(as: "p2", on: board)
        #expect(try status(other) == 100)
        let padding = String(repeating: " ", count: Self.large - 2)
        try other.write(Array("{\(padding)}".utf8))
        #expect(try other.answer().status == 400)
        // A share comes back with the answer, and with the connection.
        #expect(try status(announce(as: "p2", on: board)) == 100)
        held.removeLast().close()
        let deadline = ContinuousClock.now + .seconds(20)
        while try status(announce(as: "p1", on: board)) == 429 { try #require(ContinuousClock.now < deadline) }
    }

    @Test func `beyond what there is in all are unavailable, and everything else is served`() throws {
        let board = try board { $0.largeContentBytes = Self.large + 1 }
        defer { board.end() }
        let first = try announce(as: "p1", on: board)
        #expect(try status(first) == 100)
        let answer = try announce(as: "p2", on: board).answer()
        #expect(answer.status == 503)
        #expect(answer.fields["Retry-After"] == "1")
        #expect(answer.object["code"] as? String == "unavailable")
        #expect(try board.http(as: "p2").send("GET", "/api/boards").status == 200)
        #expect(try status(announce("Content-Length: 100", as: "p2", on: board)) == 100)
    }

    @Test func `in chunks count as the longest that may come, and strangers get no share`() throws {
        let board = try board { $0.largeContentBytes = 2 * Self.large }
        defer { board.end() }
        #expect(try status(announce("Transfer-Encoding: chunked", as: "p1", on: board)) == 503)
        #expect(try status(announce("Content-Length: \(Self.large)", as: nil, on: board)) == 401)
        #expect(try status(announce("Content-Length: \(1 << 40)", as: "p1", on: board)) == 413)
        #expect(try status(announce(as: "p1", on: board)) == 100)
    }

    @Test func `answers that nobody takes are bounded for each person, and another gets theirs`() throws {
        let story = Story(
            try TestBoard(limits: Self.limits { $0.largeAnswersPerPerson = 1 }),
            reviewers: 3
        )
        let board = story.board
        defer { board.end() }
        let target = try Self.largeBlob(of: story)
        var greedy: RecordedConnection? = try RecordedConnection(board)
        let request = RequestEncoder.encode(
            .get,
            target,
            host: Authority(host: "localhost", port: Int(board.address.port)),
            fields: board.bearing("p1")
        )
        // More than all buffers of the kernel hold.
        try greedy?.write((0..<40).flatMap { _ in request })
        let modest = try RecordedConnection(board)
        let other = try RecordedConnection(board)
        let deadline = ContinuousClock.now + .seconds(20)
        var answer = try modest.request("GET", target, fields: board.bearing("p1"))
        while answer.status == 200, ContinuousClock.now < deadline {
            answer = try modest.request("GET", target, fields: board.bearing("p1"))
        }
        #expect(answer.status == 429)
        #expect(answer.fields["Retry-After"] == "1")
        #expect(try other.request("GET", target, fields: board.bearing("coordinator")).body.count > 64 << 10)
        #expect(try modest.request("GET", "/api/boards", fields: board.bearing("p1")).status == 200)
        // Gone with a reset, since it leaves bytes unread.
        greedy = nil
        while try modest.request("GET", target, fields: board.bearing("p1")).status == 429 {
            try #require(ContinuousClock.now < deadline)
        }
    }

    @Test func `answers that were taken make room for the next on the same connection`() throws {
        let story = Story(try TestBoard(limits: Self.limits { $0.largeAnswersPerPerson = 1 }), reviewers: 3)
        defer { story.board.end() }
        let target = try Self.largeBlob(of: story)
        let connection = try RecordedConnection(story.board)
        for _ in 1...3 {
            #expect(try connection.request("GET", target, fields: story.board.bearing("p1")).status == 200)
        }
    }

    @Test func `answers beyond what there is in all are unavailable`() throws {
        let story = Story(try TestBoard(limits: Self.limits { $0.largeAnswerBytes = 100 << 10 }), reviewers: 3)
        defer { story.board.end() }
        let target = try Self.largeBlob(of: story)
        let client = story.board.http(as: "p1")
        let answer = try client.send("GET", target)
        #expect(answer.status == 503)
        #expect(answer.fields["Retry-After"] == "1")
        #expect(try client.send("GET", "/api/cases/case-1").status == 200)
    }

    private static func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        change(&limits)
        return limits
    }

    /// A case under review, with half a mebibyte of text in its dossier; the address of that.
    private static func largeBlob(of story: Story) throws -> String {
        try story.addPeople()
        try story.open()
        try story.prepare()
        let text = String(repeating: "Abstand 48 mm. ", count: 35_000)
        try story.desk(story.coordinator).file("d-long", text)
        try story.freeze()
        let hash = try story.desk("p1").versions().first { $0.key.hasPrefix("d-long") }?.value
        return "/api/cases/case-1/blobs/\(try #require(hash))"
    }

    @Test func `the memory of one connection is a sum of limits`() {
        var limits = ServerLimits()
        let usual = limits.bytesPerConnection
        #expect(usual < 4 << 20)
        limits.pendingFrameBytes += 100
        #expect(limits.bytesPerConnection == usual + 200)
    }
}
