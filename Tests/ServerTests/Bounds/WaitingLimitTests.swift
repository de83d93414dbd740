import BoardClient
import Foundation
import TestSupport
import Testing
import Wire

@testable import BoardServer

/// What waits for the writer or a reader is bounded: beyond it `unavailable`, to be said again, and others are answered.
@Suite("Work that waits beyond a limit")
struct WaitingLimitTests {
    /// Messages that are all there before the first of them is taken.
    private func joined(_ messages: [String]) -> [UInt8] {
        messages.flatMap { FrameEncoder.frame(.text, Array($0.utf8), maskedWith: MaskingKey(1, 2, 3, 4)) }
    }

    private func open(_ caseID: String, by person: String, on board: TestBoard) throws {
        let body: [String: Any] = ["id": caseID, "openCase": ["sheet": Story(board).sheet()]]
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: body))
        #expect(try board.http(as: person).post("/api/cases", bytes, key: "open").status == 201)
    }

    enum Bound: CaseIterable, Sendable {
        case ofOneCase, ofOnePerson, inAll

        var limits: ServerLimits {
            var limits = ServerLimits()
            limits.requestBurst = 100_000
            limits.commandBurst = 100_000
            switch self {
            case .ofOneCase: limits.waitingCommandsPerCase = 1
            case .ofOnePerson: limits.waitingCommandsPerPerson = 1
            case .inAll: limits.waitingCommands = 1
            }
            return limits
        }
    }

    @Test(arguments: Bound.allCases)
    func `commands are unavailable and may be said again, and another's are taken`(bound: Bound) throws {
        let board = try TestBoard(limits: bound.limits)
        defer { board.end() }
        for (person, caseID) in [("busy", "case-1"), ("other", "case-2")] {
            try board.add(person, rights: ["coordinator"])
            try open(caseID, by: person, on: board)
        }
        let socket = try board.socket("busy")
        let other = board.http(as: "other")
        func consent(_ number: Int) -> String {
            #"{"id":"k\#(number)","recordConsent":{"case":"case-1","date":"2026-10-01"}}"#
        }
        let deadline = ContinuousClock.now + .seconds(20)
        var refused: Int?
        var number = 0
        while refused == nil, ContinuousClock.now < deadline {
            let numbers = number..<number + 8
            number += 8
            try socket.write(joined(numbers.map(consent)))
            for _ in numbers {
                let answer = try #require(try socket.hear(until: #""re":"k"#).last)
                guard answer.contains(#""code":"unavailable","retry":true"#) else { continue }
                refused = answer.firstMatch(of: /"re":"k(\d+)"/).flatMap { Int($0.1) }
            }
            let command = #"{"recordConsent":{"date":"2026-10-01"}}"#
            let status = try other.post("/api/cases/case-2/commands", Array(command.utf8), key: "o\(number)").status
            #expect(status != 503)
        }
        let again = consent(try #require(refused))
        try socket.say(again)
        let answer = try socket.hear(until: #""re":"k"#).last
        #expect(answer?.contains("unavailable") == false)
    }

    @Test func `reads are unavailable, and the next moment's are not`() throws {
        var limits = ServerLimits()
        limits.requestBurst = 100_000
        limits.waitingReads = 2
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        for person in ["p1", "p2"] { try board.add(person) }
        let socket = try board.socket("p1")
        let healthy = try board.socket("p2")
        let joins = joined((1...8).map { #"{"id":"j\#($0)","join":{"case":"nowhere-\#($0)","at":{}}}"# })
        let deadline = ContinuousClock.now + .seconds(20)
        var isRefused = false
        while !isRefused, ContinuousClock.now < deadline {
            try socket.write(joins)
            try healthy.say(#"{"id":"b","beat":{}}"#)
            try healthy.hear(until: #""re":"b""#)
            for _ in 1...8 where try socket.hear(until: #""re":"j"#).last?.contains("unavailable") == true {
                isRefused = true
            }
        }
        #expect(isRefused)
        try healthy.say(#"{"id":"j","join":{"case":"nowhere","at":{}}}"#)
        #expect(try healthy.hear(until: #""re":"j""#).last?.contains(#""unknown""#) == true)
    }

    @Test func `with no room for folded cases each is folded anew, and every answer is the same`() throws {
        var limits = ServerLimits()
        limits.foldedBytes = 1
        limits.writer.tail = 0
        let story = Story(try TestBoard(limits: limits), reviewers: 3)
        defer { story.board.end() }
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        for number in 1...5 {
            try story.desk("p1").say(#"{"postComment":{"comment":{"id":"c\#(number)","text":"Zustimmung."}}}"#)
        }
        #expect(try story.desk("p2").events(of: "board").count >= 6)
    }

    @Test func `a short tail and small pieces of replay give every event once and in order`() throws {
        var limits = ServerLimits()
        limits.tailBytes = 1
        limits.replayBytes = 1
        let story = Story(try TestBoard(limits: limits), reviewers: 3)
        let board = story.board
        defer { board.end() }
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        let (writer, reader) = (try board.socket("p1"), try board.socket("p2"))
        let count = 60
        func comment(_ number: Int) -> String {
            #"{"id":"k\#(number)","postComment":{"case":"case-1","comment":{"id":"c\#(number)","text":"Ja."}}}"#
        }
        try writer.write(joined((1...count / 2).map(comment)))
        // Joins in the middle: what is said meanwhile is behind it on the disk, or beyond the tail.
        try reader.say(#"{"id":"j","join":{"case":"case-1","at":{}}}"#)
        try writer.write(joined((count / 2 + 1...count).map(comment)))
        let messages = try reader.hear(until: #""id":"c\#(count)""#)
        let held = messages.compactMap { $0.firstMatch(of: /"stream":"board","seq":(\d+)/).flatMap { Int($0.1) } }
        #expect(held == Array(1...held.count))
        #expect(held.count > count)
    }
}
