import ArgumentParser
import BoardServer
import Cryptography
import Foundation
import Sockets
import TestSupport

/// One room of 500: as many ballots as people within a second, and the opening of the round to all of them.
///
/// A panel has 40 seats, so that its reveal fits one event; the others in the room observe. Each of the panel casts again
/// and again, the last ballot counting, until there are 500.
struct Room: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure a round of ballots in one large room.")

    @Option(help: "People in the room.")
    var members = 500

    @Option(help: "Members of the panel.")
    var panel = 40

    @Option(help: "Ballots cast.")
    var ballots = 500

    func run() throws {
        var limits = ServerLimits()
        limits.listener.connectionsPerAddress = members + 100
        let board = try TestBoard(limits: limits)
        defer { board.end() }
        let story = Story(board, case: "room", panel: (0..<panel).map { "p\($0)" })
        try story.addPeople()
        let observers = (panel..<members).map { "o\($0)" }
        for person in observers { try board.add(person) }
        try story.open()
        try story.prepare()
        let coordinator = story.desk(story.coordinator)
        for person in observers {
            try coordinator.say(
                #"{"invite":{"member":{"person":"\#(person)","name":"Dr. \#(person)","role":"observer"}}}"#
            )
        }
        try story.freeze()
        try story.reachDiscussion()
        try story.propose()

        let room = try Audience(story.panel.map(\.id) + observers, of: "room", on: board)
        defer { room.close() }
        try story.openRound(1)
        let opened = room.listen(for: #""roundOpened""#)
        let begun = ContinuousClock.now
        for number in 0..<ballots { try room.say(ballot(number), at: number % panel) }
        let cast = try room.acknowledged(ballots)
        let closed = ContinuousClock.now
        try story.chair.say(#"{"closeRound":{"round":1}}"#)
        let moments = try opened()
        let figures: [String: Any] = [
            "members": members, "panel": panel, "ballots": ballots, "refused": cast.refusals,
            "acknowledged_ms": milliseconds(from: begun, to: cast.last),
            "opened_first_ms": milliseconds(from: closed, to: moments[0]),
            "opened_all_ms": milliseconds(from: closed, to: moments[members - 1]),
        ]
        print(
            String(decoding: try JSONSerialization.data(withJSONObject: figures, options: .sortedKeys), as: UTF8.self)
        )
    }

    private func ballot(_ number: Int) -> String {
        let nonce = Hexadecimal.encode(SecureRandom.bytes(32))
        return #"""
            {"id":"b\#(number)","castBallot":{"case":"room","round":1,"optionSet":"os1","nonce":"\#(nonce)",\#
            "choices":{"o1":\#(number % 9 + 1),"o2":\#(9 - number % 9)},"reasons":{"o1":"So","o2":"So"}}}
            """#
    }
}

/// Milliseconds with their fraction.
func milliseconds(from start: ContinuousClock.Instant, to end: ContinuousClock.Instant) -> Double {
    start.duration(to: end) / .milliseconds(1)
}
