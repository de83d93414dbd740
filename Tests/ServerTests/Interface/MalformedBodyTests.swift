import Foundation
import TestSupport
import Testing
import Wire

@Suite("A body that says nothing")
struct MalformedBodyTests {
    @Test func `is told what is wrong with it, before anything of the case is looked at`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        try board.add("stranger")
        for (body, detail) in [
            ("", "not valid JSON"), (#"{"seal":"#, "not valid JSON"), ("\u{FEFF}x", "not valid JSON"),
            ("{}", "not one known name"), (#"{"nope":{}}"#, "not one known name"),
            (#"{"seal":{"own":1},"acknowledge":{}}"#, "not one known name"), ("[]", "not an object"),
            ("7", "not an object"), (#"{"seal":[]}"#, "seal has the wrong type"),
            (#"{"seal":{}}"#, "seal.own is missing"),
        ] {
            for (person, caseID) in [("p1", story.caseID), ("stranger", story.caseID), ("p1", "case-9")] {
                let connection = try RecordedConnection(board)
                defer { connection.close() }
                var fields = board.bearing(person)
                fields.set("Idempotency-Key", "k")
                let target = "/api/cases/\(caseID)/commands"
                let answer = try connection.request("POST", target, fields: fields, body: Array(body.utf8))
                #expect(answer.status == 400)
                #expect(answer.object["code"] as? String == "malformed")
                #expect(answer.object["detail"] as? String == detail, "\(body)")
            }
        }
    }
}
