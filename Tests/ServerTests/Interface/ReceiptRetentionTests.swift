import BoardClient
import BoardServer
import Foundation
import TestSupport
import Testing
import TumorBoard

@Suite("How long an answer is kept")
struct ReceiptRetentionTests {
    private struct Scene {
        let board: TestBoard
        let clock = SetClock()

        init() throws {
            board = try TestBoard(environment: .reproducible(clock))
            try board.add("coordinator", rights: ["coordinator"])
        }

        func open(_ caseID: String) throws -> Story {
            let story = Story(board, case: caseID, reviewers: 1)
            try story.open(clinicalDeadline: 1_900_000_000_000)
            #expect(try consent(caseID).status == 200)
            return story
        }

        /// A command under the same key each time.
        func consent(_ caseID: String) throws -> HTTPClient.Answer {
            try board.http(as: "coordinator").post(
                "/api/cases/\(caseID)/commands",
                Array(#"{"recordConsent":{"date":"2026-10-01"}}"#.utf8),
                key: "consent"
            )
        }
    }

    @Test func `thirty days after a case is over, by the board's clock, and for ever while it is not`() throws {
        let scene = try Scene()
        defer { scene.board.end() }
        let first = try scene.open("over")
        _ = try scene.open("going-on")
        try first.desk("coordinator").say(#"{"withdraw":{"reason":"Umzug"}}"#)
        scene.clock.advance(by: .seconds(15 * 86_400))
        let second = try scene.open("over-later")
        try second.desk("coordinator").say(#"{"withdraw":{"reason":"Umzug"}}"#)
        for caseID in ["over", "going-on", "over-later"] {
            #expect(try scene.consent(caseID).status == 200, "said again, answered again: \(caseID)")
        }
        scene.clock.advance(by: .seconds(16 * 86_400))
        let deadline = ContinuousClock.now + .seconds(20)
        var answer = try scene.consent("over")
        while answer.status == 200, ContinuousClock.now < deadline { answer = try scene.consent("over") }
        #expect(answer.status == 409, "what is forgotten is decided anew, and refused: the case is over")
        #expect(try scene.consent("going-on").status == 200)
        #expect(try scene.consent("over-later").status == 200)
    }

    @Test func `thirty days after a conference is over, and as long as it is not`() throws {
        let scene = try Scene()
        defer { scene.board.end() }
        func schedule(_ id: String, inDays days: Int64) throws -> Int {
            let starts = start + days * 86_400_000
            let body =
                #"{"id":"\#(id)","schedule":{"title":"Konferenz","starts":\#(starts),"timeZone":"UTC","durationMinutes":60,"chair":"coordinator","participants":["coordinator"],"agenda":[]}}"#
            return try scene.board.http(as: "coordinator").post("/api/conferences", Array(body.utf8), key: id).status
        }
        let start = scene.clock.now.milliseconds
        #expect(try schedule("soon", inDays: 1) == 201)
        #expect(try schedule("later", inDays: 10) == 201)
        scene.clock.advance(by: .seconds(33 * 86_400))
        let deadline = ContinuousClock.now + .seconds(20)
        var status = try schedule("soon", inDays: 1)
        while status == 201, ContinuousClock.now < deadline { status = try schedule("soon", inDays: 1) }
        #expect(status == 422, "what is forgotten is decided anew, and refused: it lies in the past")
        #expect(try schedule("later", inDays: 10) == 201)
    }
}
