import BoardClient
import BoardServer
import Foundation
import TestSupport
import Testing

/// Reading a stream over HTTP, piece by piece.
@Suite("Pages of a stream")
struct StreamPageTests {
    private let board: TestBoard
    private let story: Story

    init() throws {
        var limits = ServerLimits()
        limits.commandBurst = 10_000
        limits.requestBurst = 10_000
        limits.requestByteBurst = 64 << 20
        board = try TestBoard(limits: limits)
        story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
    }

    private func say(_ count: Int, _ text: String) throws {
        let desk = story.desk("p1")
        for number in 1...count {
            _ = try desk.say(#"{"postComment":{"comment":{"id":"k\#(number)","text":"\#(text)"}}}"#)
        }
    }

    private func object(_ body: [UInt8]) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    /// A page: the numbers of its events, and how many bytes it has.
    private func page(_ query: String) throws -> (sequence: [Int], byteCount: Int) {
        let answer = try board.http(as: "p1").send("GET", "/api/cases/\(story.caseID)/streams/board\(query)")
        try #require(answer.status == 200)
        let events = try #require(object(answer.body)["events"] as? [[String: Any]])
        return (events.compactMap { $0["seq"] as? Int }, answer.body.count)
    }

    /// Every page, each after the last event of the one before.
    private func pages() throws -> [(sequence: [Int], byteCount: Int)] {
        var all: [(sequence: [Int], byteCount: Int)] = []
        while true {
            let next = try page("?after=\(all.last?.sequence.last ?? 0)")
            guard !next.sequence.isEmpty else { return all }
            all.append(next)
        }
    }

    @Test func `hold five hundred events at most, and together each of them once`() throws {
        defer { board.end() }
        try say(520, "kurz")
        let pages = try pages()
        #expect(pages.map(\.sequence.count).first == 500)
        let all = pages.flatMap(\.sequence)
        #expect(all.count > 520)
        #expect(all == Array(1...all.count))
        #expect(try page("?after=3&limit=2").sequence == [4, 5])
    }

    @Test func `end with the event that makes them a mebibyte, and together hold each event once`() throws {
        defer { board.end() }
        let text = String(repeating: "Abstand 48 mm. ", count: 1_000)
        try say(90, text)
        let pages = try pages()
        #expect(pages.count == 2)
        #expect(pages[0].byteCount > 1 << 20)
        #expect(pages.allSatisfy { $0.byteCount < (1 << 20) + 2 * text.utf8.count })
        let all = pages.flatMap(\.sequence)
        #expect(all == Array(1...all.count))
    }

    @Test(arguments: ["?limit=0", "?limit=501", "?limit=-1", "?limit=x", "?after=-1", "?after=x"])
    func `that are no pages are malformed`(query: String) throws {
        defer { board.end() }
        let answer = try board.http(as: "p1").send("GET", "/api/cases/\(story.caseID)/streams/board\(query)")
        #expect(answer.status == 400)
        #expect(try object(answer.body)["code"] as? String == "malformed")
    }
}
