import TestSupport
import Testing
import TumorBoard

/// The same for an open round: nobody learns who voted, how, how often, or how many; nor who can no longer vote.
@Suite("No byte depends on a ballot before the round is opened", .serialized)
struct BallotBlindingTests {
    static let onlookers = ["p2", "p1", "observer", World.deputy]

    private static let quiet = Dictionary(
        uniqueKeysWithValues: onlookers.map { person in
            (person, Result { try BallotScript.live(as: person, hidden: nil) })
        }
    )

    private func check(_ onlooker: String, _ hidden: HiddenBallots) throws {
        let quiet = try #require(Self.quiet[onlooker]).get()
        let busy = try BallotScript.live(as: onlooker, hidden: hidden)
        #expect(busy.differences(from: quiet) == [])
        #expect(!busy.contains(HiddenWork.marker))
    }

    @Test(arguments: HiddenBallots.allCases)
    func `before a round is opened a voter receives the same bytes whoever votes and however`(
        hidden: HiddenBallots
    ) throws {
        try check("p2", hidden)
    }

    @Test(arguments: ["p1", "observer"], [HiddenBallots.everyoneElse, .recast, .recusal, .succession])
    func `so do the chair, who closes it, and an observer`(onlooker: String, hidden: HiddenBallots) throws {
        try check(onlooker, hidden)
    }

    @Test(arguments: [HiddenBallots.everyoneElse, .recast, .recusal])
    func `so does a deputy who is not called`(hidden: HiddenBallots) throws {
        try check(World.deputy, hidden)
    }

    @Test func `the coordinator receives the same bytes whoever votes, and is told of a recusal`() throws {
        let quiet = try BallotScript.live(as: "coordinator", hidden: nil)
        for hidden in [HiddenBallots.everyoneElse, .recast, .notes] {
            #expect(try BallotScript.live(as: "coordinator", hidden: hidden).differences(from: quiet) == [])
        }
        #expect(try BallotScript.live(as: "coordinator", hidden: .recusal).differences(from: quiet) != [])
    }

    @Test func `a yes, a no and a ballot changed four times look the same in an adoption`() throws {
        let quiet = try BallotScript.live(as: "p2", hidden: nil, method: .adoption)
        #expect(quiet.contains(#""commitment""#))
        for hidden in [HiddenBallots.one, .otherChoices, .recast] {
            let busy = try BallotScript.live(as: "p2", hidden: hidden, method: .adoption)
            #expect(busy.differences(from: quiet) == [], "\(hidden)")
        }
    }

    @Test(arguments: 1...2)
    func `whatever is drawn, a seat that changes hands during the vote does not show`(seed: Int) throws {
        let quiet = try BallotScript.live(as: "p2", hidden: nil, seed: seed)
        let busy = try BallotScript.live(as: "p2", hidden: .succession, seed: seed)
        #expect(busy.differences(from: quiet) == [])
    }

    @Test func `the opening of the round tells who stood down in it and who sits there now, and not why`() throws {
        let busy = try BallotScript.live(as: "p2", hidden: .succession, closes: true)
        #expect(busy.contains(#"{"stoodDown":{"by":"p4"}}"#))
        #expect(busy.contains(#""seated""#))
        #expect(!busy.contains(HiddenWork.marker))
    }

    @Test func `the opening of the round is the release that tells them apart`() throws {
        let quiet = try BallotScript.live(as: "p2", hidden: nil, closes: true)
        let busy = try BallotScript.live(as: "p2", hidden: .one, closes: true)
        #expect(busy.differences(from: quiet) != [])
        #expect(quiet.contains(#""votingOpened""#))
        #expect(busy.contains(#""roundOpened""#))
    }
}
