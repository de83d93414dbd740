import Cryptography
import Foundation
import TumorBoard

/// What the panel does in a story.
extension Story {
    /// One reviewer's whole opinion: a note, an answer on each dimension, a citation.
    package func review(_ person: String, modality: String = "IM", marker: String = "") throws {
        let desk = desk(person)
        let version = try desk.versions()["d-imaging"] ?? ""
        let quote = "48 mm oberhalb"
        let start = Story.letter.unicodeScalars.count - String(Story.letter.drop { $0 != "4" }).unicodeScalars.count
        let target =
            #"{"part":"d-imaging","version":"\#(version)","text":{"start":\#(start),"end":\#(start + quote.count),"exact":"\#(quote)","prefix":"","suffix":""}}"#
        try desk.say(
            #"{"annotate":{"annotation":{"id":"a-\#(person)","target":\#(target),"statement":"Abstand 48 mm \#(marker)","certainty":"certain","finding":{"field":"MSI","value":"MSI-H"}}}}"#
        )
        for dimension in Dimension.allCases {
            let value =
                switch dimension {
                case .diagnosis: #"{"system":"icd-10-gm","codes":["C20"]}"#
                case .stage: #"{"system":"tnm-8","codes":["cT3","cN2","cM0"]}"#
                case .intent: #"{"system":"intent","codes":["curative"]}"#
                case .primaryModality: #"{"system":"obds-therapy","codes":["\#(modality)"]}"#
                default: #"{"codes":[],"text":"Wie besprochen \#(marker)"}"#
                }
            try desk.say(
                #"{"stateOpinion":{"dimension":"\#(dimension.rawValue)","answer":{"value":\#(value),"confidence":7,"rationale":"Gelesen \#(marker)","citations":[\#(target)]},"revision":0}}"#
            )
        }
    }

    /// Seals what a reviewer has written; the receipt.
    @discardableResult
    package func seal(_ person: String) throws -> String {
        let desk = desk(person)
        let head = try desk.events(of: "own").count
        return try desk.say(#"{"seal":{"own":\#(head)}}"#)["opinion"] as? String ?? ""
    }

    /// Everyone reviews and seals: the last seal reveals.
    package func reachDiscussion() throws {
        for member in panel {
            try review(member.id, modality: member.id == panel[1].id ? "OP" : "IM")
            try seal(member.id)
        }
    }

    package var chair: Desk { desk(panel[0].id) }

    package func propose() throws {
        try chair.say(
            #"{"proposeOption":{"option":{"id":"o1","therapies":["IM","WS"],"text":"PD-1-Blockade","isFirstProposal":false}}}"#
        )
        try chair.say(
            #"{"proposeOption":{"option":{"id":"o2","therapies":["OP"],"text":"Exstirpation","isFirstProposal":true}}}"#
        )
    }

    package func openRound(_ number: Int, method: String = "appropriateness", options: [String] = ["o1", "o2"]) throws {
        let names = options.map { "\"\($0)\"" }.joined(separator: ",")
        try chair.say(
            #"{"openVoting":{"round":{"number":\#(number),"method":"\#(method)","optionSet":"os\#(number)","options":[\#(names)]}}}"#
        )
    }

    /// One ballot; the commitment.
    @discardableResult
    package func cast(_ person: String, round: Int, choices: String, reasons: String = "{}") throws -> String {
        let nonce = Hexadecimal.encode(SecureRandom.bytes(32))
        return try desk(person).say(
            #"{"castBallot":{"round":\#(round),"optionSet":"os\#(round)","choices":\#(choices),"reasons":\#(reasons),"nonce":"\#(nonce)"}}"#
        )["commitment"] as? String ?? ""
    }

    /// Drafted and out for signature.
    package func reachSignOff(version: Int = 1) throws {
        try chair.say(#"{"beginDrafting":{}}"#)
        try chair.say(
            #"{"writeDraft":{"draft":{"version":\#(version),"text":"Das Board empfiehlt die PD-1-Blockade.","options":["o1"],"values":{"diagnosis":{"system":"icd-10-gm","codes":["C20"]},"stage":{"system":"tnm-8","codes":["cT3","cN2","cM0"]},"intent":{"system":"intent","codes":["curative"]},"primaryModality":{"system":"obds-therapy","codes":["IM"]}},"residualUncertainty":"Leberherd","patientPreference":"Kein Stoma","judged":{}}}}"#
        )
        try chair.say(#"{"openSignOff":{"version":\#(version)}}"#)
    }
}
