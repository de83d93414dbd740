import BoardClient
import BoardServer
import Foundation
import GRDB
import TestSupport
import Testing
import Wire

/// What a person is shown of our own faults, and what an operator finds by it.
@Suite("Faults")
struct FaultTests {
    private struct Scene {
        let log = RecordedLog()
        let board: TestBoard
        let story: Story
        let stranger: DatabaseQueue

        init() throws {
            board = try TestBoard(log: log)
            story = Story(board, reviewers: 3)
            try story.addPeople()
            try story.open()
            stranger = try DatabaseQueue(path: board.folder + "/consilium.sqlite")
        }

        func tamper(_ sql: String) throws { try stranger.inDatabase { try $0.execute(sql: sql) } }

        func say(_ command: String, key: String = "k1", to address: String = "commands") throws -> HTTPClient.Answer {
            try board.http(as: "coordinator").post("/api/cases/case-1/\(address)", Array(command.utf8), key: key)
        }

        /// The correlation id of a 500, once a line of the log has it.
        func expectLogged(_ answer: HTTPClient.Answer, _ message: String) throws {
            #expect(answer.status == 500)
            let text = String(decoding: answer.body, as: UTF8.self)
            let id = try #require(text.firstMatch(of: /"detail":"([0-9a-f]{12})"/)).1
            #expect(log.line(with: message, "correlation=\(id)", "error=") != nil, "\(log.lines.suffix(3))")
        }
    }

    private let consent = #"{"recordConsent":{"date":"2026-10-01"}}"#

    @Test func `a command that faults on the writer is found in the log by what the person was shown`() throws {
        let scene = try Scene()
        defer { scene.board.end() }
        try scene.tamper("CREATE TRIGGER no BEFORE INSERT ON receipt BEGIN SELECT RAISE(ABORT, 'no'); END")
        try scene.expectLogged(try scene.say(consent), "command faulted")
        try scene.tamper("DROP TRIGGER no")
        #expect(try scene.say(consent).status == 200)
    }

    @Test func `so is one that faults while it is prepared`() throws {
        let scene = try Scene()
        scene.board.stop()
        let log = RecordedLog()
        let board = try TestBoard(folder: scene.board.folder, log: log)
        defer { board.end() }
        board.adopt(scene.board)
        // Folding needs the events, and this server has not folded the case yet.
        try scene.tamper("ALTER TABLE event RENAME TO away")
        let answer = try board.http(as: "coordinator").post(
            "/api/cases/case-1/commands",
            Array(consent.utf8),
            key: "k1"
        )
        #expect(answer.status == 500)
        let text = String(decoding: answer.body, as: UTF8.self)
        let id = try #require(text.firstMatch(of: /"detail":"([0-9a-f]{12})"/)).1
        #expect(log.line(with: "preparation faulted", "correlation=\(id)") != nil)
    }

    @Test func `a replay that the disk fails is logged, and its socket told to come back`() throws {
        let scene = try Scene()
        defer { scene.board.end() }
        let socket = try scene.board.socket("coordinator")
        try scene.tamper("ALTER TABLE event RENAME TO away")
        try socket.say(#"{"id":"j","join":{"case":"case-1","at":{}}}"#)
        #expect(try socket.ending() == 4005)
        #expect(scene.log.line(with: "error replay faulted", "error=") != nil)
        try scene.tamper("ALTER TABLE away RENAME TO event")
        let back = try scene.board.socket("coordinator")
        try back.say(#"{"id":"j","join":{"case":"case-1","at":{}}}"#)
        try back.hear(until: #""caught-up""#)
    }
}
