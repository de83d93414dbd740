import Exchange
import Testing

struct DiagnosticReportTests {
    @Test func `a report with text and conclusion becomes two documents`() throws {
        let report = try Fixture.report("imaging-report.transaction.json")
        #expect(report.problems.isEmpty)
        #expect(report.documents.count == 2)
        let text = try #require(report.documents.first)
        #expect(text.title == "CT Thorax/Abdomen 12.05.2026")
        #expect(text.kind == .imagingReport)
        #expect(text.nature == .unclassified)
        #expect(text.date == "2026-05-12")
        #expect(text.language == "de-DE")
        #expect(text.institution == "Radiologie am Wehr")
        #expect(text.status == "final")
        #expect(text.source == Place(entry: "entry[3]", element: "DiagnosticReport.presentedForm[0]"))
        #expect(text.text?.contains("14 × 11 mm große hypodense Läsion") == true)

        let conclusion = try #require(report.documents.last)
        #expect(conclusion.title == "CT Thorax/Abdomen")
        #expect(conclusion.kind == .imagingReport)
        #expect(conclusion.nature == .conclusion)
        #expect(conclusion.language == "de")
        #expect(
            conclusion.text == """
                Solitäre Leberläsion Segment VII, metastasenverdächtig.
                Sekundäre bösartige Neubildung der Leber (C78.7)
                """
        )
        #expect(conclusion.source.element == "DiagnosticReport.conclusion")
        #expect(report.ignored.map(\.resourceType) == ["Patient", "Organization", "PractitionerRole"])
    }

    private func report(_ members: String, text: String) -> ImportReport {
        imported(
            """
            {"resourceType": "DiagnosticReport", "status": "final",
             "code": {"coding": [{"system": "http://loinc.org", "code": "22034-3"}]}, \(members),
             "presentedForm": [{"contentType": "text/plain", "data": "\(base64(text))"}]}
            """
        )
    }

    @Test func `a text that repeats the conclusion is never taken for primary data`() throws {
        let conclusion = "Mäßig differenziertes Adenokarzinom des Rektums. Resektionsrand frei."
        let text =
            "Makroskopie: 3 cm.\nBeurteilung: Mäßig differenziertes\nAdenokarzinom  des Rektums. Resektionsrand frei."
        let result = report("\"conclusion\": \"\(conclusion)\"", text: text)
        let document = try #require(result.documents.first)
        #expect(document.nature == .unclassified)
        let range = try #require(document.conclusionRange)
        let scalars = Array(text.unicodeScalars)
        #expect(range.upperBound == scalars.count)
        #expect(String(String.UnicodeScalarView(scalars[range])).hasPrefix("Mäßig differenziertes\n"))
        #expect(result.problem(.conclusionRepeated)?.severity == .warning)
    }

    @Test func `one repeated sentence is enough to hide a text`() {
        let result = report(
            "\"conclusion\": \"Neu ist: Verdacht auf Lebermetastase im Segment sieben. Rest folgt.\"",
            text: "Es besteht Unklarheit: Verdacht auf Lebermetastase im Segment sieben besteht. Neu ist: Verdacht auf "
                + "Lebermetastase im Segment sieben."
        )
        #expect(result.documents.first?.nature == .unclassified)
    }

    @Test(arguments: [
        #""conclusion": "Rektumkarzinom, gut differenziert.""#,
        #""conclusionCode": [{"coding": [{"system": "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "code": "C20"}]}]"#,
    ])
    func `a text that assesses in other words than the conclusion beside it waits for a person`(conclusion: String) {
        let text = "Befund: 3 cm.\nBeurteilung: Bösartiger Tumor.\nEmpfehlung: Operation."
        let result = report(conclusion, text: text)
        #expect(result.documents.map(\.nature) == [.unclassified, .conclusion])
        #expect(result.documents.first?.conclusionRange == nil)
    }

    @Test func `a laboratory's text is primary data, unless it announces what it makes of its values`() {
        func laboratory(_ text: String) -> ImportedDocument.Nature? {
            imported(
                """
                {"resourceType": "DiagnosticReport", "status": "final",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "11502-2"}]},
                 "presentedForm": [{"contentType": "text/plain", "data": "\(base64(text))"}]}
                """
            ).documents.first?.nature
        }
        #expect(laboratory("CEA 7,1 ng/ml\nCRP 5 mg/l") == .primary)
        #expect(laboratory("CEA 7,1 ng/ml\n  * Beurteilung: Rezidiv wahrscheinlich") == .unclassified)
        #expect(laboratory("CEA 7.1 ng/ml\nInterpretation\nRecurrence likely") == .unclassified)
    }

    @Test func `a text beside no conclusion waits for a person, unless it comes from a laboratory`() {
        #expect(report("\"language\": \"de\"", text: "Befund.").documents.first?.nature == .unclassified)
        let laboratory = report(
            """
            "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0074", "code": "LAB"}]}]
            """,
            text: "CRP 5 mg/l"
        )
        // The code says what a document is before the category says who made it.
        #expect(laboratory.documents.first?.kind == .pathology)
        let values = imported(
            """
            {"resourceType": "DiagnosticReport", "status": "final",
             "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0074", "code": "LAB"}]}],
             "code": {"text": "Labor"}, "presentedForm": [{"contentType": "text/plain", "data": "\(base64("CRP 5"))"}]}
            """
        )
        #expect(values.documents.first?.kind == .laboratory)
        #expect(values.documents.first?.nature == .primary)
    }

    @Test func `what its sender took back is left out and said`() {
        for (status, code) in [("entered-in-error", ImportProblemCode.enteredInError), ("cancelled", .cancelled)] {
            let result = imported(
                "{\"resourceType\": \"DiagnosticReport\", \"status\": \"\(status)\", \"conclusion\": \"Falsch\"}"
            )
            #expect(result.documents.isEmpty)
            #expect(result.codes == [code])
            #expect(result.problems.first?.place == Place(entry: "resource", element: "DiagnosticReport.status"))
        }
    }

    @Test func `a preliminary report comes in with its status`() {
        let result = imported(
            "{\"resourceType\": \"DiagnosticReport\", \"status\": \"preliminary\", \"conclusion\": \"Vorläufig\"}"
        )
        #expect(result.documents.first?.status == "preliminary")
    }

    @Test func `a result that is not in the file is named`() {
        let result = imported(
            """
            {"resourceType": "DiagnosticReport", "status": "final", "conclusion": "x",
             "result": [{"reference": "Observation/weg"}]}
            """
        )
        let problem = result.problem(.unresolvedReference)
        #expect(problem?.element == "DiagnosticReport.result[0]")
        #expect(problem?.why.contains("Observation/weg") == true)
    }
}
