import Testing

@testable import TumorBoard

@Suite struct FreezeTests {
    private func freeze(_ change: (inout PanelSettings) -> Void = { _ in }) -> Command {
        var settings = Saying.settings
        change(&settings)
        return .freezePanel(FreezePanel(settings: settings))
    }

    @Test func `the freeze publishes primary data and nothing else`() throws {
        let board = try CaseUnderTest.inReview()
        let documents = board.events(.dossier).compactMap { event in
            if case .documentPublished(let payload) = event { payload.document } else { nil }
        }
        #expect(documents.map(\.id) == ["histo", "mri", "ct", "scan", "labs"])
        #expect(documents.flatMap(\.parts).map(\.id) == ["histo", "mri-1", "ct", "scan", "labs"])
        #expect(documents.flatMap(\.parts).allSatisfy { $0.nature == .primary })
        #expect(board.state.dossier.sources["ct-de"] != nil)
        #expect(board.state.dossier.series["hb"] == ["2026-03-01", "2026-05-01"])
    }

    @Test func `nothing published tells of the whole of a mixed document`() throws {
        let board = try CaseUnderTest.inReview()
        let whole = Source.blob(Array(Source.imaging.utf8)).blob
        let published = board.events(.dossier).flatMap(\.publishes)
        #expect(!published.contains(whole))
        #expect(board.events(.quarantine).flatMap(\.publishes).contains(whole))
        let text = String(decoding: board.events(.dossier).flatMap { Canonical.bytes($0) }, as: UTF8.self)
        #expect(!text.contains(whole.hash))
        #expect(!text.contains("mri-2"))
        #expect(!text.contains("letter"))
    }

    @Test func `the dossier shows the salted hash of a sheet that is kept`() throws {
        let board = try CaseUnderTest.inReview()
        let frozen = board.events(.dossier).compactMap { event in
            if case .panelFrozen(let payload) = event { payload } else { nil }
        }
        let sheet = try #require(board.state.logistics.sheet)
        #expect(frozen.map(\.sheet) == [Hexadecimal.encode(board.means.sha256(Canonical.bytes(sheet)))])
        #expect(sheet.members.map(\.person) == ["dora", "hale", "pia", "ravi", "sven"])
    }

    @Test func `every panel member gets a pseudonym that only they know`() throws {
        let board = try CaseUnderTest.inReview()
        #expect(board.events(.custody).map(\.name) == [.opened, .pseudonymsDrawn])
        #expect(Set(board.state.custody.reviewers.values) == ["R-A", "R-B", "R-C", "R-D"])
        #expect(board.state.seen(by: "ravi")?.pseudonym == board.state.custody.reviewers["ravi"])
        #expect(board.state.seen(by: "ravi")?.state.custody == CustodyState())
        #expect(board.state.seen(by: "cora")?.pseudonym == nil)
    }

    @Test(arguments: ["histology", "imaging", "laboratory"])
    func `a required item that is missing holds the freeze`(_ id: String) throws {
        var board = try CaseUnderTest.prepared()
        var item = ChecklistItem(id: id, title: id, required: true, state: .missing)
        try board.perform(.checkItem(CheckItem(item: item)), by: "cora")
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, id))
        item.state = .notObtainable
        item.reason = "Nicht mehr aufzufinden"
        try board.perform(.checkItem(CheckItem(item: item)), by: "cora")
        #expect(board.refuses(freeze(), by: "cora") == nil)
    }

    @Test func `an item that the coordinator added as required holds it too, an optional one does not`() throws {
        var board = try CaseUnderTest.prepared()
        var item = ChecklistItem(id: "mmr", title: "MMR", required: false, state: .missing)
        try board.perform(.checkItem(CheckItem(item: item)), by: "cora")
        #expect(board.refuses(freeze(), by: "cora") == nil)
        item.required = true
        try board.perform(.checkItem(CheckItem(item: item)), by: "cora")
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, "mmr"))
    }

    @Test func `what the template asks for is not answered by a document the panel cannot read`() throws {
        var board = try CaseUnderTest.prepared()
        try board.perform(Saying.item("histology", "letter"), by: "cora")
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, "histology"))
    }

    @Test func `a published checklist names no hidden document`() throws {
        var board = try CaseUnderTest.prepared()
        try board.perform(Saying.item("first-letter", "letter"), by: "cora")
        try board.perform(freeze(), by: "cora")
        let items = board.events(.dossier).flatMap { event -> [ChecklistItem] in
            if case .checklistPublished(let payload) = event { payload.items } else { [] }
        }
        #expect(items.map(\.document) == ["histo", "mri", "labs", nil])
    }

    @Test func `consent is recorded first`() throws {
        var board = CaseUnderTest()
        try board.perform(.openCase(OpenCase(sheet: Saying.sheet)), by: "cora")
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, "consent"))
    }

    @Test func `every part is classified first`() throws {
        var board = try CaseUnderTest.prepared()
        let unclear = Source.document("fax", .letter, nature: nil)
        try board.perform(unclear, by: "cora", content: Source.text("Unleserlich"))
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, "fax"))
        try board.perform(.classifyPart(ClassifyPart(part: "fax", nature: .conclusion)), by: "cora")
        #expect(board.refuses(freeze(), by: "cora") == nil)
    }

    @Test func `there is something to read`() throws {
        var board = try CaseUnderTest.prepared()
        for part: PartID in ["histo", "mri-1", "ct", "scan", "labs"] {
            try board.perform(.classifyPart(ClassifyPart(part: part, nature: .conclusion)), by: "cora")
        }
        for id in ["histology", "imaging", "laboratory"] {
            let item = ChecklistItem(id: id, title: id, required: true, state: .notObtainable, reason: "Fehlt")
            try board.perform(.checkItem(CheckItem(item: item)), by: "cora")
        }
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, "documents"))
    }

    @Test func `a panel has a chair and three members`() throws {
        var board = try CaseUnderTest.prepared()
        try board.perform(.removeMember(RemoveMember(person: "sven")), by: "cora")
        #expect(board.refuses(freeze(), by: "cora") == nil)
        try board.perform(.removeMember(RemoveMember(person: "pia")), by: "cora")
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, "panel"))
        try board.perform(.removeMember(RemoveMember(person: "hale")), by: "cora")
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, "chair"))
    }

    @Test func `each member has a discipline and an institution`() throws {
        var board = try CaseUnderTest.prepared()
        let nameless = Membership(person: "newt", name: "Newt", role: .reviewer, discipline: "radiology")
        try board.perform(.invite(Invite(member: nameless)), by: "cora")
        #expect(board.refusal(of: freeze(), by: "cora") == Rejection(.incomplete, "newt"))
    }

    @Test func `required disciplines are covered`() throws {
        let board = try CaseUnderTest.prepared()
        let refusal = board.refusal(of: freeze { $0.requiredDisciplines = ["radiology", "nursing"] }, by: "cora")
        #expect(refusal == Rejection(.incomplete, "nursing"))
    }

    @Test func `a panel of one institution says why`() throws {
        var board = try CaseUnderTest.prepared()
        for member in Persona.panel {
            var member = member
            member.institution = "Hohenwarte"
            try board.perform(.removeMember(RemoveMember(person: member.person)), by: "cora")
            try board.perform(.invite(Invite(member: member)), by: "cora")
            try board.perform(.declareConflicts(DeclareConflicts()), by: member.person)
        }
        #expect(board.refuses(freeze(), by: "cora") == .reasonRequired)
        #expect(board.refuses(freeze { $0.singleInstitutionReason = "Eilfall" }, by: "cora") == nil)
    }

    @Test func `settings are within their bounds`() throws {
        let board = try CaseUnderTest.prepared()
        #expect(board.refuses(freeze { $0.roundLimit = 0 }, by: "cora") == .invalid)
        #expect(board.refuses(freeze { $0.roundLimit = Limits.rounds + 1 }, by: "cora") == .invalid)
        #expect(board.refuses(freeze { $0.reviewDeadline = .start }, by: "cora") == .invalid)
        #expect(board.refuses(freeze { $0.quorum = 2 }, by: "cora") == .invalid)
        #expect(board.refuses(freeze { $0.quorum = 5 }, by: "cora") == .invalid)
        #expect(board.refuses(freeze { $0.quorum = 4 }, by: "cora") == nil)
        #expect(board.refuses(freeze { $0.requiredDisciplines += ["radiology"] }, by: "cora") == .invalid)
    }

    @Test func `at least one method is frozen, each once`() throws {
        let board = try CaseUnderTest.prepared()
        #expect(board.refusal(of: freeze { $0.methods = [] }, by: "cora") == Rejection(.invalid, "methods"))
        #expect(board.refuses(freeze { $0.methods = [.adoption, .adoption] }, by: "cora") == .invalid)
        #expect(board.refuses(freeze { $0.methods = [.adoption] }, by: "cora") == nil)
    }

    @Test func `intake never opens again`() throws {
        let board = try CaseUnderTest.inReview()
        #expect(board.refuses(freeze(), by: "cora") == .phaseForbids)
        #expect(board.refuses(.amendCase(AmendCase(sheet: Saying.sheet)), by: "cora") == .phaseForbids)
    }
}
