import TestSupport
import Testing
import TumorBoard

/// What others do where the onlooker may not see it, before and while a round is open.
enum HiddenBallots: String, CaseIterable, CustomTestStringConvertible {
    case one, otherChoices, everyoneElse, recast, refusedBallot
    case recusal, succession, notes

    var testDescription: String { rawValue }

    /// What is done before the chair opens the round.
    func before(_ story: Story) throws {
        switch self {
        case .notes: try note("before", story)
        default: break
        }
    }

    /// What is done while it is open.
    func cast(_ story: Story, by method: TumorBoard.Method) throws {
        let isRated = method == .appropriateness
        switch self {
        case .one: try story.cast("p4", round: 1, choices: isRated ? #"{"o1":8,"o2":3}"# : #"{"o1":"yes"}"#)
        case .otherChoices:
            let choices = isRated ? #"{"o1":1,"o2":9}"# : #"{"o1":"no"}"#
            try story.cast("p4", round: 1, choices: choices, reasons: #"{"o1":"\#(HiddenWork.marker)"}"#)
        case .everyoneElse:
            for person in ["p3", "p4", "p5"] {
                try story.cast(person, round: 1, choices: isRated ? #"{"o1":7,"o2":2}"# : #"{"o1":"abstain"}"#)
            }
        case .recast:
            for value in 1...4 {
                let answer = value.isMultiple(of: 2) ? "yes" : "abstain"
                let choices = isRated ? #"{"o1":\#(value),"o2":5}"# : #"{"o1":"\#(answer)"}"#
                try story.cast("p5", round: 1, choices: choices)
            }
        case .refusedBallot:
            let ballot = #"{"castBallot":{"round":7,"optionSet":"os7","choices":{"o1":8},"nonce":"00"}}"#
            _ = try story.desk("p4").refusal(of: ballot)
        case .recusal: try story.desk("p5").say(#"{"recuse":{"reason":"\#(HiddenWork.marker)"}}"#)
        case .succession:
            for person in ["p4", World.deputy] {
                try story.cast(person, round: 1, choices: isRated ? #"{"o1":7,"o2":2}"# : #"{"o1":"yes"}"#)
                guard person == "p4" else { continue }
                try story.desk(person).say(#"{"recuse":{"reason":"\#(HiddenWork.marker)"}}"#)
            }
        case .notes: try note("during", story)
        }
    }

    private func note(_ id: String, _ story: Story) throws {
        let target = try story.passage("Befund")
        try story.desk("p4").say(
            #"{"annotate":{"annotation":{"id":"\#(id)","target":\#(target),"statement":"\#(HiddenWork.marker)","certainty":"probable"}}}"#
        )
    }
}
