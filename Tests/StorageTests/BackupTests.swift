import BoardAPI
import BoardClient
import BoardServer
import Foundation
import TestSupport
import Testing

@Suite("A backup")
struct BackupTests {
    @Test func `made beside a running server it verifies, and serves what stood at its moment`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        let shelf = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(shelf) }
        let file = shelf + "/board.sqlite"
        let size = try board.administer(.backup(path: file)).byteCount
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == size)
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf) == ["board.sqlite"])
        let before = try story.desk("coordinator").events(of: "dossier").count
        try story.desk("coordinator").say(#"{"extendDeadline":{"deadline":\#(Story.day(9)),"reason":"Urlaub"}}"#)

        let report = try Verification.run(file: file)
        #expect(report.flaws.isEmpty)
        #expect(report.blobs > 0)

        let restored = try TemporaryFolder.make()
        try FileManager.default.moveItem(atPath: file, toPath: restored + "/consilium.sqlite")
        #expect(try Verification.run(data: restored).flaws.isEmpty)
        let again = try TestBoard(folder: restored)
        defer { again.end() }
        again.adopt(board)
        let old = Story(again, reviewers: 3)
        #expect(try old.desk("coordinator").events(of: "dossier").count == before)
        try old.desk("p1").say(#"{"markRead":{"part":"d-imaging"}}"#)
    }

    @Test func `without a server the command line makes it itself`() throws {
        let board = try TestBoard()
        defer { TemporaryFolder.remove(board.folder) }
        try board.add("p1")
        board.stop()
        let file = board.folder + "/copy.sqlite"
        #expect(try board.administer(.backup(path: file)).byteCount ?? 0 > 0)
        #expect(try Verification.run(file: file).flaws.isEmpty)
    }

    @Test func `it never takes the place of another file, nor leaves half of one`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let shelf = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(shelf) }
        let file = shelf + "/board.sqlite"
        try Data("keep".utf8).write(to: URL(fileURLWithPath: file))
        #expect(throws: TestBoard.Refused.self) { try board.administer(.backup(path: file)) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data("keep".utf8))
        #expect(throws: TestBoard.Refused.self) { try board.administer(.backup(path: shelf + "/nowhere/board.sqlite")) }
        #expect(throws: TestBoard.Refused.self) { try board.administer(.backup(path: "board.sqlite")) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf) == ["board.sqlite"])
        #expect(try board.http(as: nil).send("GET", "/readyz").status == 200)
    }
}
