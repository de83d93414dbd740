import ArgumentParser
import BoardServer
import Foundation
import TestSupport

/// A member joins a large case that nobody has touched since the start of the server.
struct ColdJoin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cold-join",
        abstract: "Measure the first join to a large case: how long until everything is there."
    )

    @Option(help: "Events that the member reads.")
    var events = 20_000

    @Option(help: "How many of them are annotations, all of the member who joins.")
    var annotations = 5_000

    @Option(help: "How often it is measured, each time with a server that has just started.")
    var rounds = 3

    /// Nobody may write more comments than this into one case.
    private static let commentsPerPerson = 2_000

    func run() throws {
        var limits = ServerLimits.forEverybodyAtOnce
        (limits.waitingCommands, limits.waitingCommandsPerCase, limits.waitingCommandsPerPerson) = (
            events, events, events
        )
        let comments = events - annotations
        let board = try TestBoard(limits: limits)
        let seats = max(3, (comments + Self.commentsPerPerson - 1) / Self.commentsPerPerson)
        let story = Story(board, case: "large", panel: (0..<seats).map { "p\($0)" })
        try story.addPeople()
        try story.reachReview()
        try story.reachDiscussion()
        try fill(story, comments: comments)
        board.stop()

        let measured = try (0..<rounds).map { _ in try join(board, as: story.panel[0].id, limits) }
        TemporaryFolder.remove(board.folder)
        let figures: [String: Any] = [
            "events": events, "annotations": annotations, "bytes": measured[0].bytes,
            "join_ms": measured.map(\.milliseconds).sorted()[rounds / 2],
        ]
        print(
            String(decoding: try JSONSerialization.data(withJSONObject: figures, options: .sortedKeys), as: UTF8.self)
        )
    }

    /// From the first byte of the connection until the client is caught up, with nothing folded.
    private func join(
        _ board: TestBoard,
        as person: String,
        _ limits: ServerLimits
    ) throws -> (milliseconds: Double, bytes: Int) {
        let cold = try TestBoard(folder: board.folder, limits: limits)
        defer { cold.stop() }
        cold.adopt(board)
        let begun = ContinuousClock.now
        let member = try Audience([person], of: "large", on: cold)
        defer { member.close() }
        return (milliseconds(from: begun, to: .now), member.byteCount)
    }

    /// Everybody says all they have at once, and is done when the last of it is answered.
    private func fill(_ story: Story, comments: Int) throws {
        let version = try story.chair.versions()["d-imaging"] ?? ""
        let room = try Audience(story.panel.map(\.id), of: story.caseID, on: story.board)
        defer { room.close() }
        let isDone = room.listen(for: #""re":"last""#)
        for number in 0..<annotations { try room.say(annotation(number, version), at: 0) }
        for number in 0..<comments { try room.say(comment("c\(number)"), at: number % story.panel.count) }
        for seat in story.panel.indices { try room.say(comment("last"), at: seat) }
        _ = try isDone()
    }

    /// A comment by its id, which is the request's too; the last one of each person names itself after nobody.
    private func comment(_ id: String) -> String {
        #"""
        {"id":"\#(id)","postComment":{"case":"large","comment":{"id":"\#(id)-\#(UInt64.random(in: 0...(.max)))",\#
        "text":"Im MRT reicht der Tumor bis 12 mm an die mesorektale Faszie; der CRM ist frei. Siehe Befund, Seite 2."}}}
        """#
    }

    private func annotation(_ number: Int, _ version: String) -> String {
        let start = Story.letter.prefix { $0 != "4" }.unicodeScalars.count
        return #"""
            {"id":"a\#(number)","annotate":{"case":"large","annotation":{"id":"n\#(number)",\#
            "target":{"part":"d-imaging","version":"\#(version)","text":{"start":\#(start),"end":\#(start + 15),\#
            "exact":"48 mm oberhalb ","prefix":"","suffix":""}},\#
            "statement":"Abstand \#(number)","certainty":"certain","finding":{"field":"MSI","value":"MSI-H"}}}}
            """#
    }
}
