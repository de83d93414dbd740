import BoardAPI
import BoardClient
import BoardServer
import Foundation
import GRDB
import Sockets
import Storage
import TestSupport
import Testing
import Wire

@Suite("Opening the data")
struct OpeningTests {
    @Test func `a second process on the same data is refused`() throws {
        let board = try TestBoard()
        defer { board.end() }
        #expect(throws: FileLock.Held.self) { try TestBoard(folder: board.folder) }
        #expect(throws: FileLock.Held.self) { try Verification.run(data: board.folder) }
        #expect(try board.http(as: nil).send("GET", "/livez").status == 200)
    }

    @Test func `a schema of a newer version is refused and left as it is`() throws {
        let ledger = try Ledger()
        try ledger.append([("board", "one")])
        try ledger.tamper("INSERT INTO grdb_migrations (identifier) VALUES ('2')")
        #expect(throws: StorageFault.self) { try Store(directory: ledger.folder) }
        #expect(try ledger.texts(of: "board") == ["one"])
    }

    @Test func `an event of a newer version refuses the start`() throws {
        let ledger = try Ledger()
        try TestBoard(folder: ledger.folder).stop()
        try ledger.store.writer().commit { transaction in
            _ = try transaction.append(
                aggregate: "c1",
                stream: "dossier",
                body: Array(#"{"phaseChanged":{"to":"review"}}"#.utf8),
                version: 2,
                at: 1,
                author: "p1"
            )
        }
        #expect(throws: StorageFault.self) { try TestBoard(folder: ledger.folder) }
    }

    /// `Fixtures/version-1.sql` is the dump of a database that version 1 of the schema was made with: a case under
    /// discussion. It must open in every later version.
    @Test func `data written under schema version 1 opens, verifies and is served`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/version-1.sql")
        let dump = try String(contentsOf: fixture, encoding: .utf8)
        let database = try DatabaseQueue(path: folder + "/consilium.sqlite")
        try database.writeWithoutTransaction { try $0.execute(sql: dump) }
        try database.close()

        let before = try Verification.run(data: folder)
        #expect(before.flaws.isEmpty)
        #expect(before.events > 40)
        let board = try TestBoard(folder: folder)
        let token = try board.administer(.issueToken(login: "p1", label: "fixture")).token
        let client = board.http(as: nil)
        client.fields.append("Authorization", "Bearer \(token ?? "")")
        let answer = try client.send("GET", "/api/cases/case-1")
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(#""phase":"discussion""#))
        board.stop()
        // What lists say has changed since: they were written anew before anything was served.
        let after = try Verification.run(data: folder)
        #expect(after.flaws.isEmpty)
        let reader = try Reader(file: folder + "/consilium.sqlite")
        #expect(try reader.listsVersion() > 0)
        #expect(try reader.due(by: .max) == ["case-1"])
    }

    @Test func `lists that are of the present version are held against a replay, and left as they are`() throws {
        let board = try TestBoard()
        defer { TemporaryFolder.remove(board.folder) }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.open()
        board.stop()
        let stranger = try DatabaseQueue(path: board.folder + "/consilium.sqlite")
        try stranger.inDatabase { try $0.execute(sql: "UPDATE card SET deadline = 1") }
        try stranger.close()
        #expect(try Verification.run(data: board.folder).flaws.count == 1)
        try TestBoard(folder: board.folder).stop()
        #expect(try Verification.run(data: board.folder).flaws.count == 1)
    }

    @Test func `a case that cannot be read is out of service alone, also when lists are written anew`() throws {
        let board = try TestBoard()
        defer { TemporaryFolder.remove(board.folder) }
        let broken = Story(board, case: "case-ahorn")
        let sound = Story(board, case: "case-birke")
        try broken.addPeople()
        try broken.open()
        try sound.open()
        board.stop()
        let stranger = try DatabaseQueue(path: board.folder + "/consilium.sqlite")
        try stranger.inDatabase { database in
            try database.execute(
                sql: """
                    DROP TRIGGER event_is_immutable;
                    UPDATE event SET body = x'7b' WHERE position = (SELECT min(position) FROM event JOIN stream s
                    ON s.id = event.stream WHERE s.aggregate = 'case-ahorn');
                    UPDATE card SET deadline = 1;
                    PRAGMA user_version = 0;
                    """
            )
        }
        try stranger.close()
        let again = try TestBoard(folder: board.folder)
        let token = try again.administer(.issueToken(login: "coordinator", label: "again")).token
        let client = again.http(as: nil)
        client.fields.append("Authorization", "Bearer \(token ?? "")")
        #expect(try client.send("GET", "/api/cases/case-birke").status == 200)
        #expect(try client.send("GET", "/api/cases/case-ahorn").status == 500)
        again.stop()
        let reader = try Reader(file: board.folder + "/consilium.sqlite")
        #expect(try reader.listsVersion() > 0)
        // What was written anew no longer says what it said.
        #expect(try reader.due(by: 1) == ["case-ahorn"])
    }
}
