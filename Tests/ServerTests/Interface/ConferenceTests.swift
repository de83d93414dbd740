import BoardClient
import Foundation
import TestSupport
import Testing
import TumorBoard
import Wire

@Suite("Scheduling a conference")
struct ConferenceTests {
    private func schedule(_ board: TestBoard, as person: String, _ key: String, cases: [String]) throws
        -> HTTPClient.Answer
    {
        let agenda = cases.map { #"{"case":"\#($0)","minutes":20}"# }.joined(separator: ",")
        let body =
            #"{"schedule":{"title":"Konferenz","starts":\#(Story.day(3)),"timeZone":"Europe/Berlin","durationMinutes":60,"chair":"p1","participants":["p1","p2","coordinator"],"agenda":[\#(agenda)]}}"#
        return try board.http(as: person).post("/api/conferences", Array(body.utf8), key: key)
    }

    private func slots(_ story: Story) throws -> [Int] {
        try story.desk(story.coordinator).events(of: "dossier").compactMap { event in
            if case .slotAssigned(let assigned) = event { assigned.slot } else { nil }
        }
    }

    @Test func `every case on the agenda is told its slot, and the meeting names no case`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let first = Story(board, case: "case-ahorn")
        let second = Story(board, case: "case-birke")
        try first.addPeople()
        try first.open()
        try second.open()
        let answer = try schedule(board, as: "coordinator", "k1", cases: ["case-birke", "case-ahorn"])
        #expect(answer.status == 201)
        let address = try #require(answer.fields["Location"])
        #expect(try slots(first) == [2])
        #expect(try slots(second) == [1])
        for person in ["p1", "p2", "coordinator"] {
            let seen = try board.http(as: person).send("GET", address)
            #expect(seen.status == 200)
            let text = String(decoding: seen.body, as: UTF8.self)
            for secret in ["case-ahorn", "case-birke", "AHORN-17", "Stoma"] { #expect(!text.contains(secret)) }
        }
        #expect(try board.http(as: "p3").send("GET", address).status == 404)
        let boards = try board.http(as: "p2").send("GET", "/api/boards")
        #expect(!String(decoding: boards.body, as: UTF8.self).contains("case-ahorn"))
    }

    @Test func `said again under its key it is the same conference, and no slot twice`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople()
        try story.open()
        let starts = Story.day(3)
        let body =
            #"{"schedule":{"title":"Konferenz","starts":\#(starts),"timeZone":"Europe/Berlin","durationMinutes":60,"chair":"p1","participants":["p1"],"agenda":[{"case":"case-1","minutes":20}]}}"#
        let client = board.http(as: "coordinator")
        let first = try client.post("/api/conferences", Array(body.utf8), key: "k1")
        let again = try client.post("/api/conferences", Array(body.utf8), key: "k1")
        #expect(first.status == 201)
        #expect(again.status == 201)
        #expect(first.body == again.body)
        #expect(try slots(story) == [1])
        let other = body.replacing("Konferenz", with: "Andere")
        #expect(try client.post("/api/conferences", Array(other.utf8), key: "k1").status == 422)
    }

    @Test func `only a coordinator schedules, and only cases of their own`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople()
        try board.add("rival", rights: ["coordinator"])
        try story.open()
        #expect(try schedule(board, as: "p1", "k1", cases: ["case-1"]).status == 403)
        let foreign = try schedule(board, as: "rival", "k2", cases: ["case-1"])
        let unknown = try schedule(board, as: "rival", "k3", cases: ["case-9"])
        #expect(foreign.status == 422)
        #expect(unknown.status == 422)
        #expect(
            String(decoding: foreign.body, as: UTF8.self).replacing("case-1", with: "case-9")
                == String(decoding: unknown.body, as: UTF8.self)
        )
        #expect(try slots(story).isEmpty)
        let boards = try board.http(as: "rival").send("GET", "/api/boards")
        #expect(boards.body == Array(#"{"cases":[],"conferences":[]}"#.utf8))
    }
}
