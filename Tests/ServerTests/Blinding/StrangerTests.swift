import Foundation
import TestSupport
import Testing

/// For whom a case does not exist, it does not exist in any byte.
@Suite("A case one has no right to is a case that was never opened", .serialized)
struct StrangerTests {
    /// How far the case has come that `person` asks for.
    enum Case: String, CaseIterable, CustomTestStringConvertible {
        case none, intake, discussion

        var testDescription: String { rawValue }
    }

    /// - Parameter hashes: of the documents of the case, wherever it was opened.
    private func live(as person: String, _ existing: Case, hashes: [String]) throws -> Recording {
        let world = try World()
        defer { world.board.end() }
        try bring(world, to: existing)
        let onlooker = try Onlooker(person, in: world)
        defer { onlooker.hangUp() }
        try onlooker.keepReplay("a join", at: "{}", until: #""re":"replay""#)
        try onlooker.keepReplay("a join with positions", at: #"{"dossier":[1,"00"]}"#, until: #""re":"replay""#)
        var sweep = Sweep(story: world.story, hashes: hashes)
        // Opening is the one act of those who coordinate; here with a question that no case can have.
        sweep.commands = sweep.commands.filter { !$0.hasPrefix(#"{"openCase""#) } + [Self.impossibleOpening(of: world)]
        try sweep.perform(as: onlooker)
        try onlooker.keepEnding()
        return onlooker.recording
    }

    private func bring(_ world: World, to existing: Case) throws {
        switch existing {
        case .none: break
        case .intake: try world.prepare()
        case .discussion: try world.reachProposals()
        }
    }

    private static func impossibleOpening(of world: World) -> String {
        let opening = Sweep.samples.first { $0.hasPrefix(#"{"openCase""#) } ?? ""
        return opening.replacingOccurrences(of: #""language":"de""#, with: #""language":"""#)
    }

    /// The hashes of a case's documents: the same in every world.
    private static let hashes = Result {
        let world = try World()
        defer { world.board.end() }
        try world.prepare()
        try world.freeze()
        return try world.story.desk("coordinator").versions().sorted { $0.key < $1.key }.map(\.value)
    }

    @Test(arguments: ["stranger", "opener", "auditor", "recipient"])
    func `nobody without a right tells an existing case from none by any byte`(_ person: String) throws {
        let hashes = try Self.hashes.get()
        #expect(hashes.count == 3)
        let nothing = try live(as: person, .none, hashes: hashes)
        for existing in [Case.intake, .discussion] {
            let recording = try live(as: person, existing, hashes: hashes)
            #expect(recording.differences(from: nothing) == [], "\(existing)")
        }
    }

    @Test func `a member does tell them apart: the comparison would find it`() throws {
        let hashes = try Self.hashes.get()
        let nothing = try live(as: "observer", .none, hashes: hashes)
        #expect(try live(as: "observer", .intake, hashes: hashes).differences(from: nothing) != [])
    }
}
