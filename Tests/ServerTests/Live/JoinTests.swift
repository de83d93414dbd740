import BoardServer
import Sockets
import TestSupport
import Testing
import Wire

@testable import BoardClient

@Suite("Joining and leaving")
struct JoinTests {
    private func join(_ id: String, _ caseID: String) -> [UInt8] {
        frame(#"{"id":"\#(id)","join":{"case":"\#(caseID)","at":{}}}"#)
    }

    private func frame(_ json: String) -> [UInt8] {
        FrameEncoder.frame(.text, Array(json.utf8), maskedWith: MaskingKey(1, 2, 3, 4))
    }

    private func board(subscriptions: Int = 64) throws -> (TestBoard, [Story]) {
        var limits = ServerLimits()
        limits.subscriptions = subscriptions
        let board = try TestBoard(limits: limits)
        let stories = ["case-1", "case-2"].map { Story(board, case: $0, reviewers: 3) }
        try stories[0].addPeople()
        for story in stories { try story.open() }
        return (board, stories)
    }

    @Test func `joins that are not answered yet count towards the limit`() throws {
        let (board, _) = try board(subscriptions: 1)
        defer { board.end() }
        let socket = try board.socket("coordinator")
        try socket.write(join("j1", "case-1") + join("j2", "case-2"))
        let messages = try socket.hear(until: #""caught-up""#)
        #expect(messages.contains(#"{"error":{"code":"limit-reached","detail":"subscriptions"},"re":"j2"}"#))
        #expect(messages.contains { $0.hasPrefix(#"{"re":"j1","ok":"#) })
        try socket.write(frame(#"{"id":"l","leave":{"case":"case-1"}}"#) + join("j3", "case-2"))
        #expect(try socket.hear(until: #""caught-up""#).last == #"{"case":"case-2","push":"caught-up"}"#)
    }

    @Test func `who leaves before the join is answered follows nothing`() throws {
        let (board, stories) = try board()
        defer { board.end() }
        let socket = try board.socket("coordinator")
        try socket.write(join("j1", "case-1") + frame(#"{"id":"l","leave":{"case":"case-1"}}"#))
        try socket.hear(until: #""re":"j1""#)
        try stories[0].desk("coordinator").say(#"{"recordConsent":{"date":"2026-10-01"}}"#)
        try socket.say(#"{"id":"b","beat":{}}"#)
        #expect(try socket.hear(until: #""re":"b""#).count == 1, "no event and no notice between")
        try socket.write(join("j2", "case-1"))
        #expect(try socket.hear(until: #""caught-up""#).contains { $0.contains(#""consentRecorded""#) })
    }

    @Test func `of two joins at once the later is followed, and each event comes once`() throws {
        let (board, _) = try board()
        defer { board.end() }
        let socket = try board.socket("coordinator")
        try socket.write(join("j1", "case-1") + join("j2", "case-1"))
        let messages = try socket.hear(until: #""caught-up""#)
        for id in ["j1", "j2"] { #expect(messages.contains { $0.hasPrefix(#"{"re":"\#(id)","ok":"#) }) }
        let events = messages.filter { $0.contains(#""push":"event""#) }
        #expect(!events.isEmpty)
        #expect(Set(events).count == events.count)
    }

    @Test func `a member keeps no answer that nobody waits for`() throws {
        let (board, stories) = try board()
        defer { board.end() }
        let member = try board.member("coordinator", of: stories[0].caseID)
        defer { member.stop() }
        try member.waitUntilCaughtUp()
        let command = #"{"recordConsent":{"date":"2026-10-01"}}"#
        guard case .ok = try member.perform(command, id: "k1") else { return #expect(Bool(false)) }
        // Said again behind its back, as after a cut: a second answer comes to nobody.
        let again = #"{"id":"k1","recordConsent":{"case":"case-1","date":"2026-10-01"}}"#
        try member.state.withLock(\.socket)?.send(Array(again.utf8))
        guard case .ok = try member.perform(command, id: "k2") else { return #expect(Bool(false)) }
        #expect(member.state.withLock { $0.awaited.isEmpty })
    }
}
