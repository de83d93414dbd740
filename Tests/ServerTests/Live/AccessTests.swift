import BoardClient
import TestSupport
import Testing
import Wire

/// Who may read is settled before the frames of the same commit leave.
@Suite("A change of access")
struct AccessTests {
    /// A case under review with an observer, sealed by all but the last reviewer.
    private func almostRevealed() throws -> (Story, last: String) {
        let board = try TestBoard()
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try board.add("observer")
        try story.open()
        try story.prepare()
        try story.desk(story.coordinator).say(
            #"{"invite":{"member":{"person":"observer","name":"Dr. observer","role":"observer"}}}"#
        )
        try story.freeze()
        for member in story.panel { try story.review(member.id) }
        for member in story.panel.dropLast() { try story.seal(member.id) }
        return (story, story.panel.last?.id ?? "")
    }

    private func joined(_ person: String, _ board: TestBoard, at positions: String = "{}") throws -> RecordedConnection
    {
        let socket = try board.socket(person)
        try socket.say(#"{"id":"j","join":{"case":"case-1","at":\#(positions)}}"#)
        try socket.hear(until: #""caught-up""#)
        return socket
    }

    @Test func `an observer reads the board from the reveal on, by joining again`() throws {
        let (story, last) = try almostRevealed()
        defer { story.board.end() }
        let socket = try joined("observer", story.board)
        try story.seal(last)
        // The old subscription ends before any frame of the commit that widened it.
        #expect(try socket.hear() == .text(#"{"case":"case-1","push":"rejoin"}"#))
        #expect(try socket.hear() == .text(#"{"push":"boards"}"#))
        try socket.say(#"{"id":"again","join":{"case":"case-1","at":{}}}"#)
        let messages = try socket.hear(until: #""caught-up""#)
        #expect(messages.first == #"{"re":"again","ok":{"streams":["board","dossier"]}}"#)
        let board = messages.filter { $0.contains(#""stream":"board""#) }
        #expect(board.first?.contains(#""seq":1,"#) == true)
        #expect(board.contains { $0.contains(#""revealed""#) })
        #expect(!messages.contains { $0.contains(#""stream":"own""#) || $0.contains(#""stream":"logistics""#) })
    }

    @Test func `a removed member is told so, before anything that comes after`() throws {
        let (story, last) = try almostRevealed()
        defer { story.board.end() }
        let socket = try joined("observer", story.board)
        try story.desk(story.coordinator).say(#"{"removeMember":{"person":"observer"}}"#)
        #expect(try socket.hear() == .text(#"{"case":"case-1","push":"left"}"#))
        #expect(try socket.hear() == .text(#"{"push":"boards"}"#))
        try story.seal(last)
        try socket.say(#"{"id":"j2","join":{"case":"case-1","at":{}}}"#)
        #expect(try socket.hear() == .text(#"{"error":{"code":"unknown"},"re":"j2"}"#))
        try socket.say(#"{"id":"c","acknowledge":{"case":"case-1"}}"#)
        #expect(try socket.hear() == .text(#"{"error":{"code":"unknown"},"re":"c"}"#))
    }

    @Test func `who is appointed to the chair joins again and finds the office, the others notice nothing`() throws {
        let (story, _) = try almostRevealed()
        defer { story.board.end() }
        let (new, other) = (try joined("p2", story.board), try joined("p3", story.board))
        try story.chair.say(#"{"recuse":{"reason":"Befangen"}}"#)
        try story.desk(story.coordinator).say(#"{"appointChair":{"person":"p2","reason":"Erfahren"}}"#)
        #expect(try new.hear() == .text(#"{"case":"case-1","push":"rejoin"}"#))
        let answer = try story.board.http(as: "p2").send("GET", "/api/cases/case-1")
        #expect(String(decoding: answer.body, as: UTF8.self).contains(#""role":"chair""#))
        try other.say(#"{"id":"b","beat":{}}"#)
        #expect(try other.hear(until: #""re":"b""#).count == 1)
    }

    @Test func `members of the panel go on without joining again`() throws {
        let (story, last) = try almostRevealed()
        defer { story.board.end() }
        let socket = try joined("p1", story.board)
        try story.seal(last)
        let messages = try socket.hear(until: #""revealed""#)
        #expect(messages.count == 2)
        #expect(messages.first?.contains(#"{"phaseChanged":{"to":"discussion"}}"#) == true)
    }

    @Test func `the recipient sees nothing before delivery, then the record, and acknowledges it`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople(password: Browser.password)
        try story.reachReview()
        let recipient = story.desk(story.recipient)
        let socket = try board.socket(story.recipient)
        func expectNothing() throws {
            #expect(
                try recipient.client.send("GET", "/api/boards").body == Array(#"{"cases":[],"conferences":[]}"#.utf8)
            )
            #expect(try recipient.client.send("GET", "/api/cases/case-1").status == 404)
            #expect(try recipient.refusal(of: #"{"acknowledge":{}}"#) == "unknown")
            try socket.say(#"{"id":"j","join":{"case":"case-1","at":{}}}"#)
            #expect(try socket.hear() == .text(#"{"error":{"code":"unknown"},"re":"j"}"#))
        }
        try expectNothing()
        try story.reachDiscussion()
        try story.propose()
        try story.reachSignOff()
        try expectNothing()
        for member in story.panel {
            let desk = story.desk(member.id)
            try desk.say(#"{"respond":{"response":{"version":1,"position":"concur"}}}"#)
            try desk.say(#"{"sign":{"version":1,"password":"\#(Browser.password)"}}"#)
        }
        try story.chair.say(#"{"conclude":{"version":1}}"#)
        try expectNothing()
        try story.desk(story.coordinator).say(#"{"deliver":{}}"#)
        #expect(try socket.hear() == .text(#"{"push":"boards"}"#))
        let read = try recipient.client.send("GET", "/api/cases/case-1/recommendation")
        #expect(read.status == 200)
        #expect(try recipient.client.send("GET", "/api/cases/case-1/streams/board").status == 404)
        try socket.say(#"{"id":"j","join":{"case":"case-1","at":{}}}"#)
        let messages = try socket.hear(until: #""caught-up""#)
        #expect(messages.first == #"{"re":"j","ok":{"streams":["delivery"]}}"#)
        try recipient.say(#"{"acknowledge":{}}"#)
        try socket.hear(until: #""acknowledged""#)
    }
}
