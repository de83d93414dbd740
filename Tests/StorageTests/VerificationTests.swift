import BoardClient
import BoardServer
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite("The check of a whole board")
struct VerificationTests {
    /// A case under review, no server running on it.
    private func data() throws -> String {
        let board = try TestBoard()
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        try story.review("p1")
        try story.seal("p1")
        let meeting =
            #"{"id":"meeting","schedule":{"title":"Konferenz","starts":\#(Story.day(3)),"timeZone":"Europe/Berlin","durationMinutes":60,"chair":"p1","participants":["p1","p2"],"agenda":[{"case":"case-1","minutes":20}]}}"#
        let answer = try board.http(as: "coordinator").post("/api/conferences", Array(meeting.utf8), key: "k1")
        #expect(answer.status == 201)
        board.stop()
        return board.folder
    }

    private func tamper(_ folder: String, _ sql: String) throws {
        let stranger = try DatabaseQueue(path: folder + "/consilium.sqlite")
        try stranger.inDatabase { try $0.execute(sql: sql) }
        try stranger.close()
    }

    @Test func `a board as the server leaves it has no flaw`() throws {
        let folder = try data()
        defer { TemporaryFolder.remove(folder) }
        let report = try Verification.run(data: folder)
        #expect(report.flaws.isEmpty)
        #expect(report.streams >= 5)
        #expect(report.blobs >= 6)
    }

    @Test(arguments: [
        (
            "a byte of a blob", "UPDATE blob SET bytes = CAST(replace(CAST(bytes AS TEXT), '48 mm', '49 mm') AS BLOB)",
            "does not match its hash"
        ),
        (
            "a blob that is gone", "DELETE FROM blob WHERE id = (SELECT min(id) FROM blob)",
            "refers to a blob that is not there"
        ),
        ("a blob nobody may fetch", "DELETE FROM publication WHERE stream = 'dossier'", "its readers cannot fetch"),
        (
            "a sealed blob opened",
            "INSERT INTO publication SELECT aggregate, hash, 'dossier' FROM publication WHERE stream = 'own/p1' LIMIT 1",
            "no event of it refers to"
        ),
        (
            "a blob of nobody",
            "INSERT INTO blob (aggregate, hash, bytes) VALUES ('case-1', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'')",
            "is an orphan"
        ),
        (
            "a byte of an event",
            "DROP TRIGGER event_is_immutable; UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '2026-10-01', '2026-10-02') AS BLOB)",
            "does not match its chain hash"
        ),
        (
            "an event that is no event", "DROP TRIGGER event_is_immutable; UPDATE event SET body = x'00' WHERE seq = 2",
            "cannot be read"
        ),
        (
            "a chain hash", "DROP TRIGGER event_is_immutable; UPDATE event SET chain = zeroblob(32) WHERE seq = 2",
            "does not match its chain hash"
        ),
        (
            "an event's version", "DROP TRIGGER event_is_immutable; UPDATE event SET version = 9 WHERE seq = 2",
            "cannot be read"
        ),
        (
            "a card", "UPDATE card SET body = CAST(replace(CAST(body AS TEXT), 'review', 'voting') AS BLOB)",
            "the card differs from a replay"
        ),
        (
            "a conference",
            "UPDATE conference SET body = CAST(replace(CAST(body AS TEXT), 'Konferenz', 'Visite') AS BLOB)",
            "the conference differs from a replay"
        ),
        ("its beginning", "UPDATE conference SET starts = starts + 1", "the beginning differs from a replay"),
        ("a participant", "DELETE FROM participant WHERE person = 'p2'", "the participants differ from a replay"),
        (
            "a participant too many", "INSERT INTO participant VALUES ('p3', 'meeting')",
            "the participants differ from a replay"
        ),
        (
            "a conference that nobody scheduled",
            "INSERT INTO conference SELECT 'other', starts, body FROM conference",
            "stands in a list and not in the ledger"
        ),
        (
            "a member of no case", "INSERT INTO membership VALUES ('p1', 'case-2', 'chair', x'7b7d')",
            "stands in a list and not in the ledger"
        ),
        (
            "an index", "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'card_by_deadline'",
            "SQLite finds the file damaged"
        ),
    ])
    func `what somebody did to the file is found, and named without content or hash`(
        _ what: String,
        _ sql: String,
        _ finding: String
    ) throws {
        let folder = try data()
        defer { TemporaryFolder.remove(folder) }
        try tamper(folder, sql)
        let flaws = try Verification.run(data: folder).flaws.map(\.description)
        #expect(flaws.contains { $0.contains(finding) }, "\(what): \(flaws)")
        #expect(!flaws.contains { $0.contains("mm") || $0.firstMatch(of: /[0-9a-f]{16}/) != nil })
    }

    @Test func `it only reads: no schema is made where there is none, and no byte changes where there is one`() throws {
        let folder = try data()
        defer { TemporaryFolder.remove(folder) }
        let file = URL(fileURLWithPath: folder + "/consilium.sqlite")
        let before = try Data(contentsOf: file)
        _ = try Verification.run(data: folder)
        #expect(try Data(contentsOf: file) == before)

        let empty = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(empty) }
        let nothing = URL(fileURLWithPath: empty + "/consilium.sqlite")
        try Data().write(to: nothing)
        #expect(throws: (any Error).self) { try Verification.run(data: empty) }
        #expect(try Data(contentsOf: nothing).isEmpty)
    }

    @Test func `bytes that are not there are an error and never empty`() throws {
        let row = Row(["none": nil, "empty": Data(), "some": Data([1, 2])])
        #expect(throws: StorageFault.self) { try row.bytes("none") }
        #expect(throws: StorageFault.self) { try row.bytes("unheard-of") }
        #expect(try row.bytes("empty") == [])
        #expect(try row.bytes("some") == [1, 2])
    }
}
