import Exchange
import Testing

/// One searchset with everything FHIR allows and nobody expects.
struct OddButLegalTests {
    private let report: ImportReport

    init() throws { report = try Fixture.report("odd-but-legal.searchset.json") }

    private func documents(_ entry: Int) -> [ImportedDocument] {
        report.documents.filter { $0.source.entry == "entry[\(entry)]" }
    }

    private func problems(_ entry: Int) -> [ImportProblem] { report.problems.filter { $0.entry == "entry[\(entry)]" } }

    @Test func `a report of nothing but a conclusion is a conclusion`() {
        #expect(documents(0).map(\.nature) == [.conclusion])
        #expect(documents(0).first?.text == "Adenokarzinom, G2.")
        #expect(documents(0).first?.date == nil)
    }

    @Test func `a narrative is read where there is nothing else`() {
        #expect(
            documents(1).map(\.text) == [
                "Zwei Stanzen, je 1,2 cm.\n\n- Stanze 1: Tumor\n- Stanze 2: tumorfrei, Ki-67 < 5 %"
            ]
        )
        #expect(documents(1).first?.source.element == "DiagnosticReport.text.div")
    }

    @Test func `every plain text of a report is read, and renditions of it are passed over`() {
        #expect(
            documents(2).map(\.text) == ["Teil 1: Makroskopie. Größe 3 cm.\nGrün markiert.", "Teil 2: Mikroskopie."]
        )
        #expect(documents(2).map(\.date) == ["2026-02-03", "2026-02-03"])
        #expect(problems(2).map(\.code) == [.textConverted, .otherRendition, .otherRendition])
        #expect(
            problems(2).first?.why
                == "The text was converted: read as ISO-8859-1, line endings unified."
        )
    }

    @Test func `a file on another server is not fetched`() {
        #expect(documents(3).isEmpty)
        let problem = problems(3).first { $0.code == .externalAttachment }
        #expect(problem?.element == "DiagnosticReport.presentedForm[0].url")
        #expect(problem?.severity == .error)
    }

    @Test func `a modifier nobody knows keeps its report out`() {
        #expect(documents(4).isEmpty)
        #expect(problems(4).map(\.code) == [.unknownModifier])
        #expect(problems(4).first?.element == "DiagnosticReport.modifierExtension")
    }

    @Test func `a report that says nothing is named`() {
        #expect(problems(5).map(\.code) == [.nothingToRead])
    }

    @Test func `a letter is read from the Binary beside it, once`() throws {
        let letter = try #require(documents(6).first ?? documents(7).first)
        #expect(documents(6).count + documents(7).count == 1)
        #expect(letter.kind == .dischargeSummary)
        #expect(letter.nature == .unclassified)
        #expect(letter.title == "Entlassungsbericht")
        #expect(letter.date == "2026-03-08")
        #expect(letter.institution == "Kreisklinik Erlengrund (erfunden)")
        #expect(letter.language == "de")
        #expect(letter.text == "Epikrise: Die Patientin wurde in gutem Zustand entlassen.")
    }

    @Test func `a superseded letter is left out`() {
        #expect(documents(8).isEmpty)
        #expect(problems(8).map(\.code) == [.superseded])
    }

    @Test func `an earlier tumor board's protocol is a conclusion`() {
        #expect(documents(9).map(\.nature) == [.conclusion])
    }

    @Test func `a value contained in its report joins the series`() {
        #expect(report.series.map(\.analyte) == ["CRP"])
        #expect(report.series.first?.points.first?.source.description == "entry[10] DiagnosticReport.contained[0]")
        #expect(problems(10).isEmpty)
    }
}
