import BoardAPI
import BoardClient
import TestSupport
import Testing

/// Whoever has a socket open is told when their list says something else, and never of what it does not say.
@Suite("Lists that change")
struct ListNoticeTests {
    private static let notice = String(decoding: ListNotice.json, as: UTF8.self)

    /// What came on a socket until now: nothing is on its way once a later question is answered.
    private func heard(_ socket: RecordedConnection, _ id: String) throws -> [String] {
        try socket.say(#"{"id":"\#(id)","beat":{}}"#)
        return Array(try socket.hear(until: #""re":"\#(id)""#).dropLast())
    }

    @Test func `an invitation and a conference are told to whom they are for, and to nobody else`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.open()
        let (invited, stranger) = (try board.socket("p1"), try board.socket("p2"))
        let chair = #"{"invite":{"member":{"person":"p1","name":"Dr. p1","role":"chair"}}}"#
        try story.desk("coordinator").say(chair)
        #expect(try heard(invited, "a") == [Self.notice])
        #expect(try heard(stranger, "a").isEmpty)
        try story.desk("coordinator").say(#"{"removeMember":{"person":"p1"}}"#)
        #expect(try heard(invited, "b") == [Self.notice])
        let meeting = """
            {"schedule":{"title":"Konferenz","starts":\(Story.day(3)),"timeZone":"Europe/Berlin","durationMinutes":60,\
            "chair":"p2","participants":["p2","p3"],"agenda":[{"case":"\(story.caseID)","minutes":20}]}}
            """
        let answer = try board.http(as: "coordinator").post("/api/conferences", Array(meeting.utf8), key: "k")
        #expect(answer.status == 201, "\(String(decoding: answer.body, as: UTF8.self))")
        #expect(try heard(stranger, "c") == [Self.notice])
        #expect(try heard(invited, "c").isEmpty)
    }

    @Test func `the recipient hears of the delivery, and before it of nothing`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople(password: "Ein-langes-Passwort-9")
        let recipient = try board.socket(story.recipient)
        try story.reachReview()
        try story.reachDiscussion()
        try story.propose()
        try story.reachSignOff()
        for member in story.panel {
            let desk = story.desk(member.id)
            try desk.say(#"{"respond":{"response":{"version":1,"position":"concur"}}}"#)
            try desk.say(#"{"sign":{"version":1,"password":"Ein-langes-Passwort-9"}}"#)
        }
        try story.chair.say(#"{"conclude":{"version":1}}"#)
        #expect(try heard(recipient, "a").isEmpty)
        try story.desk(story.coordinator).say(#"{"deliver":{}}"#)
        #expect(try heard(recipient, "b") == [Self.notice])
    }

    @Test func `a colleague's seal is told to nobody of the panel, and one's own to oneself`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        for member in story.panel { try story.review(member.id) }
        let (own, other) = (try board.socket("p1"), try board.socket("p2"))
        try story.seal("p1")
        #expect(try heard(own, "a") == [Self.notice])
        #expect(try heard(other, "a").isEmpty)
    }
}
