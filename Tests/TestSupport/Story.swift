import BoardClient
import Foundation

/// A whole case as a board lives it, step by step over HTTP: intake, review, vote, draft, signature, delivery.
///
/// Tests take the steps they need; each step is what the protocol's page shows.
package struct Story {
    package let board: TestBoard
    package let caseID: String
    /// The coordinator; the panel with disciplines, the chair first; the recipient.
    package let coordinator = "coordinator"
    package let recipient = "recipient"
    package let panel: [(id: String, discipline: String, institution: String)]

    package static let disciplines = ["medical-oncology", "radiology", "pathology", "surgery", "radiation-oncology"]
    package static let letter = "Befund: Tumorunterrand 48 mm oberhalb der Anokutanlinie. Vier suspekte Lymphknoten."

    package init(_ board: TestBoard, case caseID: String = "case-1", reviewers: Int = 5) {
        self.board = board
        self.caseID = caseID
        panel = Self.panel((0..<reviewers).map { "p\($0 + 1)" })
    }

    /// A panel of these people, the first in the chair.
    package init(_ board: TestBoard, case caseID: String, panel people: [String]) {
        self.board = board
        self.caseID = caseID
        panel = Self.panel(people)
    }

    private static func panel(_ people: [String]) -> [(id: String, discipline: String, institution: String)] {
        people.enumerated().map { index, id in
            (id, disciplines[index % disciplines.count], index == 0 ? "Nordhafen" : "Hohenwarte")
        }
    }

    package func desk(_ person: String) -> Desk { Desk(board.http(as: person), case: caseID) }

    /// Accounts for everyone in the story.
    package func addPeople(password: String? = nil) throws {
        try board.add(coordinator, rights: ["coordinator"], password: password)
        try board.add(recipient, institution: "Tannbrunn", password: password)
        for member in panel {
            try board.add(
                member.id,
                discipline: member.discipline,
                institution: member.institution,
                password: password
            )
        }
    }

    /// The question a patient brings.
    package func sheet(clinicalDeadline: Int64 = day(20)) -> [String: Any] {
        [
            "title": "Kann das Stoma vermieden werden?",
            "patient": ["pseudonym": "AHORN-17", "birthDate": "1972-05-28", "sex": "male"],
            "indication": "oncology", "questions": ["Ist das der einzige Weg?"], "preferences": ["Heilung zuerst"],
            "language": "de", "conferenceType": "praeth", "urgency": "soon",
            "clinicalDeadline": clinicalDeadline, "institutions": ["Kreisklinik"],
        ]
    }

    package func open(clinicalDeadline: Int64 = day(20)) throws {
        let body: [String: Any] = ["id": caseID, "openCase": ["sheet": sheet(clinicalDeadline: clinicalDeadline)]]
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: body))
        let answer = try board.http(as: coordinator).post("/api/cases", bytes, key: "open-\(caseID)")
        guard answer.status == 201 else {
            throw TestBoard.Refused(description: "open: \(String(decoding: answer.body, as: UTF8.self))")
        }
    }

    /// Documents, laboratory, first opinion, checklist, consent, invitations: everything before the freeze.
    package func prepare() throws {
        let desk = desk(coordinator)
        try desk.file("d-histology", "Adenokarzinom, G2. MLH1 verloren.", kind: "histology")
        try desk.file("d-imaging", Self.letter, kind: "imaging-report")
        try desk.file("d-laboratory", "Hämoglobin 11,2 g/dl.", kind: "laboratory")
        try desk.file("d-letter", "Wir empfehlen die Exstirpation.", nature: "conclusion")
        try desk.say(
            #"{"transcribeFirstOpinion":{"opinion":{"source":"d-letter","values":{"intent":{"system":"intent","codes":["curative"]},"primaryModality":{"system":"obds-therapy","codes":["OP"]},"diagnosis":{"system":"icd-10-gm","codes":["C20"]},"stage":{"system":"tnm-8","codes":["cT3","cN1","cM0"]}},"findings":[{"field":"MSI","value":"MSS"}]}}}"#
        )
        for item in ["histology", "imaging", "laboratory"] {
            try desk.say(
                #"{"checkItem":{"item":{"id":"\#(item)","title":"\#(item)","required":true,"state":"present","document":"d-\#(item)"}}}"#
            )
        }
        try desk.say(#"{"recordConsent":{"date":"2026-10-01"}}"#)
        for (index, member) in panel.enumerated() {
            try desk.say(
                #"{"invite":{"member":{"person":"\#(member.id)","name":"Dr. \#(member.id)","role":"\#(index == 0 ? "chair" : "reviewer")","discipline":"\#(member.discipline)","institution":"\#(member.institution)"}}}"#
            )
        }
        try desk.say(
            #"{"invite":{"member":{"person":"\#(recipient)","name":"Dr. \#(recipient)","role":"recipient"}}}"#
        )
        for member in panel { try self.desk(member.id).say(#"{"declareConflicts":{}}"#) }
    }

    /// - Parameter disciplines: those a quorum cannot do without; all of the panel's by default.
    package func freeze(
        deadline: Int64 = day(5),
        roundLimit: Int = 3,
        requiring disciplines: Set<String>? = nil
    ) throws {
        let required = (disciplines ?? Set(panel.map(\.discipline))).sorted().map { "\"\($0)\"" }.joined(separator: ",")
        try desk(coordinator).say(
            #"{"freezePanel":{"settings":{"requiredDisciplines":[\#(required)],"roundLimit":\#(roundLimit),"reviewDeadline":\#(deadline),"adoption":{"exactlyThreeQuartersIsConsensus":false,"abstentionsCount":false}}}}"#
        )
    }

    /// Opened, prepared and frozen: ready for blind review.
    package func reachReview() throws {
        try open()
        try prepare()
        try freeze()
    }

    /// Milliseconds at a number of days from now.
    package static func day(_ days: Int) -> Int64 {
        Int64(Date().timeIntervalSince1970 * 1000) + Int64(days) * 86_400_000
    }
}
