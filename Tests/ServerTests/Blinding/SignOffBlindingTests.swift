import BoardClient
import TestSupport
import Testing

/// In the open phases too, what is not yet said is nobody's business.
@Suite("No byte depends on what is not said yet", .serialized)
struct SignOffBlindingTests {
    /// What `p4` does beside the open discussion and the signing.
    enum Unsaid: String, CaseIterable, CustomTestStringConvertible {
        case dissentWritten, dissentRefused, concurrenceOfAnotherVersion, wrongPassword, reading, presence

        var testDescription: String { rawValue }

        func `do`(_ story: Story, _ number: Int) throws {
            let desk = story.desk("p4")
            switch self {
            case .dissentWritten:
                // Put down in one's own notes, and not sent.
                let target = try story.passage("Befund")
                try desk.say(
                    #"{"annotate":{"annotation":{"id":"dissent-\#(number)","target":\#(target),"statement":"\#(HiddenWork.marker): dagegen","certainty":"probable"}}}"#
                )
            case .dissentRefused:
                let dissent =
                    #"{"respond":{"response":{"version":1,"position":"dissent","reasons":"\#(HiddenWork.marker)"}}}"#
                _ = try desk.refusal(of: dissent)
            case .concurrenceOfAnotherVersion:
                _ = try desk.refusal(of: #"{"respond":{"response":{"version":9,"position":"concur"}}}"#)
            case .wrongPassword: _ = try desk.refusal(of: #"{"sign":{"version":1,"password":"falsch"}}"#)
            case .reading:
                _ = try desk.refusal(of: #"{"markRead":{"part":"\#(number == 1 ? "d-imaging" : "d-histology")"}}"#)
            case .presence:
                let member = try story.board.member("p4", of: story.caseID)
                defer { member.stop() }
                try member.waitUntilCaughtUp()
            }
        }
    }

    private static func live(as person: String, _ unsaid: Unsaid?) throws -> Recording {
        let world = try World()
        defer { world.board.end() }
        let story = world.story
        try world.reachProposals()
        let onlooker = try Onlooker(person, in: world)
        defer { onlooker.hangUp() }
        try onlooker.join()
        try unsaid?.do(story, 1)
        try onlooker.say(#"{"postComment":{"comment":{"id":"k1","text":"Zur Frage"}}}"#)
        try story.reachSignOff()
        try unsaid?.do(story, 2)
        try onlooker.say(#"{"respond":{"response":{"version":1,"position":"concur"}}}"#)
        try onlooker.keepLive()
        try onlooker.keepReplay("replay from the beginning", at: "{}")
        try Sweep(story: story).perform(as: onlooker)
        try onlooker.keepEnding()
        return onlooker.recording
    }

    private func check(_ person: String, _ kinds: [Unsaid]) throws {
        let quiet = try Self.live(as: person, nil)
        for unsaid in kinds {
            let busy = try Self.live(as: person, unsaid)
            #expect(busy.differences(from: quiet) == [], "\(unsaid)")
            #expect(!busy.contains(HiddenWork.marker))
        }
    }

    @Test func `until it is said, a dissent or a doubt shows to no colleague`() throws {
        try check("p2", Unsaid.allCases)
    }

    @Test(arguments: ["p1", "observer"])
    func `nor to the chair or an observer`(_ person: String) throws {
        try check(person, [.dissentWritten, .reading])
    }
}
