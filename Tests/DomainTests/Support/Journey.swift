@testable import TumorBoard

/// A case taken through its phases by people who do what is expected of them.
extension CaseUnderTest {
    /// Opened and filled: documents, series, checklist, first opinion, consent, members who have declared no conflict.
    static func prepared() throws -> CaseUnderTest {
        var board = CaseUnderTest()
        try board.perform(.openCase(OpenCase(sheet: Saying.sheet)), by: "cora")
        try board.fileSources()
        for (item, document) in [("histology", "histo"), ("imaging", "mri"), ("laboratory", "labs")] {
            try board.perform(Saying.item(item, DocumentID(stringLiteral: document)), by: "cora")
        }
        let opinion = TranscribeFirstOpinion(opinion: Saying.firstOpinion)
        try board.perform(.transcribeFirstOpinion(opinion), by: "cora")
        try board.perform(.recordConsent(RecordConsent(date: "2026-05-03")), by: "cora")
        for member in Persona.panel + Persona.others {
            try board.perform(.invite(Invite(member: member)), by: "cora")
        }
        for member in Persona.panel + [Persona.dora] {
            try board.perform(.declareConflicts(DeclareConflicts()), by: member.person)
        }
        return board
    }

    private mutating func fileSources() throws {
        try perform(Source.document("histo", .histology), by: "cora", content: Source.text(Source.histology))
        let length = Source.imaging.unicodeScalars.count
        let segments = [
            FileDocument.Segment(id: "mri-1", nature: .primary, start: 0, end: Source.conclusionStart),
            FileDocument.Segment(id: "mri-2", nature: .conclusion, start: Source.conclusionStart, end: length),
        ]
        try perform(
            Source.document("mri", .imagingReport, segments: segments),
            by: "cora",
            content: Source.text(
                Source.imaging,
                segments: [0..<Source.conclusionStart, Source.conclusionStart..<length]
            )
        )
        let letter = Source.document("letter", .letter, nature: .conclusion)
        try perform(letter, by: "cora", content: Source.text(Source.letter))
        let french = Source.document("ct", .imagingReport, language: "fr")
        try perform(french, by: "cora", content: Source.text(Source.french))
        let translation = FileTranslation(
            id: "ct-de",
            part: "ct",
            language: "de",
            translator: "Tove Berg",
            isMachine: false
        )
        try perform(.fileTranslation(translation), by: "cora", content: Source.text(Source.germanOfFrench))
        try perform(.releaseTranslation(ReleaseTranslation(id: "ct-de")), by: "cora")
        try perform(Source.document("scan", .image), by: "cora", content: Source.image)
        try perform(Source.document("labs", .laboratory), by: "cora", content: Source.text(Source.laboratory))
        try perform(.fileSeries(FileSeries(series: Source.haemoglobin)), by: "cora")
    }

    static func inReview(_ settings: PanelSettings = Saying.settings) throws -> CaseUnderTest {
        var board = try prepared()
        try board.perform(.freezePanel(FreezePanel(settings: settings)), by: "cora")
        return board
    }

    /// A place in the histology, in the version that is published.
    var place: Target {
        Target(part: "histo", version: state.dossier.sources["histo"]?.hash)
    }

    /// Answers every dimension: the plan given, *cannot judge* on the rest.
    mutating func answerAll(by person: PersonID, values: [Dimension: DimensionValue] = Self.plan) throws {
        for dimension in Dimension.allCases {
            let answer = Saying.answer(values[dimension], citing: place)
            let revision = state.own[person]?.answers[dimension] ?? 0
            let stated = StateOpinion(dimension: dimension, answer: answer, revision: revision)
            try perform(.stateOpinion(stated), by: person)
        }
    }

    /// What the panel thinks: like the first opinion, but for the nodes.
    static let plan: [Dimension: DimensionValue] = [
        .diagnosis: Saying.coded("icd-10-gm", "C20"),
        .stage: Saying.coded("tnm-8", "cN2", "cT3", "cM0"),
        .intent: Saying.coded("intent", "curative"),
        .primaryModality: Saying.coded("obds-therapy", "IM"),
        .scope: Saying.words("Organerhalt"),
    ]

    func sealCommand(by person: PersonID) -> Command { .seal(Seal(own: state.head(of: .own(person)))) }

    mutating func seal(by person: PersonID) throws {
        try answerAll(by: person)
        try perform(sealCommand(by: person), by: person)
    }

    static func inDiscussion() throws -> CaseUnderTest {
        var board = try inReview()
        for member in Persona.panel { try board.seal(by: member.person) }
        return board
    }

    static func inVoting(method: TumorBoard.Method = .appropriateness) throws -> CaseUnderTest {
        var board = try inDiscussion()
        try board.perform(Saying.option("o1", ["IM"]), by: "ravi")
        try board.perform(Saying.option("o2"), by: "sven")
        let options: [OptionID] = method == .appropriateness ? ["o1", "o2"] : ["o1"]
        try board.perform(.openVoting(OpenVoting(round: Saying.round(1, options, method: method))), by: "hale")
        return board
    }

    static func inDrafting() throws -> CaseUnderTest {
        var board = try inVoting()
        for (index, member) in Persona.panel.enumerated() {
            try board.perform(Saying.ballot(1, ["o1": .rating(9 - index), "o2": .rating(2)]), by: member.person)
        }
        try board.perform(.closeRound(CloseRound(round: 1)), by: "hale")
        try board.perform(.beginDrafting(BeginDrafting()), by: "hale")
        return board
    }

    static func inSignOff() throws -> CaseUnderTest {
        var board = try inDrafting()
        var draft = Saying.draft(1, options: ["o1"], values: plan)
        draft.judged = [.scope: .different]
        try board.perform(.writeDraft(WriteDraft(draft: draft)), by: "hale")
        try board.perform(.openSignOff(OpenSignOff(version: 1)), by: "hale")
        return board
    }

    static func signed() throws -> CaseUnderTest {
        var board = try inSignOff()
        for member in Persona.panel {
            let position: Response.Position = member.person == "sven" ? .dissent : .concur
            let response = Response(
                version: 1,
                position: position,
                alternative: position == .dissent ? "Operation" : nil,
                reasons: position == .dissent ? "Ansprechen ist ungewiss." : nil
            )
            try board.perform(.respond(Respond(response: response)), by: member.person)
            try board.perform(.sign(Sign(version: 1)), by: member.person)
        }
        try board.perform(.conclude(Conclude(version: 1)), by: "hale")
        return board
    }

    static func delivered() throws -> CaseUnderTest {
        var board = try signed()
        try board.perform(.deliver(Deliver()), by: "cora")
        return board
    }

    static func closed() throws -> CaseUnderTest {
        var board = try delivered()
        try board.perform(.acknowledge(Acknowledge()), by: "rhea")
        try board.perform(.close(Close()), by: "cora")
        return board
    }

    /// A case that stands in this phase.
    static func `in`(_ phase: Phase) throws -> CaseUnderTest {
        switch phase {
        case .intake: return try prepared()
        case .review: return try inReview()
        case .discussion: return try inDiscussion()
        case .voting: return try inVoting()
        case .drafting: return try inDrafting()
        case .signOff: return try inSignOff()
        case .signed: return try signed()
        case .delivered: return try delivered()
        case .closed: return try closed()
        case .withdrawn:
            var board = try inReview()
            try board.perform(.withdraw(Withdraw(reason: "Wunsch des Patienten")), by: "cora")
            return board
        }
    }
}
