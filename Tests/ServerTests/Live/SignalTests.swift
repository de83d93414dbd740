import BoardServer
import Sockets
import TestSupport
import Testing

@Suite("What a presenter shows")
struct SignalTests {
    private let board: TestBoard
    private let story: Story

    init() throws {
        var limits = ServerLimits()
        // Ten megabytes of comments, as fast as the machine takes them.
        limits.requestBurst = 100_000
        limits.requestByteBurst = 64 << 20
        limits.pendingFrameBytes = 64 << 20
        limits.listener.connection.pendingOutputByteCount = 64 << 20
        board = try TestBoard(limits: limits)
        story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
    }

    /// A socket that follows the case and has caught up.
    private func follower(_ person: String) throws -> RecordedConnection {
        let socket = try board.socket(person)
        try socket.say(#"{"id":"j","join":{"case":"case-1","at":{}}}"#)
        try socket.hear(until: #""caught-up""#)
        return socket
    }

    private func viewport(_ start: Int, id: String = "s") -> String {
        #"{"id":"\#(id)","show":{"case":"case-1","viewport":{"part":"d-imaging","start":\#(start),"end":900}}}"#
    }

    /// Everything heard until a beat comes back: what was sent to this socket before it.
    private func heard(on socket: RecordedConnection) throws -> [String] {
        try socket.say(#"{"id":"now","beat":{}}"#)
        return try socket.hear(until: #""re":"now""#)
    }

    @Test func `everyone else who reads the board sees it, word for word`() throws {
        defer { board.end() }
        try story.reachDiscussion()
        let presenter = try follower("p1")
        let others = try ["p2", "p3", "coordinator"].map { try follower($0) }
        try presenter.say(#"{"id":"s","show":{"case":"case-1","pointer":{"part":"ct","x":41.5,"y":20}}}"#)
        for other in others {
            let shown = try #require(try other.hear(until: #""push":"shown""#).last)
            #expect(
                shown
                    == #"{"by":"p1","case":"case-1","push":"shown","signal":{"pointer":{"part":"ct","x":41.5,"y":20}}}"#
            )
        }
        #expect(try heard(on: presenter).count == 1, "neither an answer nor an echo")
        try presenter.say(#"{"id":"s","show":{"case":"case-1","ended":{}}}"#)
        #expect(try others[0].hear(until: #""push":"shown""#).last?.contains(#""ended":{}"#) == true)
    }

    @Test func `in a sealed phase nobody may show, and nobody is shown`() throws {
        defer { board.end() }
        let reviewer = try follower("p1")
        let colleague = try follower("p2")
        try reviewer.say(viewport(1))
        #expect(try reviewer.hear(until: #""re":"s""#).last?.contains(#""code":"phase-forbids""#) == true)
        #expect(try heard(on: colleague).count == 1)
        try story.reachDiscussion()
        try story.propose()
        try story.openRound(1)
        try reviewer.say(viewport(2, id: "vote"))
        #expect(try reviewer.hear(until: #""re":"vote""#).last?.contains(#""code":"phase-forbids""#) == true)
        #expect(try heard(on: colleague).allSatisfy { !$0.contains(#""push":"shown""#) })
    }

    @Test func `who only watches cannot show, who does not follow finds no case`() throws {
        defer { board.end() }
        try story.reachDiscussion()
        let coordinator = try follower("coordinator")
        try coordinator.say(viewport(1))
        #expect(try coordinator.hear(until: #""re":"s""#).last?.contains(#""code":"phase-forbids""#) == true)
        let stranger = try board.socket("recipient")
        try stranger.say(viewport(1))
        let answer = try #require(try stranger.hear(until: #""re":"s""#).last)
        try stranger.say(viewport(1).replacing("case-1", with: "case-x"))
        #expect(try stranger.hear(until: #""re":"s""#).last == answer, "an unknown case is answered alike")
    }

    @Test func `who follows the case and does not read the board is shown nothing`() throws {
        defer { board.end() }
        try board.add("translator")
        try story.desk("coordinator").say(
            #"{"invite":{"member":{"person":"translator","name":"Dr. translator","role":"translator"}}}"#
        )
        try story.reachDiscussion()
        let presenter = try follower("p1")
        let (colleague, translator) = (try follower("p2"), try follower("translator"))
        try presenter.say(viewport(1))
        try colleague.hear(until: #""push":"shown""#)
        #expect(try heard(on: translator).count == 1)
    }

    @Test func `it is not stored: who joins afterwards learns nothing of it`() throws {
        defer { board.end() }
        try story.reachDiscussion()
        let presenter = try follower("p1")
        let colleague = try follower("p2")
        let events = try story.desk("p2").events(of: "board").count
        try presenter.say(viewport(1))
        try colleague.hear(until: #""push":"shown""#)
        let late = try board.socket("p3")
        try late.say(#"{"id":"j","join":{"case":"case-1","at":{}}}"#)
        #expect(try late.hear(until: #""caught-up""#).allSatisfy { !$0.contains("shown") })
        #expect(try story.desk("p2").events(of: "board").count == events)
    }

    @Test func `who is behind is shown the latest alone`() throws {
        defer { board.end() }
        try story.reachDiscussion()
        let presenter = try follower("p1")
        let slow = try follower("p2")
        // More than the kernel takes for somebody who does not read.
        let text = String(repeating: "Abstand 48 mm. ", count: 1_000)
        for number in 1...700 {
            try presenter.say(
                #"{"id":"k\#(number)","postComment":{"case":"case-1","comment":{"id":"k\#(number)","text":"\#(text)"}}}"#
            )
            try presenter.hear(until: #""re":"k\#(number)""#)
        }
        for start in 1...50 { try presenter.say(viewport(start)) }
        _ = try heard(on: presenter)
        let shown = try slow.hear(until: #""push":"shown""#).filter { $0.contains(#""push":"shown""#) }
        #expect(shown.count == 1)
        #expect(shown.last?.contains(#""start":50"#) == true)
        #expect(try heard(on: slow).count == 1)
    }

    @Test(arguments: [
        #"{"part":"ct"}"#, #"{"part":"ct","x":1}"#, #"{"part":"ct","x":1,"y":101}"#, #"{"part":"ct","at":-1}"#,
        #"{"part":"ct","at":1,"x":1,"y":1}"#, #"{"at":1}"#,
    ])
    func `a pointer that points nowhere is malformed`(pointer: String) throws {
        defer { board.end() }
        try story.reachDiscussion()
        let presenter = try follower("p1")
        try presenter.say(#"{"id":"s","show":{"case":"case-1","pointer":\#(pointer)}}"#)
        #expect(try presenter.hear(until: #""re":"s""#).last?.contains(#""code":"malformed""#) == true)
    }
}
