import TestSupport
import Testing

/// The same for an open round: nobody learns who voted, how, how often, or how many.
@Suite("No byte depends on a ballot before the round is opened", .serialized)
struct BallotBlindingTests {
    static let onlookers = ["p2", "p1", "observer", "coordinator"]

    private static let quiet = Dictionary(
        uniqueKeysWithValues: onlookers.map { person in (person, Result { try live(as: person, hidden: nil) }) }
    )

    @Test(arguments: onlookers, HiddenBallots.allCases)
    func `before a round is opened everyone receives the same bytes whoever votes and however`(
        onlooker: String,
        hidden: HiddenBallots
    ) throws {
        let quiet = try #require(Self.quiet[onlooker]).get()
        #expect(difference(quiet, try Self.live(as: onlooker, hidden: hidden)) == nil)
    }

    @Test func `the opening of the round is the release that tells them apart`() throws {
        let quiet = try Self.live(as: "p2", hidden: nil, closes: true)
        let busy = try Self.live(as: "p2", hidden: .one, closes: true)
        #expect(difference(quiet, busy) != nil)
        let before = #""votingOpened""#
        #expect(quiet.contains { String(decoding: $0.bytes, as: UTF8.self).contains(before) })
        #expect(busy.contains { String(decoding: $0.bytes, as: UTF8.self).contains(#""roundOpened""#) })
    }

    /// From the open round to just before it is closed, or to its release.
    private static func live(
        as person: String,
        hidden: HiddenBallots?,
        closes: Bool = false
    ) throws -> [(name: String, bytes: [UInt8])] {
        let world = try World()
        defer { world.board.end() }
        try world.reachVoting()
        let onlooker = try Onlooker(person, in: world)
        defer { onlooker.hangUp() }
        try hidden?.cast(world.story)
        let nonce = String(repeating: "5a", count: 32)
        let ballot =
            #"{"castBallot":{"round":1,"optionSet":"os1","choices":{"o1":6,"o2":4},"reasons":{},"nonce":"\#(nonce)"}}"#
        if person == "p2" { try onlooker.say(ballot) }
        try onlooker.say(#"{"postComment":{"comment":{"id":"k1","text":"Noch nicht"}}}"#)
        try onlooker.say(#"{"castBallot":{"round":2,"optionSet":"os2","choices":{},"nonce":"\#(nonce)"}}"#)
        if closes { try world.story.chair.say(#"{"closeRound":{"round":1}}"#) }
        try onlooker.keepLive()
        try onlooker.keepReplay("replay from the beginning", at: "{}")
        try onlooker.sweep(world.story, secrets: [])
        return onlooker.pieces
    }
}
