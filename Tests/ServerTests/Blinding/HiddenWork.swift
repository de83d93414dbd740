import BoardClient
import Cryptography
import Foundation
import TestSupport
import Testing
import TumorBoard

/// What others do where the onlooker may not see it, while the case is under review.
///
/// `p4` and `p5` do it; `p3` never seals, so that no seal is the last.
enum HiddenWork: String, CaseIterable, CustomTestStringConvertible {
    case manyNotes, opinion, otherOpinion, oneSeal, allOtherSeals
    case recusal, refusals, presence, conflictStatement, reminders

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

    func first(_ story: Story) throws {
        switch self {
        case .manyNotes: try writeNotes(story, 1...12)
        case .opinion: try story.review("p4", modality: "IM", marker: Self.marker)
        case .otherOpinion:
            try story.review("p4", modality: "OP", marker: Self.marker)
            try story.review("p5", modality: "WS", marker: Self.marker)
        case .oneSeal: try sealed("p4", story)
        case .allOtherSeals: try sealed("p4", story)
        case .recusal: try story.desk("p4").say(#"{"recuse":{"reason":"\#(Self.marker)"}}"#)
        case .refusals:
            _ = try story.desk("p4").refusal(of: #"{"seal":{"own":1}}"#)
            _ = try story.desk("p4").refusal(of: #"{"closeRound":{"round":1}}"#)
        case .presence:
            let member = try story.board.member("p4", of: story.caseID)
            defer { member.stop() }
            try member.waitUntilCaughtUp()
        case .conflictStatement: break
        case .reminders: try story.desk(story.coordinator).say(#"{"remind":{"person":"p4"}}"#)
        }
    }

    func second(_ story: Story) throws {
        switch self {
        case .manyNotes:
            try writeNotes(story, 13...20)
            try story.desk("p4").say(#"{"deleteAnnotation":{"id":"note-3","revision":1}}"#)
            for part in ["d-histology", "d-imaging"] { try story.desk("p5").say(#"{"markRead":{"part":"\#(part)"}}"#) }
        case .allOtherSeals: try sealed("p5", story)
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

    private func writeNotes(_ story: Story, _ numbers: ClosedRange<Int>) throws {
        let desk = story.desk("p4")
        let version = try desk.versions()["d-imaging"] ?? ""
        for number in numbers {
            let target =
                #"{"part":"d-imaging","version":"\#(version)","text":{"start":0,"end":6,"exact":"Befund","prefix":"","suffix":""}}"#
            try desk.say(
                #"{"annotate":{"annotation":{"id":"note-\#(number)","target":\#(target),"statement":"\#(Self.marker) \#(number)","certainty":"probable"}}}"#
            )
        }
    }
}

/// What others vote where the onlooker may not see it, while a round is open.
enum HiddenBallots: String, CaseIterable, CustomTestStringConvertible {
    case one, otherChoices, everyoneElse, recast, refusedBallot

    var testDescription: String { rawValue }

    func cast(_ story: Story) throws {
        switch self {
        case .one: try story.cast("p4", round: 1, choices: #"{"o1":8,"o2":3}"#)
        case .otherChoices:
            try story.cast("p4", round: 1, choices: #"{"o1":1,"o2":9}"#, reasons: #"{"o1":"\#(HiddenWork.marker)"}"#)
        case .everyoneElse:
            for person in ["p3", "p4", "p5"] { try story.cast(person, round: 1, choices: #"{"o1":7,"o2":2}"#) }
        case .recast:
            for value in 1...4 { try story.cast("p5", round: 1, choices: #"{"o1":\#(value),"o2":5}"#) }
        case .refusedBallot:
            let ballot = #"{"castBallot":{"round":7,"optionSet":"os7","choices":{"o1":8},"nonce":"00"}}"#
            _ = try story.desk("p4").refusal(of: ballot)
        }
    }
}
