import Testing

@testable import TumorBoard

@Suite struct IntakeTests {
    @Test func `nothing the coordinator files is published before the freeze`() throws {
        let board = try CaseUnderTest.prepared()
        #expect(board.events(.dossier).map(\.name) == [.caseOpened])
        #expect(board.events(.quarantine).count > 10)
        #expect(board.state.seen(by: "ravi")?.state.quarantine == QuarantineState())
    }

    @Test func `every private stream begins with a salt of its own`() throws {
        let board = try CaseUnderTest.closed()
        let salts = board.streams.filter { $0.key != .dossier && $0.key != .board && $0.key != .delivery }
            .map { stream, events -> String? in
                if case .opened(let payload)? = events.first { payload.salt } else { nil }
            }
        #expect(salts.count == 8)
        #expect(Set(salts.compactMap(\.self)).count == 8)
        #expect(salts.allSatisfy { Hexadecimal.isValid($0 ?? "", byteCount: 32) })
    }

    @Test func `only who coordinates opens a case, and only once`() throws {
        let opening = OpenCase(sheet: Saying.sheet)
        let means = CaseUnderTest().means
        #expect(throws: Rejection(.roleForbids, "openCase")) {
            try Rules.open(opening, case: "c7", by: Persona.ravi, means: means)
        }
        #expect(try CaseUnderTest.prepared().refuses(.openCase(opening), by: "cora") == .roleForbids)
    }

    @Test(arguments: [
        ("title", "", Rejection.Code.invalid), ("title", "zwei\nZeilen", .invalid), ("title", "a\u{2028}b", .invalid),
        ("title", String(repeating: "x", count: Limits.lineLength + 1), .limitReached),
        ("language", "deutsch", .invalid), ("language", "d3", .invalid), ("birthDate", "1972-02-30", .invalid),
        ("birthDate", "1972", .invalid), ("birthDate", "1973-02-29", .invalid),
    ])
    func `a case sheet is refused by the field that is wrong`(_ wrong: (String, String, Rejection.Code)) throws {
        var sheet = Saying.sheet
        switch wrong.0 {
        case "title": sheet.title = wrong.1
        case "language": sheet.language = wrong.1
        default: sheet.patient.birthDate = wrong.1
        }
        let refusal = try CaseUnderTest.prepared().refusal(of: .amendCase(AmendCase(sheet: sheet)), by: "cora")
        #expect(refusal?.code == wrong.2)
        #expect(refusal?.detail?.hasSuffix(wrong.0) == true)
    }

    @Test func `a case without a question is incomplete`() throws {
        var sheet = Saying.sheet
        sheet.questions = []
        #expect(try CaseUnderTest.prepared().refuses(.amendCase(AmendCase(sheet: sheet)), by: "cora") == .incomplete)
    }

    @Test func `names of documents, parts and translations are never used twice`() throws {
        let board = try CaseUnderTest.prepared()
        let text = Source.text("Neu")
        #expect(board.refuses(Source.document("histo", .histology), by: "cora", content: text) == .exists)
        #expect(board.refuses(Source.document("mri-2", .letter), by: "cora", content: text) == .exists)
        #expect(board.refuses(Source.document("ct-de", .letter), by: "cora", content: text) == .exists)
        #expect(board.refuses(.fileSeries(FileSeries(series: Source.haemoglobin)), by: "cora") == .exists)
    }

    @Test func `segments lie in order within the text and are measured alike on both sides`() throws {
        let board = try CaseUnderTest.prepared()
        func refuse(_ ranges: [Range<Int>], measured: [Range<Int>]) -> Rejection.Code? {
            let segments = ranges.enumerated().map { index, range in
                FileDocument.Segment(
                    id: PartID(stringLiteral: "s\(index)"),
                    nature: .primary,
                    start: range.lowerBound,
                    end: range.upperBound
                )
            }
            let command = Source.document("mixed", .letter, segments: segments)
            return board.refuses(command, by: "cora", content: Source.text("0123456789", segments: measured))
        }
        #expect(refuse([0..<4, 4..<10], measured: [0..<4, 4..<10]) == nil)
        #expect(refuse([0..<4, 5..<10], measured: [0..<4, 5..<10]) == nil)
        #expect(refuse([0..<4, 3..<10], measured: [0..<4, 3..<10]) == .invalid)
        #expect(refuse([0..<4, 4..<11], measured: [0..<4, 4..<10]) == .invalid)
        #expect(refuse([0..<4], measured: [0..<5]) == .invalid)
        #expect(refuse([0..<4, 4..<4], measured: [0..<4, 4..<4]) == .invalid)
        #expect(refuse([], measured: []) == .invalid)
    }

    @Test func `an image has no segments`() throws {
        let board = try CaseUnderTest.prepared()
        let segments = [FileDocument.Segment(id: "s0", nature: .primary, start: 0, end: 1)]
        let command = Source.document("photo", .image, segments: segments)
        #expect(board.refuses(command, by: "cora", content: Source.image) == .invalid)
    }

    @Test func `removing a document removes its series and empties the checklist item it answered`() throws {
        var board = try CaseUnderTest.prepared()
        let removal = RemoveDocument(document: "labs", reason: "Falscher Patient")
        try board.perform(.removeDocument(removal), by: "cora")
        #expect(board.state.quarantine.series.isEmpty)
        let refusal = board.refusal(of: .freezePanel(FreezePanel(settings: Saying.settings)), by: "cora")
        #expect(refusal == Rejection(.incomplete, "laboratory"))
        #expect(board.refuses(.removeDocument(removal), by: "cora") == .unknown)
    }

    @Test func `a checklist item is present with a document, or not obtainable with a reason`() throws {
        let board = try CaseUnderTest.prepared()
        func refuse(_ item: ChecklistItem) -> Rejection.Code? {
            board.refuses(.checkItem(CheckItem(item: item)), by: "cora")
        }
        let item = ChecklistItem(id: "imaging", title: "Bildgebung", required: true, state: .missing)
        var changed = item
        #expect(refuse(changed) == nil)
        changed.required = false
        #expect(refuse(changed) == .invalid)
        changed = item
        changed.state = .present
        #expect(refuse(changed) == .incomplete)
        changed.document = "nothing"
        #expect(refuse(changed) == .unknown)
        changed = item
        changed.state = .notObtainable
        #expect(refuse(changed) == .reasonRequired)
        changed.reason = "Archiv abgebrannt"
        #expect(refuse(changed) == nil)
    }

    @Test func `a checklist item may be present by a laboratory series that came without a document`() throws {
        var board = try CaseUnderTest.prepared()
        var item = ChecklistItem(id: "laboratory", title: "Labor", required: true, state: .present, series: "nothing")
        func refuse(_ item: ChecklistItem) -> Rejection.Code? {
            board.refuses(.checkItem(CheckItem(item: item)), by: "cora")
        }
        #expect(refuse(item) == .unknown)
        item.series = "crea"
        var creatinine = Source.haemoglobin
        creatinine.id = "crea"
        creatinine.document = nil
        try board.perform(.fileSeries(FileSeries(series: creatinine)), by: "cora")
        item.document = "labs"
        #expect(refuse(item) == .invalid)
        item.document = nil
        item.state = .missing
        #expect(refuse(item) == .invalid)
        item.state = .present
        try board.perform(.checkItem(CheckItem(item: item)), by: "cora")
        try board.perform(.removeDocument(RemoveDocument(document: "labs", reason: "Doppelt")), by: "cora")
        try board.perform(.freezePanel(FreezePanel(settings: Saying.settings)), by: "cora")
        let published = board.events(.dossier).compactMap { event -> [ChecklistItem]? in
            if case .checklistPublished(let payload) = event { payload.items } else { nil }
        }
        #expect(published.flatMap { $0 }.first { $0.id == "laboratory" }?.series == "crea")
    }

    @Test func `a series that goes with its document leaves the item it answered open`() throws {
        var board = try CaseUnderTest.prepared()
        let item = ChecklistItem(id: "laboratory", title: "Labor", required: true, state: .present, series: "hb")
        try board.perform(.checkItem(CheckItem(item: item)), by: "cora")
        try board.perform(.removeDocument(RemoveDocument(document: "labs", reason: "Doppelt")), by: "cora")
        let refusal = board.refusal(of: .freezePanel(FreezePanel(settings: Saying.settings)), by: "cora")
        #expect(refusal == Rejection(.incomplete, "laboratory"))
    }

    @Test func `the first opinion stays in quarantine, salted`() throws {
        let board = try CaseUnderTest.prepared()
        let content = try #require(board.state.quarantine.firstPlan?.content)
        let stored = try Canonical.decode(SealedFirstOpinion.self, from: #require(board.blobs[content.hash]))
        #expect(stored.opinion == Saying.firstOpinion)
        #expect(Hexadecimal.isValid(stored.salt, byteCount: 32))
    }

    @Test func `a first opinion too long for the reveal is refused when it is transcribed`() throws {
        var opinion = Saying.firstOpinion
        opinion.values[.sequence] = Saying.words(String(repeating: "ä", count: Limits.firstValuesBytes / 2))
        let command = Command.transcribeFirstOpinion(TranscribeFirstOpinion(opinion: opinion))
        #expect(try CaseUnderTest.prepared().refuses(command, by: "cora") == .limitReached)
    }

    @Test func `a series needs points, and the document it names`() throws {
        let board = try CaseUnderTest.prepared()
        var series = Source.haemoglobin
        series.id = "crea"
        #expect(board.refuses(.fileSeries(FileSeries(series: series)), by: "cora") == nil)
        series.document = "nothing"
        #expect(board.refuses(.fileSeries(FileSeries(series: series)), by: "cora") == .unknown)
        series.document = nil
        series.points = []
        #expect(board.refuses(.fileSeries(FileSeries(series: series)), by: "cora") == .incomplete)
    }

    @Test func `an event that would not fit a frame is refused`() throws {
        var series = Source.haemoglobin
        series.id = "long"
        let reference = String(repeating: "ü", count: 200)
        series.points = (1...Limits.pointsPerSeries).map {
            LabSeries.Point(date: "day \($0)", value: "1", reference: reference)
        }
        let board = try CaseUnderTest.prepared()
        #expect(board.refuses(.fileSeries(FileSeries(series: series)), by: "cora") == .limitReached)
    }
}
