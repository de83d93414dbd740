import Testing

@testable import TumorBoard

@Suite struct LateSourceTests {
    @Test func `a later document is published at once, its conclusions never`() throws {
        var board = try CaseUnderTest.inReview()
        let segments = [
            FileDocument.Segment(id: "pet-1", nature: .primary, start: 0, end: 5),
            FileDocument.Segment(id: "pet-2", nature: .conclusion, start: 5, end: 10),
        ]
        try board.perform(
            Source.document("pet", .imagingReport, segments: segments),
            by: "cora",
            content: Source.text("0123456789", segments: [0..<5, 5..<10])
        )
        guard case .documentPublished(let published)? = board.last(.dossier) else {
            Issue.record("nothing was published")
            return
        }
        #expect(published.isLate)
        #expect(published.document.parts.map(\.id) == ["pet-1"])
        #expect(board.last(.quarantine)?.name == .documentFiled)
    }

    private func classify(_ part: PartID, _ nature: Part.Nature) -> Command {
        .classifyPart(ClassifyPart(part: part, nature: nature))
    }

    @Test func `a later document that nobody has classified is hidden until the coordinator says what it is`() throws {
        var board = try CaseUnderTest.inReview()
        let unclear = Source.document("pet", .imagingReport, nature: nil)
        try board.perform(unclear, by: "cora", content: Source.text("PET"))
        #expect(board.state.dossier.sources["pet"] == nil)
        #expect(board.state.dossier.lateSource == 0)
        #expect(board.refuses(classify("pet", .primary), by: "hale") == .roleForbids)
        #expect(board.refuses(classify("pet", .unclassified), by: "cora") == .invalid)
        try board.perform(classify("pet", .primary), by: "cora")
        #expect(board.state.dossier.sources["pet"] != nil)
        #expect(board.state.dossier.lateSource == board.state.head(of: .dossier))
    }

    @Test func `after the freeze a part is classified once, and what was classified before stays so`() throws {
        var board = try CaseUnderTest.inReview()
        #expect(board.refuses(classify("letter", .primary), by: "cora") == .frozen)
        #expect(board.refuses(classify("histo", .conclusion), by: "cora") == .frozen)
        try board.perform(Source.document("pet", .letter, nature: nil), by: "cora", content: Source.text("PET"))
        try board.perform(classify("pet", .conclusion), by: "cora")
        #expect(board.refuses(classify("pet", .primary), by: "cora") == .frozen)
        #expect(board.state.dossier.sources["pet"] == nil)
    }

    @Test func `a later document of several parts is published whole, when all of them are classified`() throws {
        var board = try CaseUnderTest.inReview()
        let segments = [
            FileDocument.Segment(id: "pet-1", nature: .primary, start: 0, end: 5),
            FileDocument.Segment(id: "pet-2", nature: .unclassified, start: 5, end: 10),
        ]
        try board.perform(
            Source.document("pet", .imagingReport, segments: segments),
            by: "cora",
            content: Source.text("0123456789", segments: [0..<5, 5..<10])
        )
        #expect(board.state.dossier.sources["pet-1"] == nil)
        try board.perform(classify("pet-2", .conclusion), by: "cora")
        #expect(board.state.dossier.sources["pet-1"] != nil)
        #expect(board.state.dossier.sources["pet-2"] == nil)
    }

    @Test func `a later document that is classified in another language still waits for its translation`() throws {
        var board = try CaseUnderTest.inReview()
        let french = Source.document("irm", .imagingReport, language: "fr", nature: nil)
        try board.perform(french, by: "cora", content: Source.text("IRM"))
        try board.perform(classify("irm", .primary), by: "cora")
        #expect(board.state.dossier.sources["irm"] == nil)
    }

    @Test func `a later conclusion stays in quarantine and opens nothing`() throws {
        var board = try CaseUnderTest.inReview()
        let letter = Source.document("letter-2", .letter, nature: .conclusion)
        try board.perform(letter, by: "cora", content: Source.text("Wir raten ab."))
        #expect(board.state.dossier.lateSource == 0)
        #expect(board.events(.dossier).last?.name == .phaseChanged)
    }

    @Test func `a later document in another language waits for its translation`() throws {
        var board = try CaseUnderTest.inReview()
        let french = Source.document("irm", .imagingReport, language: "fr")
        try board.perform(french, by: "cora", content: Source.text("IRM"))
        #expect(board.state.dossier.sources["irm"] == nil)
        let translation = FileTranslation(
            id: "irm-de",
            part: "irm",
            language: "de",
            translator: "Tove",
            isMachine: false
        )
        try board.perform(.fileTranslation(translation), by: "tove", content: Source.text("MRT"))
        let release = Command.releaseTranslation(ReleaseTranslation(id: "irm-de"))
        #expect(board.refuses(release, by: "tove") == .roleForbids)
        try board.perform(release, by: "cora")
        #expect(board.state.dossier.sources["irm-de"] != nil)
        #expect(board.state.dossier.lateSource == board.state.head(of: .dossier))
    }

    @Test func `a later series is published too`() throws {
        var board = try CaseUnderTest.inReview()
        var series = Source.haemoglobin
        series.id = "crea"
        try board.perform(.fileSeries(FileSeries(series: series)), by: "cora")
        #expect(board.state.dossier.series["crea"] != nil)
    }

    @Test func `a later source gives the right to seal anew, to all alike, until the deadline`() throws {
        var board = try CaseUnderTest.inReview()
        try board.seal(by: "ravi")
        try board.seal(by: "pia")
        #expect(board.refuses(board.sealCommand(by: "ravi"), by: "ravi") == .alreadyDone)
        let late = Source.document("pet", .imagingReport)
        try board.perform(late, by: "cora", content: Source.text("PET"))
        try board.seal(by: "ravi")
        #expect(board.refuses(board.sealCommand(by: "ravi"), by: "ravi") == .alreadyDone)
        #expect(board.refuses(board.sealCommand(by: "pia"), by: "pia") == nil)
        board.now = .start + .days(2)
        board.elapse()
        #expect(board.state.dossier.isBreached)
        #expect(board.refuses(board.sealCommand(by: "pia"), by: "pia") == .alreadyDone)
    }

    @Test func `sealing anew is not told, and counts once`() throws {
        var board = try CaseUnderTest.inReview()
        try board.seal(by: "ravi")
        let before = board.events(.logistics).count
        try board.perform(Source.document("pet", .imagingReport), by: "cora", content: Source.text("PET"))
        try board.seal(by: "ravi")
        #expect(board.events(.logistics).count == before)
    }

    @Test func `being sealed still counts when a source comes later`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["hale", "ravi", "pia"] { try board.seal(by: person) }
        try board.perform(Source.document("pet", .imagingReport), by: "cora", content: Source.text("PET"))
        try board.seal(by: "sven")
        #expect(board.state.phase == .discussion)
    }

    @Test func `after the review a later document is published and unseals nothing`() throws {
        var board = try CaseUnderTest.inDiscussion()
        try board.perform(Source.document("pet", .imagingReport), by: "cora", content: Source.text("PET"))
        #expect(board.state.dossier.sources["pet"] != nil)
        #expect(board.refuses(board.sealCommand(by: "ravi"), by: "ravi") == .phaseForbids)
    }
}
