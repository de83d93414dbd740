import BoardClient
import Foundation
import TestSupport
import Testing
import Wire

@Suite("Saying it again")
struct IdempotencyTests {
    @Test func `a command under its key is done once and answered alike, and the key is no other command's`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        let client = board.http(as: "p1")
        let address = "/api/cases/case-1/commands"
        let read = Array(#"{"markRead":{"part":"d-imaging"}}"#.utf8)
        let first = try client.post(address, read, key: "k1")
        #expect(first.status == 200)
        let count = try story.desk("p1").events(of: "own").count
        let again = try client.post(address, read, key: "k1")
        #expect(again.status == 200)
        #expect(again.body == first.body)
        #expect(try story.desk("p1").events(of: "own").count == count)
        let other = try client.post(address, Array(#"{"markRead":{"part":"d-histology"}}"#.utf8), key: "k1")
        #expect(other.status == 422)
        #expect(String(decoding: other.body, as: UTF8.self).contains(#""code":"key-reused""#))
        // A key is a person's own.
        #expect(try board.http(as: "p2").post(address, read, key: "k1").status == 200)
    }

    @Test func `the socket and HTTP share their keys`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        let socket = try board.socket("p1")
        try socket.say(#"{"id":"k1","markRead":{"case":"case-1","part":"d-imaging"}}"#)
        let live = try #require(try socket.hear(until: #""re":"k1""#).last)
        let again = try story.desk("p1").client.post(
            "/api/cases/case-1/commands",
            Array(#"{"markRead":{"part":"d-imaging"}}"#.utf8),
            key: "k1"
        )
        #expect(live == #"{"re":"k1","ok":"# + String(decoding: again.body, as: UTF8.self) + "}")
    }

    @Test func `a case opened twice under one key is one case`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople()
        let body = [UInt8](try JSONSerialization.data(withJSONObject: ["openCase": ["sheet": story.sheet()]]))
        let client = board.http(as: story.coordinator)
        let first = try client.post("/api/cases", body, key: "unnamed")
        let again = try client.post("/api/cases", body, key: "unnamed")
        #expect(first.status == 201)
        #expect(again.body == first.body)
        #expect(try client.post("/api/cases", body, key: "another").body != first.body)
    }
}
