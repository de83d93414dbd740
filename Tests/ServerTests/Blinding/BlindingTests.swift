import TestSupport
import Testing

/// Two worlds that differ only in work hidden from a person send that person the same bytes, up to the release.
@Suite("No byte depends on hidden work", .serialized)
struct BlindingTests {
    /// A reviewer, the chair, an observer, and a deputy who is not called.
    static let onlookers = ["p2", "p1", "observer", World.deputy]

    private static let quiet = Dictionary(
        uniqueKeysWithValues: onlookers.map { person in
            (person, Result { try ReviewScript.live(as: person, hidden: nil) })
        }
    )

    private func check(_ onlooker: String, _ hidden: HiddenWork) throws {
        let quiet = try #require(Self.quiet[onlooker]).get()
        let busy = try ReviewScript.live(as: onlooker, hidden: hidden)
        #expect(busy.differences(from: quiet) == [])
        #expect(!busy.contains(HiddenWork.marker))
    }

    @Test(arguments: HiddenWork.allCases)
    func `during review a reviewer receives the same bytes whatever others do in secret`(hidden: HiddenWork) throws {
        try check("p2", hidden)
    }

    @Test(
        arguments: ["p1", "observer"],
        [HiddenWork.manyNotes, .allOtherSeals, .recusal, .succession, .lostConnection, .reminders]
    )
    func `so do the chair and an observer`(onlooker: String, hidden: HiddenWork) throws {
        try check(onlooker, hidden)
    }

    @Test(arguments: [HiddenWork.otherOpinion, .allOtherSeals, .recusal, .reminders])
    func `so does a deputy, as long as the one they stand ready for sits`(hidden: HiddenWork) throws {
        try check(World.deputy, hidden)
    }

    @Test func `a deputy who is called learns it by having to join again, and reads nothing of the one before`() throws
    {
        let world = try World()
        defer { world.board.end() }
        try world.prepare()
        try world.freeze()
        try world.story.review("p4", marker: HiddenWork.marker)
        let onlooker = try Onlooker(World.deputy, in: world)
        defer { onlooker.hangUp() }
        try onlooker.join()
        try world.story.desk("p4").say(#"{"recuse":{"reason":"\#(HiddenWork.marker)"}}"#)
        try onlooker.hear(until: #""push":"rejoin""#)
        try onlooker.keepReplay("replay from the beginning", at: "{}")
        try Sweep(story: world.story).perform(as: onlooker)
        #expect(onlooker.recording.contains(#""role":"reviewer""#))
        #expect(!onlooker.recording.contains(HiddenWork.marker))
        #expect(!onlooker.recording.contains(#""revealed""#))
    }

    @Test(arguments: 1...2)
    func `whatever is drawn, hidden work changes nothing`(seed: Int) throws {
        let quiet = try ReviewScript.live(as: "p2", hidden: nil, in: World(seed: seed))
        let busy = try ReviewScript.live(as: "p2", hidden: .allOtherSeals, in: World(seed: seed))
        #expect(busy.differences(from: quiet) == [])
        #expect(quiet.differences(from: try #require(Self.quiet["p2"]).get()) != [])
    }

    @Test func `the same world lived twice is the same`() throws {
        let quiet = try #require(Self.quiet["p2"]).get()
        #expect(try ReviewScript.live(as: "p2", hidden: nil).differences(from: quiet) == [])
        #expect(quiet.byteCount > 20_000)
    }

    @Test func `what a person may see makes a difference that the comparison finds`() throws {
        let quiet = try #require(Self.quiet["p2"]).get()
        let disturbed = try ReviewScript.live(as: "p2", hidden: nil) { story in
            try story.desk(story.coordinator).file("d-late", "Nachgereicht.")
        }
        #expect(disturbed.differences(from: quiet) != [])
    }

    @Test func `the answer to a seal is the same whether it was the last or not: only the release tells`() throws {
        let answers = try [["p1", "p4", "p5"], ["p1", "p3", "p4", "p5"]].map { others in
            let world = try World()
            defer { world.board.end() }
            try world.prepare()
            try world.freeze()
            for person in others {
                try world.story.review(person)
                try world.story.seal(person)
            }
            try world.story.review("p2")
            let onlooker = try Onlooker("p2", in: world)
            defer { onlooker.hangUp() }
            try onlooker.join()
            let head = try world.story.desk("p2").events(of: "own").count
            let answer = try onlooker.say(#"{"seal":{"own":\#(head)}}"#)
            if others.contains("p3") { try onlooker.hear(until: #""revealed""#) }
            return answer
        }
        #expect(answers[0] == answers[1])
        #expect(answers[0].contains(#""opinion""#))
    }

    @Test func `the coordinator learns who has sealed and nothing else`() throws {
        let coordinator = "coordinator"
        let quiet = try ReviewScript.live(as: coordinator, hidden: nil)
        for hidden in [HiddenWork.otherOpinion, .manyNotes, .revisedDrafts] {
            #expect(try ReviewScript.live(as: coordinator, hidden: hidden).differences(from: quiet) == [])
        }
        #expect(try ReviewScript.live(as: coordinator, hidden: .oneSeal).differences(from: quiet) != [])
    }
}
