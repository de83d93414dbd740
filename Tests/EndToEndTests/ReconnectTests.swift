import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing

@Suite("A connection that is cut")
struct ReconnectTests {
    private static let cuts = 40
    private static let commentsEach = 60

    @Test(.timeLimit(.minutes(2)))
    func `members who are cut off again and again during a burst miss nothing and hear nothing twice`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board, reviewers: 3)
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        let members = try story.panel.map { try board.member($0.id, of: story.caseID) }
        for member in members { try member.waitUntilCaughtUp() }
        let running = Monitor(members.count)
        let refusals = Monitor<[String]>([])
        for (number, member) in members.enumerated() {
            Thread.detachNewThread {
                for count in 1...Self.commentsEach {
                    let id = "k-\(number)-\(count)"
                    do {
                        if case .refused(let fault) = try member.perform(BoardProcess.comment(id), id: id) {
                            refusals.withLock { $0.append("\(id) \(fault)") }
                        }
                    } catch {
                        refusals.withLock { $0.append("\(id) \(error)") }
                    }
                }
                running.withLock { $0 -= 1 }
            }
        }
        // A cut at a moment nobody chose: after some number of events that the member has not heard yet.
        for _ in 0..<Self.cuts {
            guard let member = members.randomElement(), running.withLock(\.self) > 0 else { break }
            let heard = member.events.count + Int.random(in: 0..<6)
            try? member.wait(within: .seconds(2)) { $0.count >= heard }
            member.cut()
        }
        let isDone: Void? = running.withLock(when: { $0 == 0 }, before: .now + .seconds(60)) { _ in }
        #expect(isDone != nil)
        #expect(refusals.withLock(\.self) == [])
        let tags = try board.http(as: "p1").send("GET", "/api/cases/\(story.caseID)/streams/board?after=0&limit=500")
            .body
        struct Page: Decodable {
            var events: [Line]
            struct Line: Decodable { var tag: String }
        }
        let stored = try JSONDecoder().decode(Page.self, from: Data(tags)).events.map(\.tag)
        for member in members {
            try member.wait { events in events.count(where: { $0.stream == "board" }) == stored.count }
            let history = History(member.events)
            #expect(history.flaws.isEmpty)
            #expect(history.tags(of: "board") == stored)
            let comments = try BoardProcess.comments(in: member.events)
            #expect(comments.count == members.count * Self.commentsEach)
            #expect(Set(comments).count == comments.count)
            member.stop()
        }
    }
}
