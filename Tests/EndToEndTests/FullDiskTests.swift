import BoardClient
import BoardServer
import Foundation
import TestSupport
import Testing
import TumorBoard

@Suite(
    "A full disk",
    .enabled(if: SmallDisk.isPossible, "a small disk to fill needs the right to mount a tmpfs"),
    .serialized
)
struct FullDiskTests {
    /// A case under discussion on a small disk, and a physician who listens.
    private struct Scene {
        var board: TestBoard
        var story: Story
        var listener: Member

        init(on disk: SmallDisk, floor: Int64) throws {
            var limits = ServerLimits()
            limits.freeSpaceFloor = floor
            limits.commandBurst = 100_000
            board = try TestBoard(folder: disk.folder + "/data", limits: limits)
            story = Story(board, reviewers: 3)
            try story.addPeople(password: Browser.password)
            try story.reachReview()
            try story.reachDiscussion()
            listener = try board.member("p2", of: story.caseID)
            try listener.waitUntilCaughtUp()
        }

        /// `nil` when the comment was taken.
        func comment(_ number: Int) throws -> String? {
            let text = String(repeating: "Befund ", count: 500)
            return try story.desk("p1").refusal(
                of: #"{"postComment":{"comment":{"id":"k\#(number)","text":"\#(text)"}}}"#,
                key: "k\(number)"
            )
        }

        func comments() throws -> [String] {
            try story.desk("p3").events(of: "board").compactMap { event in
                guard case .commented(let payload) = event else { return nil }
                return payload.comment.id.text
            }
        }

        /// Stops, and holds everything against what was acknowledged.
        func end(acknowledged: [String]) throws {
            let head = try story.desk("p2").events(of: "board").count
            try listener.wait { events in events.count(where: { $0.stream == "board" }) == head }
            #expect(History(listener.events).flaws.isEmpty)
            #expect(try comments() == acknowledged, "what was acknowledged is there once, what was refused is not")
            listener.stop()
            board.stop()
            #expect(try Verification.run(data: board.folder).flaws.isEmpty)
        }
    }

    @Test func `below the floor nothing new is taken, reading goes on, and writing comes back by itself`() throws {
        let disk = try SmallDisk(megabytes: 64)
        let scene = try Scene(on: disk, floor: 32 << 20)
        #expect(try scene.comment(1) == nil)
        let browser = try Browser(scene.board)
        #expect(try browser.signIn("p1").status == 200)
        try disk.fill(leaving: (32 << 20) - 4_096)
        #expect(try scene.comment(2) == "unavailable")
        #expect(try browser.send("DELETE", "/api/session").status == 204, "who wants to go can go")
        #expect(try browser.send("GET", "/api/boards").status == 401)
        #expect(try scene.comments() == ["k1"])
        disk.relieve()
        #expect(try scene.comment(2) == nil, "the same command under the same key is taken now")
        try scene.end(acknowledged: ["k1", "k2"])
    }

    @Test func `when the disk is full to the last byte nothing acknowledged is lost and nothing refused is stored`()
        throws
    {
        let disk = try SmallDisk(megabytes: 24)
        let scene = try Scene(on: disk, floor: 0)
        var acknowledged: [String] = []
        for round in 0..<3 {
            try disk.fill(leaving: 0)
            var number = round * 10_000
            var refusal: String?
            // What was written before may be written over: it takes some comments until the log has to grow.
            while refusal == nil, number < round * 10_000 + 5_000 {
                number += 1
                refusal = try scene.comment(number)
                if refusal == nil { acknowledged.append("k\(number)") }
            }
            #expect(refusal == "unavailable")
            #expect(try scene.comments() == acknowledged)
            disk.relieve()
            #expect(try scene.comment(number) == nil, "writing recovers by itself")
            acknowledged.append("k\(number)")
        }
        try scene.end(acknowledged: acknowledged)
    }
}
