import BoardClient
import Foundation
import TestSupport
import Testing
import Wire

/// Who are you, can it be read, is it there, does the precondition hold, do the rules allow it: in this order.
@Suite("The order of answers", .serialized)
struct AnswerOrderTests {
    private func ask(
        _ board: TestBoard,
        as person: String?,
        _ path: String = "commands",
        case caseID: String = "case-1",
        body: String = #"{"seal":{"own":1}}"#,
        match: String? = nil,
        key: String? = "k"
    ) throws -> (status: Int, code: String?) {
        let connection = try RecordedConnection(board)
        defer { connection.close() }
        var fields = person.map(board.bearing) ?? [:]
        if let key { fields.set("Idempotency-Key", key) }
        if let match { fields.set("If-Match", match) }
        let target = "/api/cases/\(caseID)/\(path)"
        let answer = try connection.request("POST", target, fields: fields, body: Array(body.utf8))
        if answer.status >= 400 {
            #expect(answer.fields["Content-Type"] == "application/problem+json")
            #expect(answer.object["status"] as? Int == answer.status)
            #expect(answer.object["type"] as? String == "about:blank")
            #expect(answer.object["title"] is String)
        }
        return (answer.status, answer.object["code"] as? String)
    }

    @Test func `each question is asked only when the one before it is answered`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try board.add("stranger")
        try story.reachReview()
        let broken = #"{"seal":"#
        #expect(try ask(board, as: nil, body: broken) == (401, "unauthorized"))
        #expect(try ask(board, as: nil, case: "case-9") == (401, "unauthorized"))
        #expect(try ask(board, as: "stranger", body: broken) == (400, "malformed"))
        #expect(try ask(board, as: "stranger", key: nil) == (400, "malformed"))
        #expect(try ask(board, as: "stranger", key: "not a key") == (400, "malformed"))
        #expect(try ask(board, as: "stranger", match: #""own-9""#) == (404, "unknown"))
        #expect(try ask(board, as: "p1", case: "case-9", match: #""own-9""#) == (404, "unknown"))
        #expect(try ask(board, as: "p1", match: #""own-9""#) == (412, "precondition-failed"))
        #expect(try ask(board, as: "p1", match: #""quarantine-0""#) == (412, "precondition-failed"))
        for match in ["nonsense", "*", #"W/"own-2""#, #""own-x""#, #""own-2"#] {
            #expect(try ask(board, as: "stranger", match: match) == (404, "unknown"))
            #expect(try ask(board, as: "p1", case: "case-9", match: match) == (404, "unknown"))
            if match != "*" { #expect(try ask(board, as: "p1", match: match) == (412, "precondition-failed")) }
        }
        #expect(try ask(board, as: "p1", match: "*") == (409, "incomplete"))
        #expect(try ask(board, as: "p1", match: #""board-9", "own-2""#) == (409, "incomplete"))
        #expect(try ask(board, as: "p1", match: #""own-2""#) == (409, "incomplete"))
        #expect(try ask(board, as: "coordinator", body: #"{"recuse":{"reason":"x"}}"#) == (403, "role-forbids"))
        #expect(try ask(board, as: "p1", body: #"{"closeRound":{"round":1}}"#) == (409, "phase-forbids"))
        #expect(try ask(board, as: "p2", body: #"{"recuse":{"reason":""}}"#) == (422, "reason-required"))
        // Nor does a password come before the case.
        let sign = #"{"sign":{"version":1,"password":"falsch"}}"#
        #expect(try ask(board, as: "p1", case: "case-9", body: sign) == (404, "unknown"))
        #expect(try ask(board, as: "stranger", body: sign) == (404, "unknown"))
        #expect(try ask(board, as: "p1", body: sign).code == "password-mismatch")
    }

    @Test func `reading a case in short hears both conditions, behind whether it may be read`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 1)
        try story.addPeople()
        try board.add("stranger")
        try story.open()
        func ask(_ person: String, _ fields: HTTPFields) throws -> RecordedConnection.Answer {
            var all = board.bearing(person)
            all.append(fields)
            return try RecordedConnection(board).request("GET", "/api/cases/case-1", fields: all)
        }
        let tag = try #require(try ask(story.coordinator, [:]).fields["ETag"])
        #expect(try ask(story.coordinator, ["If-Match": tag]).status == 200)
        #expect(try ask(story.coordinator, ["If-Match": "*"]).status == 200)
        #expect(try ask(story.coordinator, ["If-Match": #""other", \#(tag)"#]).status == 200)
        for other in [#""other""#, "W/\(tag)", "nonsense"] {
            let answer = try ask(story.coordinator, ["If-Match": other])
            #expect(answer.status == 412 && answer.object["code"] as? String == "precondition-failed")
            #expect(try ask("stranger", ["If-Match": other]).status == 404)
        }
        #expect(try ask(story.coordinator, ["If-None-Match": tag]).status == 304)
    }

    @Test func `unknown, unreadable and sealed are one answer, byte for byte`() throws {
        let board = try TestBoard(environment: .reproducible(SetClock()))
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try board.add("stranger")
        try story.open(clinicalDeadline: 1_800_000_000_000)
        try story.prepare()
        try story.freeze(deadline: 1_795_900_000_000)
        try story.review("p2")
        let sealed = try story.seal("p2")
        #expect(sealed.utf8.count == 64)
        let root = "/api/cases/case-1"
        let asked = [
            ("stranger", root), ("p1", "/api/cases/case-9"), ("p1", "\(root)/blobs/\(sealed)"),
            ("p1", "\(root)/blobs/\(String(repeating: "0", count: 64))"), ("p1", "\(root)/blobs/nonsense"),
            ("p1", "\(root)/streams/quarantine"), ("p1", "\(root)/streams/own/p2"), ("p1", "\(root)/streams/nonsense"),
            ("p1", "\(root)/recommendation"), ("stranger", "\(root)/recommendation"),
            ("stranger", "\(root)/streams/dossier"),
            ("recipient", root), ("coordinator", "\(root)/blobs/\(sealed)"), ("p1", "/api/conferences/c"),
            ("p1", "/api/no"),
        ]
        let answers = try asked.map { person, target in
            let connection = try RecordedConnection(board)
            defer { connection.close() }
            #expect(try connection.request("GET", target, fields: board.bearing(person)).status == 404, "\(target)")
            return connection.received
        }
        for (answer, asked) in zip(answers, asked) { #expect(answer == answers[0], "\(asked)") }
        let own = try board.http(as: "p2").send("GET", "\(root)/blobs/\(sealed)")
        #expect(own.status == 200)
    }

    @Test func `a known address with another method says what is allowed`() throws {
        let board = try TestBoard()
        defer { board.end() }
        try board.add("p1")
        let client = board.http(as: "p1")
        let answer = try client.send("DELETE", "/api/cases/case-1")
        #expect(answer.status == 405)
        #expect(answer.fields["Allow"] == "GET, HEAD, OPTIONS")
        #expect(try client.send("GET", "/api/cases/case-1/commands").fields["Allow"] == "OPTIONS, POST")
        #expect(try client.send("PUT", "/api/session").fields["Allow"] == "DELETE, GET, HEAD, OPTIONS, POST")
    }
}
