import BoardClient
import BoardServer
import Foundation
import TestSupport
import Testing
import Wire

@Suite("The allowance of commands")
struct CommandAllowanceTests {
    private static let burst = 12

    /// A case under review; everyone there has a fresh allowance, which fills too slowly to matter.
    private func scene() throws -> Story {
        let first = Story(try TestBoard(), reviewers: 3)
        try first.addPeople()
        try first.reachReview()
        first.board.stop()
        var limits = ServerLimits()
        limits.commandBurst = Self.burst
        limits.commandsPerSecond = 0
        let board = try TestBoard(folder: first.board.folder, limits: limits)
        board.adopt(first.board)
        return Story(board, reviewers: 3)
    }

    private let read = #"{"markRead":{"part":"d-imaging"}}"#

    private func say(_ board: TestBoard, as person: String, _ key: String) throws -> HTTPClient.Answer {
        try board.http(as: person).post("/api/cases/case-1/commands", Array(read.utf8), key: key)
    }

    @Test func `who says too much over HTTP is told when to come back, and another person beside is served`() throws {
        let story = try scene()
        defer { story.board.end() }
        #expect(try say(story.board, as: "p1", "k1").status == 200)
        // What the rules refuse counts as well.
        for number in 2...Self.burst { #expect(try say(story.board, as: "p1", "k\(number)").status == 409) }
        let refused = try say(story.board, as: "p1", "k99")
        #expect(refused.status == 429)
        #expect(Int(refused.fields["Retry-After"] ?? "") ?? 0 >= 1)
        #expect(String(decoding: refused.body, as: UTF8.self).contains(#""code":"throttled""#))
        #expect(try say(story.board, as: "p2", "k1").status == 200)
        #expect(try story.board.http(as: "p1").send("GET", "/api/cases/case-1").status == 200, "reading goes on")
    }

    @Test func `the socket draws on the same allowance, and stays open`() throws {
        let story = try scene()
        defer { story.board.end() }
        let socket = try story.board.socket("p1")
        for number in 1...Self.burst {
            try socket.say(#"{"id":"k\#(number)","markRead":{"case":"case-1","part":"d-imaging"}}"#)
            try socket.hear(until: #""re":"k\#(number)""#)
        }
        try socket.say(#"{"id":"late","markRead":{"case":"case-1","part":"d-imaging"}}"#)
        let answer = try socket.hear(until: #""re":"late""#).last
        #expect(answer == #"{"error":{"code":"throttled","retry":true},"re":"late"}"#)
        #expect(try say(story.board, as: "p1", "k99").status == 429)
        try socket.say(#"{"id":"b","beat":{}}"#)
        try socket.hear(until: #""re":"b""#)
        #expect(try say(story.board, as: "p3", "k1").status == 200)
    }
}
