import BoardClient
import Cryptography
import Foundation
import TestSupport
import TumorBoard

/// From blind review to the signatures, everything over the physicians' sockets.
extension LiveStory {
    var chair: String { story.panel[0].id }

    /// One reads, notes, states an opinion on every dimension and seals it.
    func reviewAndSeal(_ person: String, modality: String) throws {
        let version = try story.desk(person).versions()["d-imaging"] ?? ""
        let target =
            #"{"part":"d-imaging","version":"\#(version)","text":{"start":24,"end":38,"exact":"48 mm oberhalb","prefix":"","suffix":""}}"#
        try say(person, #"{"markRead":{"part":"d-imaging"}}"#)
        try say(
            person,
            #"{"annotate":{"annotation":{"id":"a-\#(person)","target":\#(target),"statement":"Abstand 48 mm","certainty":"certain","finding":{"field":"MSI","value":"MSI-H"}}}}"#
        )
        for dimension in Dimension.allCases {
            let value =
                switch dimension {
                case .diagnosis: #"{"system":"icd-10-gm","codes":["C20"]}"#
                case .stage: #"{"system":"tnm-8","codes":["cT3","cN2","cM0"]}"#
                case .intent: #"{"system":"intent","codes":["curative"]}"#
                case .primaryModality: #"{"system":"obds-therapy","codes":["\#(modality)"]}"#
                default: #"{"codes":[],"text":"Nach Leitlinie"}"#
                }
            try say(
                person,
                #"{"stateOpinion":{"dimension":"\#(dimension.rawValue)","answer":{"value":\#(value),"confidence":7,"rationale":"Gelesen","citations":[\#(target)]},"revision":0}}"#
            )
        }
        let own = try heads(for: person)["own"] ?? 0
        try say(person, #"{"seal":{"own":\#(own)}}"#)
    }

    /// A thread under each computed difference: the chair assesses, everyone speaks, somebody answers, the chair settles.
    func discuss() throws {
        let threads = try story.desk(chair).events(of: "board").flatMap { event -> [DiscrepancyID] in
            guard case .revealed(let payload) = event else { return [] }
            return payload.subjects.map(\.id)
        }
        for thread in threads {
            try say(chair, #"{"assessDiscrepancy":{"id":"\#(thread)","kind":"detection","severity":"3b"}}"#)
            for member in story.panel {
                try say(
                    member.id,
                    #"{"postComment":{"comment":{"id":"k-\#(thread)-\#(member.id)","discrepancy":"\#(thread)","text":"Ich halte daran fest."}}}"#
                )
            }
            try say(
                "p3",
                #"{"postComment":{"comment":{"id":"k-\#(thread)-answer","discrepancy":"\#(thread)","replyTo":"k-\#(thread)-p2","text":"Die Immunhistochemie liegt bei."}}}"#
            )
            try say(
                chair,
                #"{"settleDiscrepancy":{"id":"\#(thread)","status":"resolved","conclusion":"Gemeinsam gelesen"}}"#
            )
        }
    }

    /// Appropriateness of two options, then adoption of the first, with a ballot cast twice in each round.
    func vote() throws {
        try say(
            chair,
            #"{"proposeOption":{"option":{"id":"o1","therapies":["IM","WS"],"text":"PD-1-Blockade","isFirstProposal":false}}}"#
        )
        try say(
            "p2",
            #"{"proposeOption":{"option":{"id":"o2","therapies":["OP"],"text":"Exstirpation","isFirstProposal":true}}}"#
        )
        try round(1, #""method":"appropriateness","options":["o1","o2"]"#) { person in
            (person == "p2" ? #"{"o1":3,"o2":8}"# : #"{"o1":8,"o2":2}"#, "{}")
        }
        try round(2, #""method":"adoption","options":["o1"]"#) { person in
            person == "p2" ? (#"{"o1":"no"}"#, #"{"o1":"Nicht zugelassen"}"#) : (#"{"o1":"yes"}"#, "{}")
        }
    }

    private func round(_ number: Int, _ rest: String, choices: (String) -> (String, String)) throws {
        try say(chair, #"{"openVoting":{"round":{"number":\#(number),"optionSet":"os\#(number)",\#(rest)}}}"#)
        for person in story.panel.map(\.id) + ["p4"] {
            let (choices, reasons) = choices(person)
            let nonce = Hexadecimal.encode(SecureRandom.bytes(32))
            try say(
                person,
                #"{"castBallot":{"round":\#(number),"optionSet":"os\#(number)","choices":\#(choices),"reasons":\#(reasons),"nonce":"\#(nonce)"}}"#
            )
        }
        try say(chair, #"{"closeRound":{"round":\#(number)}}"#)
    }

    /// The draft goes out; p2 dissents, p5 stays silent, everyone who answered signs with their password.
    func signOff(password: String) throws {
        try say(chair, #"{"beginDrafting":{}}"#)
        try say(
            chair,
            #"{"writeDraft":{"draft":{"version":1,"text":"Das Board empfiehlt die PD-1-Blockade.","options":["o1"],"values":{"diagnosis":{"system":"icd-10-gm","codes":["C20"]},"stage":{"system":"tnm-8","codes":["cT3","cN2","cM0"]},"intent":{"system":"intent","codes":["curative"]},"primaryModality":{"system":"obds-therapy","codes":["IM"]}},"residualUncertainty":"Leberherd","patientPreference":"Kein Stoma","judged":{}}}}"#
        )
        try say(chair, #"{"openSignOff":{"version":1}}"#)
        for person in ["p1", "p3", "p4"] {
            try say(person, #"{"respond":{"response":{"version":1,"position":"concur"}}}"#)
        }
        try say(
            "p2",
            #"{"respond":{"response":{"version":1,"position":"dissent","alternative":"Totale neoadjuvante Therapie","reasons":"Keine Zulassung hier."}}}"#
        )
        for person in ["p1", "p2", "p3", "p4"] {
            try say(person, #"{"sign":{"version":1,"password":"\#(password)"}}"#)
        }
        try say(chair, #"{"conclude":{"version":1}}"#)
    }
}
