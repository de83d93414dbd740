@testable import TumorBoard

/// Things people of the tests say, with sensible defaults.
enum Saying {
    static let sheet = CaseSheet(
        title: "Tiefes Rektumkarzinom: Lässt sich das Stoma vermeiden?",
        patient: Patient(pseudonym: "AHORN-17", birthDate: "1972-02-29", sex: .male),
        indication: .oncology,
        icd: "C20",
        questions: ["Ist das wirklich der einzige Weg?"],
        preferences: ["Heilung zuerst"],
        language: "de",
        conferenceType: .praeth,
        urgency: .soon,
        urgencyReason: "OP-Termin andernorts",
        clinicalDeadline: .start + .days(9),
        institutions: ["Klinikum Altstadt"]
    )

    static let settings = PanelSettings(
        requiredDisciplines: ["medical-oncology", "radiology"],
        roundLimit: 2,
        reviewDeadline: .start + .days(2),
        adoption: AdoptionSettings(exactlyThreeQuartersIsConsensus: false, abstentionsCount: false)
    )

    static let firstOpinion = FirstOpinion(
        author: "Klinikum Altstadt",
        date: "2026-05",
        source: "letter",
        values: [
            .diagnosis: coded("icd-10-gm", "C20"),
            .stage: coded("tnm-8", "cT3", "cN1", "cM0"),
            .intent: coded("intent", "curative"),
            .primaryModality: coded("obds-therapy", "OP"),
            .scope: words("Abdominoperineale Exstirpation"),
        ],
        findings: [Finding(field: "cN", value: "1"), Finding(field: "grading", value: "G3")]
    )

    static func coded(_ system: String, _ codes: String...) -> DimensionValue {
        DimensionValue(system: system, codes: codes)
    }

    static func words(_ text: String) -> DimensionValue { DimensionValue(codes: [], text: text) }

    static func item(_ id: String, _ document: DocumentID) -> Command {
        .checkItem(
            CheckItem(item: ChecklistItem(id: id, title: id, required: true, state: .present, document: document))
        )
    }

    static func answer(_ value: DimensionValue?, citing target: Target) -> Answer {
        Answer(
            value: value,
            confidence: value == nil ? nil : 7,
            rationale: value == nil ? "" : "Siehe Histologie.",
            citations: value == nil ? [] : [target]
        )
    }

    static func note(_ id: AnnotationID, on target: Target, finding: Finding? = nil) -> Annotation {
        Annotation(id: id, target: target, statement: "Auffällig", certainty: .probable, finding: finding)
    }

    static func option(_ id: OptionID, _ therapies: [String] = ["OP"]) -> Command {
        .proposeOption(
            ProposeOption(option: Option(id: id, therapies: therapies, text: "Weg \(id)", isFirstProposal: false))
        )
    }

    static func round(_ number: Int, _ options: [OptionID], method: TumorBoard.Method = .appropriateness) -> Round {
        Round(number: number, method: method, optionSet: "os1", options: options)
    }

    static func ballot(_ round: Int, _ choices: [OptionID: Choice], nonce: Character = "a") -> Command {
        .castBallot(
            CastBallot(
                round: round,
                optionSet: "os1",
                choices: choices,
                nonce: String(repeating: nonce, count: 64)
            )
        )
    }

    static func draft(_ version: Int, options: [OptionID] = [], values: [Dimension: DimensionValue]) -> Draft {
        Draft(
            version: version,
            text: "Das Board empfiehlt …",
            options: options,
            values: values,
            residualUncertainty: "",
            patientPreference: "Kein Stoma",
            judged: [:]
        )
    }
}
