import TestSupport
import Testing

/// Before the freeze an invited reviewer knows the question, and of the others nothing.
@Suite("No byte depends on a colleague's conflict of interest", .serialized)
struct IntakeBlindingTests {
    private func live(as person: String, others statement: String?) throws -> Recording {
        let world = try World()
        defer { world.board.end() }
        try world.prepare()
        let onlooker = try Onlooker(person, in: world)
        defer { onlooker.hangUp() }
        try onlooker.join()
        if let statement {
            for person in ["p4", "p5"] {
                try world.story.desk(person).say(#"{"declareConflicts":{"statement":"\#(statement)"}}"#)
            }
        }
        try onlooker.say(#"{"declareConflicts":{"statement":"Kenne den Patienten nicht"}}"#)
        try onlooker.say(#"{"freezePanel":{}}"#)
        try onlooker.keepLive()
        try onlooker.keepReplay("replay from the beginning", at: "{}")
        try Sweep(story: world.story).perform(as: onlooker)
        try onlooker.keepEnding()
        return onlooker.recording
    }

    @Test(arguments: ["p2", "p1", "observer"])
    func `a conflict that stands is told to the coordinator alone`(_ person: String) throws {
        let quiet = try live(as: person, others: nil)
        let busy = try live(as: person, others: "\(HiddenWork.marker): war beratend tätig")
        #expect(busy.differences(from: quiet) == [])
        #expect(!busy.contains(HiddenWork.marker))
    }

    @Test func `the coordinator is told in full`() throws {
        let told = try live(as: "coordinator", others: "\(HiddenWork.marker): war beratend tätig")
        #expect(told.contains(HiddenWork.marker))
    }
}
