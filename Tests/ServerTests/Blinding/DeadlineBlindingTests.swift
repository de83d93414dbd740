import TestSupport
import Testing

/// A deadline passes: what is released then is stated by the release, and nothing before it, beside it or after it.
@Suite("A deadline tells what it states and no more", .serialized)
struct DeadlineBlindingTests {
    /// What `p4` has done when the deadline comes.
    enum Work: CaseIterable {
        case nothing, drafts, seal
    }

    /// Lived up to the deadline, or through it.
    ///
    /// - Parameter others: who seals in every world, beside the onlooker.
    private func live(
        as person: String = "p2",
        _ work: Work,
        others: [String],
        through: Bool,
        until last: String = "phaseChanged"
    ) throws -> Recording {
        let world = try World()
        defer { world.board.end() }
        let story = world.story
        try world.prepare()
        // Four of five make the quorum, with whatever disciplines.
        try world.freeze(requiring: ["radiology"])
        let onlooker = try Onlooker(person, in: world)
        defer { onlooker.hangUp() }
        try onlooker.join()
        for person in others {
            try story.review(person)
            try story.seal(person)
        }
        if work != .nothing { try story.review("p4", marker: HiddenWork.marker) }
        if work == .seal { try story.seal("p4") }
        if through {
            world.clock.advance(by: .seconds(6 * 86_400))
            try onlooker.hear(until: last)
        }
        try onlooker.keepLive()
        try onlooker.keepReplay("replay from the beginning", at: "{}")
        try Sweep(story: story).perform(as: onlooker)
        try onlooker.keepEnding()
        return onlooker.recording
    }

    @Test(arguments: ["p2", "p1", "observer"])
    func `up to the deadline nobody sees who has sealed and who has not`(_ person: String) throws {
        let nothing = try live(as: person, .nothing, others: ["p2", "p3"], through: false)
        for work in [Work.drafts, .seal] {
            let other = try live(as: person, work, others: ["p2", "p3"], through: false)
            #expect(other.differences(from: nothing) == [])
        }
    }

    @Test func `a deadline missed without quorum says that, whoever of too few had sealed`() throws {
        let last = "deadlineBreached"
        let nothing = try live(.nothing, others: ["p2", "p3"], through: true, until: last)
        for work in [Work.drafts, .seal] {
            let other = try live(work, others: ["p2", "p3"], through: true, until: last)
            #expect(other.differences(from: nothing) == [])
            #expect(!other.contains(HiddenWork.marker))
        }
        #expect(nothing.contains(last))
    }

    @Test(arguments: ["p2", "p1", "observer"])
    func `who is late is listed as late, with nothing of what they had written by then`(_ person: String) throws {
        // An observer's set of streams grows with the reveal: their socket is told to join again.
        let last = person == "observer" ? #""push":"rejoin""# : #""revealed""#
        let others = ["p1", "p2", "p3", "p5"]
        let nothing = try live(as: person, .nothing, others: others, through: true, until: last)
        let drafts = try live(as: person, .drafts, others: others, through: true, until: last)
        #expect(drafts.differences(from: nothing) == [])
        #expect(!drafts.contains(HiddenWork.marker))
        #expect(nothing.contains(#""isLate":true"#) || nothing.contains(#""late":true"#))
    }

    @Test func `a reveal at the deadline tells whether someone sealed: it is the release that states it`() throws {
        let others = ["p1", "p2", "p3"]
        let sealed = try live(.seal, others: others, through: true, until: #""revealed""#)
        let missed = try live(.drafts, others: others, through: true, until: "deadlineBreached")
        #expect(sealed.differences(from: missed) != [])
    }
}
