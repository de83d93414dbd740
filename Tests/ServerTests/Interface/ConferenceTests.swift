import BoardAPI
import BoardClient
import Cryptography
import Foundation
import TestSupport
import Testing
import TumorBoard
import Wire

@testable import BoardServer

@Suite("Scheduling a conference")
struct ConferenceTests {
    /// A request for a conference, its chair the first of those who take part.
    private func request(
        _ people: [String] = ["p1", "p2", "coordinator"],
        id: String? = nil,
        cases: [String]
    ) -> [UInt8] {
        let agenda = cases.map { #"{"case":"\#($0)","minutes":20}"# }.joined(separator: ",")
        let participants = people.map { #""\#($0)""# }.joined(separator: ",")
        let name = id.map { #""id":"\#($0)","# } ?? ""
        return Array(
            #"{\#(name)"schedule":{"title":"Konferenz","starts":\#(starts),"timeZone":"Europe/Berlin","durationMinutes":60,"chair":"\#(people[0])","participants":[\#(participants)],"agenda":[\#(agenda)]}}"#
                .utf8
        )
    }

    private let starts = Story.day(3)

    private func schedule(_ board: TestBoard, as person: String, _ key: String, cases: [String]) throws
        -> HTTPClient.Answer
    {
        try board.http(as: person).post("/api/conferences", request(cases: cases), key: key)
    }

    private func conferences(_ board: TestBoard) throws -> [String] {
        struct Boards: Decodable {
            var conferences: [Line]
            struct Line: Decodable { var id: String }
        }
        let answer = try board.http(as: "coordinator").send("GET", "/api/boards")
        return try Canonical.decode(Boards.self, from: answer.body).conferences.map(\.id)
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
        let body = request(cases: ["case-1"])
        let client = board.http(as: "coordinator")
        let first = try client.post("/api/conferences", body, key: "k1")
        let again = try client.post("/api/conferences", body, key: "k1")
        #expect(first.status == 201)
        #expect(again.status == 201)
        #expect(first.body == again.body)
        #expect(try slots(story) == [1])
        let other = request(["p1"], cases: ["case-1"])
        #expect(try client.post("/api/conferences", other, key: "k1").status == 422)
    }

    @Test func `nothing is stored when a case on the agenda takes no slot any more`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let open = Story(board, case: "case-ahorn")
        let over = Story(board, case: "case-birke")
        try open.addPeople()
        try open.open()
        try over.open()
        try over.desk(over.coordinator).say(#"{"withdraw":{"reason":"Umzug"}}"#)
        let refused = try schedule(board, as: "coordinator", "k1", cases: ["case-ahorn", "case-birke"])
        #expect(refused.status == 409)
        #expect(String(decoding: refused.body, as: UTF8.self).contains("agenda: case-birke"))
        #expect(try slots(open).isEmpty)
        #expect(try conferences(board).isEmpty)
        #expect(try schedule(board, as: "coordinator", "k1", cases: ["case-ahorn"]).status == 201)
    }

    @Test func `a case that ends before it has its slot is named, and the others have theirs`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let open = Story(board, case: "case-ahorn")
        let over = Story(board, case: "case-birke")
        try open.addPeople()
        try open.open()
        try over.open()
        let body = request(id: "conf1", cases: ["case-birke", "case-ahorn"])
        struct Scheduling: Decodable { var schedule: Meeting }
        let conference = try Canonical.decode(Scheduling.self, from: body).schedule.conference
        let (id, person) = (try #require(ConferenceID("conf1")), try #require(PersonID("coordinator")))
        // The meeting stands and no slot does, as when the server ends in the middle.
        let stored: DeskReply = try answer { respond in
            board.server.core.desk.schedule(
                ConferenceOrder(
                    id: id,
                    person: person,
                    key: "k1",
                    digest: SHA256.hash(body),
                    conference: conference,
                    respond: respond
                )
            )
        }
        #expect(stored.isDone)
        try over.desk(over.coordinator).say(#"{"withdraw":{"reason":"Umzug"}}"#)
        let answer = try board.http(as: "coordinator").post("/api/conferences", body, key: "k1")
        #expect(answer.status == 201)
        #expect(
            String(decoding: answer.body, as: UTF8.self)
                == #"{"conference":"conf1","refused":[{"case":"case-birke","code":"phase-forbids"}]}"#
        )
        #expect(try slots(open) == [2])
        #expect(try slots(over).isEmpty)
    }

    @Test func `who guesses a name is asked everything before they learn that it is taken`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople()
        try board.add("rival", rights: ["coordinator"])
        let owner = board.http(as: "coordinator")
        let taken = try owner.post("/api/conferences", request(id: "conf1", cases: []), key: "k1")
        #expect(taken.status == 201)
        let rival = board.http(as: "rival")
        let guesses = try ["conf1", "conf2"].map { id in
            try rival.post("/api/conferences", request(["nobody"], id: id, cases: []), key: id)
        }
        #expect(guesses.map(\.status) == [422, 422])
        #expect(guesses[0].body == guesses[1].body)
        #expect(try rival.post("/api/conferences", request(id: "conf1", cases: []), key: "k2").status == 409)
    }

    @Test func `a case stands on an agenda once`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople()
        try story.open()
        #expect(try schedule(board, as: "coordinator", "k1", cases: ["case-1", "case-1"]).status == 422)
        #expect(try slots(story).isEmpty)
        #expect(try conferences(board).isEmpty)
    }

    @Test(arguments: [("nobody", "p1"), ("p1", "nobody"), ("gone", "p1"), ("p1", "gone")])
    func `whoever leads or takes part has an account that is not disabled`(chair: String, other: String) throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople()
        try board.add("gone")
        _ = try board.administer(.disablePerson(login: "gone"))
        try story.open()
        let body = request([chair, other], cases: [])
        let answer = try board.http(as: "coordinator").post("/api/conferences", body, key: "k1")
        #expect(answer.status == 422)
        #expect(String(decoding: answer.body, as: UTF8.self).contains("participants: \(chair == "p1" ? other : chair)"))
        #expect(try conferences(board).isEmpty)
    }

    @Test func `said again under its key it is answered as it was, though a case is over by now`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople()
        try story.open()
        let body = request(cases: ["case-1"])
        let client = board.http(as: "coordinator")
        #expect(try client.post("/api/conferences", body, key: "k1").status == 201)
        try story.desk(story.coordinator).say(#"{"withdraw":{"reason":"Umzug"}}"#)
        #expect(try client.post("/api/conferences", body, key: "k1").status == 201)
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
