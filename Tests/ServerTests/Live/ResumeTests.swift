import BoardAPI
import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing
import TumorBoard

/// A position is a number and a tag: right, it is gone on from; wrong in either, the client starts over.
@Suite("Coming back to a case")
struct ResumeTests {
    private struct Page: Decodable {
        var events: [Line]
        struct Line: Decodable { var seq: Int, tag: String }
    }

    private func tags(of stream: String, as person: String, in story: Story) throws -> [String] {
        let answer = try story.board.http(as: person).send("GET", "/api/cases/\(story.caseID)/streams/\(stream)")
        return try Canonical.decode(Page.self, from: answer.body).events.map(\.tag)
    }

    /// The sequence numbers of one stream that a join with these positions brings, or the streams that diverged.
    private func join(_ positions: String, _ stream: String, _ socket: RecordedConnection) throws -> [Int] {
        try socket.say(#"{"id":"j","join":{"case":"case-1","at":\#(positions)}}"#)
        let messages = try socket.hear(until: #""push":"caught-up""#)
        return messages.compactMap { message in
            guard let push = try? Canonical.decode(Push.self, from: message.utf8), push.stream == stream else {
                return nil
            }
            return push.seq
        }
    }

    private struct Push: Decodable { var stream: String, seq: Int }

    @Test func `from every place in a stream comes exactly what follows it`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        // Somebody else follows meanwhile: what is kept for those a little behind must not come a second time.
        let neighbour = try board.member("p1", of: story.caseID)
        defer { neighbour.stop() }
        try neighbour.waitUntilCaughtUp()
        try story.review("p2")
        let socket = try board.socket("p2")
        defer { socket.close() }
        for stream in ["dossier", "own"] {
            let tags = try tags(of: stream, as: "p2", in: story)
            #expect(tags.count > 4)
            #expect(try join("{}", stream, socket) == Array(1...tags.count))
            for (index, tag) in tags.enumerated() {
                let positions = #"{"\#(stream)":[\#(index + 1),"\#(tag)"]}"#
                #expect(try join(positions, stream, socket) == Array(1...tags.count).suffix(tags.count - index - 1))
            }
        }
    }

    @Test func `a tag of another place, or a place beyond the end, is another history`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        let tags = try tags(of: "dossier", as: "p2", in: story)
        let socket = try board.socket("p2")
        defer { socket.close() }
        for position in [
            #"[1,"\#(tags[1])"]"#, #"[2,"\#(tags[0])"]"#, #"[1,""]"#, #"[-1,"\#(tags[0])"]"#,
            #"[\#(tags.count + 1),"\#(tags[0])"]"#,
        ] {
            try socket.say(#"{"id":"j","join":{"case":"case-1","at":{"dossier":\#(position)}}}"#)
            let answer = #"{"error":{"code":"diverged","detail":"dossier"},"re":"j"}"#
            #expect(try socket.hear() == .text(answer), "\(position)")
        }
    }

    @Test func `whoever comes in the middle of a burst hears each event once, with no gap where history ends`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        let (comments, arrivals, speakers) = (240, 48, ["p1", "p3"])
        let said = Monitor((count: 0, refusals: [String]()))
        for speaker in speakers {
            Thread.detachNewThread {
                let desk = story.desk(speaker)
                for number in 1...comments / speakers.count {
                    let id = "k-\(speaker)-\(number)"
                    do {
                        try desk.say(#"{"postComment":{"comment":{"id":"\#(id)","text":"Zu \#(id)."}}}"#)
                    } catch {
                        said.withLock { $0.refusals.append("\(error)") }
                    }
                    said.withLock { $0.count += 1 }
                }
            }
        }
        let witnesses = try (0..<arrivals).map { number in
            // Spread over the whole burst.
            _ = said.withLock(when: { $0.count >= number * comments / arrivals }, before: .now + .seconds(60)) { _ in }
            return try Witness(board, as: "p\(number % 3 + 1)", of: story.caseID)
        }
        defer { for witness in witnesses { witness.close() } }
        let isOver: Void? = said.withLock(when: { $0.count == comments }, before: .now + .seconds(60)) { _ in }
        #expect(isOver != nil)
        #expect(said.withLock(\.refusals) == [])
        let tags = try tags(of: "board", as: "p2", in: story)
        for witness in witnesses {
            let history = History(witness.events(upTo: ["board": Position(seq: tags.count, tag: "")]))
            #expect(history.flaws == [])
            #expect(history.tags(of: "board") == tags)
        }
    }
}
