import ArgumentParser
import BoardAPI
import Cryptography
import Foundation
import TumorBoard

/// What a hot command costs between socket and disk, without either: each step directly, and as Foundation does it.
struct Codec: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure reading, deciding, writing and folding of what a discussion consists of."
    )

    @ArgumentParser.Option(help: "How often each step is done in one of nine runs, of which the least is told.")
    var rounds = 5_000

    @ArgumentParser.Option(help: "Events of the case that is folded from its stored bytes.")
    var events = 20_000

    @ArgumentParser.Option(help: "Members of the case.")
    var members = 50

    func run() throws {
        let room = try DiscussedCase(members: members)
        try measure("comment", DiscussedCase.comment(0), in: room)
        try measure("annotation", DiscussedCase.annotation(0), in: room)
        try measureFold(of: room)
    }

    private func measure(_ name: String, _ text: String, in room: DiscussedCase) throws {
        let request = Array(text.utf8)
        guard case .command(let command, _, _) = try Canonical.decode(LiveRequest.self, from: request).said,
            let person = PersonID(DiscussedCase.person)
        else { throw ValidationError("no command") }
        let means = room.means
        let decision = try Self.decide(command, by: person, in: room.state, means: means)
        guard let appended = decision.appended.last else { throw ValidationError("no event") }
        let stored = try Canonical.encode(appended.event)

        print("\(name): request \(request.count) bytes, event \(stored.count) bytes; ns, direct and Foundation")
        try report("parse the request") {
            _ = try Canonical.decode(LiveRequest.self, from: request)
        } foundation: {
            _ = try JSONDecoder().decode(LiveRequest.self, from: Data(request))
        }
        try report("digest of the command") {
            _ = SHA256.hash(try Canonical.encode(command))
        } foundation: {
            _ = SHA256.hash(try FoundationJSON.encode(command))
        }
        try report("decide, with the member's view") {
            _ = try Self.decide(command, by: person, in: room.state, means: means)
        }
        try report("encode the event") {
            _ = try Canonical.encode(appended.event)
        } foundation: {
            _ = try FoundationJSON.encode(appended.event)
        }
        try report("read the event back") {
            _ = try Canonical.decode(Event.self, from: stored)
        } foundation: {
            _ = try JSONDecoder().decode(Event.self, from: Data(stored))
        }
        var folded = room
        try report("fold the event") { folded.apply(appended.event, on: appended.stream) }
    }

    private static func decide(
        _ command: Command,
        by person: PersonID,
        in state: CaseState,
        means: Means
    ) throws -> Decision {
        guard let seen = state.seen(by: person) else { throw ValidationError("no member") }
        return try Rules.decide(command, by: person, prepared: .nothing, seen: seen, means: means)
    }

    private func report(
        _ step: String,
        _ direct: () throws -> Void,
        foundation: (() throws -> Void)? = nil
    ) throws {
        let one = try Self.nanoseconds(rounds, direct)
        let other = try foundation.map { try Self.nanoseconds(rounds, $0) }
        print("  \(step.padding(toLength: 32, withPad: " ", startingAt: 0)) \(one)  \(other.map(String.init) ?? "")")
    }

    /// The least of the runs, per call.
    private static func nanoseconds(_ rounds: Int, _ step: () throws -> Void) rethrows -> Int {
        var least = Int.max
        for _ in 0..<9 { least = min(least, try processorTime { for _ in 0..<rounds { try step() } } / rounds) }
        return least
    }

    /// Nanoseconds of processor time: what else the machine does is no part of it.
    private static func processorTime(of work: () throws -> Void) rethrows -> Int {
        var start = timespec()
        var end = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
        try work()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        return (end.tv_sec - start.tv_sec) * 1_000_000_000 + end.tv_nsec - start.tv_nsec
    }

    // MARK: Folding

    private func measureFold(of room: DiscussedCase) throws {
        var stored: [(body: [UInt8], stream: TumorBoard.Stream)] = []
        guard let person = PersonID(DiscussedCase.person) else { return }
        for number in 0..<events {
            let text = number % 2 == 0 ? DiscussedCase.comment(number) : DiscussedCase.annotation(number)
            guard case .command(let command, _, _) = try Canonical.decode(LiveRequest.self, from: text.utf8).said else {
                continue
            }
            let decision = try Self.decide(command, by: person, in: room.state, means: room.means)
            stored += try decision.appended.map { (try Canonical.encode($0.event), $0.stream) }
        }
        print("folding a case of \(stored.count) events; events a second, direct and Foundation")
        let direct = try eventsPerSecond(stored, of: room) { try Canonical.decode(Event.self, from: $0) }
        let foundation = try eventsPerSecond(stored, of: room) { try JSONDecoder().decode(Event.self, from: Data($0)) }
        print("  \(direct)  \(foundation)")
    }

    private func eventsPerSecond(
        _ stored: [(body: [UInt8], stream: TumorBoard.Stream)],
        of room: DiscussedCase,
        _ decode: ([UInt8]) throws -> Event
    ) rethrows -> Int {
        var folded = room
        let time = try Self.processorTime {
            for event in stored { folded.apply(try decode(event.body), on: event.stream) }
        }
        return stored.count * 1_000_000_000 / time
    }
}

/// Foundation's way to the same bytes.
private enum FoundationJSON {
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}
