import BoardClient
import BoardServer
import Foundation
import GRDB
import TestSupport
import Testing
import TumorBoard

/// What only COMMIT finds out: everything before it went well, and nothing of it may have been told.
@Suite("A COMMIT that fails", .serialized)
struct CommitFailureTests {
    /// A constraint that is checked at COMMIT and nowhere before, sprung by the receipt of one command.
    private static let trap = """
        CREATE TABLE promise (id INTEGER PRIMARY KEY);
        CREATE TABLE debt (id INTEGER REFERENCES promise (id) DEFERRABLE INITIALLY DEFERRED);
        CREATE TRIGGER trap AFTER INSERT ON receipt WHEN NEW.key = 'trap' BEGIN INSERT INTO debt VALUES (1); END;
        """

    private func comment(_ id: String) -> String {
        #"{"postComment":{"comment":{"id":"\#(id)","text":"Einverstanden"}}}"#
    }

    @Test func `nobody is answered, nobody hears of it, and the next command finds the case as it was`() throws {
        let prepared = try TestBoard()
        let story = Story(prepared, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        prepared.stop()
        let stranger = try DatabaseQueue(path: prepared.folder + "/consilium.sqlite")
        try stranger.inDatabase { try $0.execute(sql: Self.trap) }
        try stranger.close()

        let board = try TestBoard(folder: prepared.folder)
        defer { board.end() }
        board.adopt(prepared)
        let listener = try board.member("p2", of: story.caseID)
        defer { listener.stop() }
        try listener.waitUntilCaughtUp()
        let desk = Desk(board.http(as: "p1"), case: story.caseID)
        try desk.say(comment("before"), key: "before")
        #expect(try desk.refusal(of: comment("lost"), key: "trap") == "unavailable")
        try desk.say(comment("after"), key: "after")

        let stored = try desk.events(of: "board").compactMap { event -> String? in
            guard case .commented(let payload) = event else { return nil }
            return payload.comment.id.text
        }
        #expect(stored == ["before", "after"])
        try listener.wait { events in events.contains { String(decoding: $0.line, as: UTF8.self).contains("\"after\"") }
        }
        #expect(!listener.events.contains { String(decoding: $0.line, as: UTF8.self).contains("\"lost\"") })
        #expect(History(listener.events).flaws.isEmpty)
        // The name was never taken: what was refused may be said again.
        #expect(try desk.refusal(of: comment("lost"), key: "again") == nil)
    }
}
