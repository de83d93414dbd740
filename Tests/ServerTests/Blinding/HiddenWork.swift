import BoardClient
import TestSupport
import Testing
import TumorBoard

/// What others do where the onlooker may not see it, while the case is under review.
///
/// `p4`, whose deputy stands ready, and `p5` do it; `p3` never seals, so that no seal is the last.
enum HiddenWork: String, CaseIterable, CustomTestStringConvertible {
    case manyNotes, revisedDrafts, opinion, otherOpinion, oneSeal, allOtherSeals, sealedAnew
    case recusal, succession, refusals, presence, lostConnection, conflictStatement, reminders

    var testDescription: String { rawValue }

    /// A word that only hidden work says.
    static let marker = "Verborgenes-Merkwort"

    func beforeTheFreeze(_ story: Story) throws {
        guard self == .conflictStatement else { return }
        // A conflict that stands would stop the freeze itself: both withdraw theirs.
        for (person, why) in [("p4", "beraten"), ("p5", "Studie")] {
            try story.desk(person).say(#"{"declareConflicts":{"statement":"\#(Self.marker): \#(why)"}}"#)
            try story.desk(person).say(#"{"declareConflicts":{}}"#)
        }
    }

    /// Someone who listens while the onlooker works, and whose connection is then cut.
    func companion(_ story: Story) throws -> Member? {
        guard self == .lostConnection else { return nil }
        let member = try story.board.member("p4", of: story.caseID)
        try member.waitUntilCaughtUp()
        return member
    }

    func first(_ story: Story) throws {
        switch self {
        case .manyNotes: try writeNotes(story, 1...12)
        case .revisedDrafts: try revise(story, 0..<8)
        case .opinion: try story.review("p4", modality: "IM", marker: Self.marker)
        case .otherOpinion:
            try story.review("p4", modality: "OP", marker: Self.marker)
            try story.review("p5", modality: "WS", marker: Self.marker)
        case .oneSeal, .allOtherSeals, .sealedAnew: try sealed("p4", story)
        case .recusal: try story.desk("p5").say(#"{"recuse":{"reason":"\#(Self.marker)"}}"#)
        case .succession: try story.desk("p4").say(#"{"recuse":{"reason":"\#(Self.marker)"}}"#)
        case .refusals:
            _ = try story.desk("p4").refusal(of: #"{"seal":{"own":1}}"#)
            _ = try story.desk("p4").refusal(of: #"{"closeRound":{"round":1}}"#)
        case .presence:
            let member = try story.board.member("p4", of: story.caseID)
            defer { member.stop() }
            try member.waitUntilCaughtUp()
        case .lostConnection, .conflictStatement: break
        case .reminders: try story.desk(story.coordinator).say(#"{"remind":{"person":"p4"}}"#)
        }
    }

    func second(_ story: Story) throws {
        switch self {
        case .manyNotes:
            try writeNotes(story, 13...20)
            try story.desk("p4").say(#"{"deleteAnnotation":{"id":"note-3","revision":1}}"#)
            for part in ["d-histology", "d-imaging"] { try story.desk("p5").say(#"{"markRead":{"part":"\#(part)"}}"#) }
        case .revisedDrafts: try revise(story, 8..<12)
        case .allOtherSeals: try sealed("p5", story)
        case .succession: try sealed(World.deputy, story)
        case .sealedAnew:
            let answer = #"{"confidence":null,"rationale":"\#(Self.marker)","citations":[]}"#
            try story.desk("p4").say(
                #"{"stateOpinion":{"dimension":"scope","answer":\#(answer),"revision":1}}"#
            )
            try story.seal("p4")
        case .reminders: try story.desk(story.coordinator).say(#"{"remind":{"person":"p5"}}"#)
        case .oneSeal:
            // A sealed opinion rests: even trying to change it is nobody's business.
            _ = try story.desk("p4").refusal(of: #"{"recuse":{"reason":""}}"#)
        default: break
        }
    }

    private func sealed(_ person: String, _ story: Story) throws {
        try story.review(person, modality: "OP", marker: Self.marker)
        try story.seal(person)
    }

    /// One answer and one note, said again and again; the last words differ from the first.
    private func revise(_ story: Story, _ revisions: Range<Int>) throws {
        let desk = story.desk("p4")
        let target = try story.passage("Befund")
        for revision in revisions {
            let text = "\(Self.marker) \(String(repeating: "anders ", count: revision))"
            try desk.say(
                #"{"stateOpinion":{"dimension":"scope","answer":{"value":{"codes":[],"text":"\#(text)"},"confidence":5,"rationale":"Gelesen","citations":[\#(target)]},"revision":\#(revision)}}"#
            )
            let note =
                #"{"annotation":{"id":"mine","target":\#(target),"statement":"\#(text)","certainty":"probable"}"#
            try desk.say(
                revision == 0 ? #"{"annotate":\#(note)}}"# : #"{"amendAnnotation":\#(note),"revision":\#(revision)}}"#
            )
        }
    }

    private func writeNotes(_ story: Story, _ numbers: ClosedRange<Int>) throws {
        let target = try story.passage("Befund")
        for number in numbers {
            try story.desk("p4").say(
                #"{"annotate":{"annotation":{"id":"note-\#(number)","target":\#(target),"statement":"\#(Self.marker) \#(number)","certainty":"probable"}}}"#
            )
        }
    }
}
