import BoardClient
import TestSupport
import Testing
import Wire

@Suite("Blobs")
struct BlobTests {
    @Test func `immutable bytes come with their hash, in ranges, or not at all when they are held`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        let hash = try #require(try story.desk("p1").versions()["d-imaging"])
        let address = "/api/cases/case-1/blobs/\(hash)"
        let client = board.http(as: "p1")
        let whole = try client.send("GET", address)
        #expect(whole.status == 200)
        #expect(whole.body == Array(Story.letter.utf8))
        #expect(whole.fields["ETag"] == "\"\(hash)\"")
        #expect(whole.fields["Content-Type"] == "text/plain; charset=utf-8")
        #expect(whole.fields["Cache-Control"] == "no-store")
        let held = try client.send("GET", address, fields: ["If-None-Match": "\"\(hash)\""])
        #expect(held.status == 304)
        #expect(held.body.isEmpty)
        let part = try client.send("GET", address, fields: ["Range": "bytes=0-5"])
        #expect(part.status == 206)
        #expect(part.body == Array("Befund".utf8))
        #expect(part.fields["Content-Range"] == "bytes 0-5/\(whole.body.count)")
        #expect(try client.send("GET", address, fields: ["Range": "bytes=-7"]).body == Array(whole.body.suffix(7)))
        let beyond = try client.send("GET", address, fields: ["Range": "bytes=9999-"])
        #expect(beyond.status == 416)
        #expect(beyond.fields["Content-Range"] == "bytes */\(whole.body.count)")
        let head = try client.send("HEAD", address)
        #expect(head.status == 200)
        #expect(head.fields["Content-Length"] == "\(whole.body.count)")
        #expect(head.body.isEmpty)
    }

    @Test func `the tag of a case changes with what its reader may know`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        let client = board.http(as: "p1")
        let tag = try #require(try client.send("GET", "/api/cases/case-1").fields["ETag"])
        try story.desk("p2").say(#"{"markRead":{"part":"d-imaging"}}"#)
        #expect(try client.send("GET", "/api/cases/case-1", fields: ["If-None-Match": tag]).status == 304)
        try story.desk("p1").say(#"{"markRead":{"part":"d-imaging"}}"#)
        #expect(try client.send("GET", "/api/cases/case-1", fields: ["If-None-Match": tag]).status == 200)
    }
}
