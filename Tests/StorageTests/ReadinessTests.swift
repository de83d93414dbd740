import BoardClient
import BoardServer
import GRDB
import TestSupport
import Testing

/// `GET /readyz` of a server whose storage fails and comes back.
@Suite("Readiness")
struct ReadinessTests {
    private func readiness(_ board: TestBoard) throws -> (status: Int, text: String) {
        let answer = try board.http(as: nil).send("GET", "/readyz")
        return (answer.status, String(decoding: answer.body, as: UTF8.self))
    }

    @Test func `a server that cannot read is not ready, and is again when it can`() throws {
        let board = try TestBoard()
        defer { board.end() }
        #expect(try readiness(board).status == 200)
        let stranger = try DatabaseQueue(path: board.folder + "/consilium.sqlite")
        try stranger.inDatabase { try $0.execute(sql: "ALTER TABLE event RENAME TO away") }
        let broken = try readiness(board)
        #expect(broken.status == 503)
        #expect(broken.text.contains(#""detail":"unreadable""#))
        #expect(try board.http(as: nil).send("GET", "/livez").status == 200, "it lives all the same")
        try stranger.inDatabase { try $0.execute(sql: "ALTER TABLE away RENAME TO event") }
        #expect(try readiness(board).status == 200)
    }
}

@Suite(
    "Readiness on a full disk",
    .enabled(if: SmallDisk.isPossible, "a small disk to fill needs the right to mount a tmpfs"),
    .serialized
)
struct ReadinessOnFullDiskTests {
    private func readiness(_ board: TestBoard) throws -> String? {
        let answer = try board.http(as: nil).send("GET", "/readyz")
        if answer.status == 200 { return nil }
        #expect(answer.status == 503)
        return String(decoding: answer.body, as: UTF8.self).firstMatch(of: /"detail":"([a-z-]+)"/).map { String($0.1) }
    }

    @Test func `below the floor a server is not ready, and is again when there is space`() throws {
        let disk = try SmallDisk(megabytes: 64)
        let board = try TestBoard(folder: disk.folder + "/data")
        defer { board.stop() }
        #expect(try readiness(board) == nil)
        try disk.fill(leaving: (32 << 20) - 4_096)
        #expect(try readiness(board) == "disk-full")
        disk.relieve()
        #expect(try readiness(board) == nil)
    }

    @Test func `a server whose commit has failed is not ready until one succeeds, without a command`() throws {
        let disk = try SmallDisk(megabytes: 24)
        var limits = ServerLimits()
        limits.freeSpaceFloor = 0
        let board = try TestBoard(folder: disk.folder + "/data", limits: limits)
        defer { board.stop() }
        try disk.fill(leaving: 0)
        var number = 0
        // What was written before may be written over: it takes some before the log has to grow.
        #expect(throws: (any Error).self) {
            while number < 5_000 {
                number += 1
                try board.add("p\(number)")
            }
        }
        #expect(try readiness(board) == "cannot-commit")
        disk.relieve()
        #expect(try readiness(board) == nil)
    }
}
