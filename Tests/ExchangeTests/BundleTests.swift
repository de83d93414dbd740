import Exchange
import Testing

struct BundleTests {
    private let code = "\"code\": {\"coding\": [{\"system\": \"http://loinc.org\", \"code\": \"22034-3\"}]}"

    private func conclusion(_ text: String, id: String? = nil) -> String {
        let id = id.map { "\"id\": \"\($0)\", " } ?? ""
        return
            "{\"resourceType\": \"DiagnosticReport\", \(id)\"status\": \"final\", \(code), \"conclusion\": \"\(text)\"}"
    }

    @Test(arguments: ["transaction", "batch", "collection", "document", "searchset", "message", "history"])
    func `every type of bundle that carries resources is read`(type: String) {
        let report = importedBundle(conclusion("eins"), conclusion("zwei"), type: type)
        #expect(report.documents.map(\.text) == ["eins", "zwei"])
        #expect(report.documents.map(\.source.entry) == ["entry[0]", "entry[1]"])
    }

    @Test func `a single resource is read`() {
        #expect(imported(conclusion("allein")).documents.map(\.source.entry) == ["resource"])
    }

    @Test func `one unreadable entry costs no other entry its import`() {
        let report = importedBundle("7", "{\"id\": \"x\"}", "{\"resourceType\": 1}", conclusion("gut"))
        #expect(report.documents.map(\.text) == ["gut"])
        #expect(report.codes == [.missingResource, .missingResource, .missingResource])
        #expect(report.problems.map(\.entry) == ["entry[0]", "entry[1]", "entry[2]"])
    }

    @Test func `an element of the wrong type is named exactly`() {
        let report = importedBundle(
            """
            {"resourceType": "DiagnosticReport", "status": 3, "code": [], "performer": {"display": "x"},
             "presentedForm": [null, "y"], "conclusion": "gut"}
            """
        )
        #expect(report.documents.map(\.text) == ["gut"])
        #expect(
            Set(report.problems.filter { $0.code == .wrongType }.map(\.element)) == [
                "DiagnosticReport.status", "DiagnosticReport.code", "DiagnosticReport.performer",
                "DiagnosticReport.presentedForm[0]", "DiagnosticReport.presentedForm[1]",
            ]
        )
        #expect(
            report.problems.first { $0.element == "DiagnosticReport.status" }?.why
                == "A string is expected here, not a number."
        )
    }

    @Test func `of a history only the newest version counts, and nothing that was deleted`() {
        let report = imported(
            """
            {"resourceType": "Bundle", "type": "history", "entry": [
              {"fullUrl": "https://a.example/DiagnosticReport/1", "resource": \(conclusion("neu", id: "1"))},
              {"fullUrl": "https://a.example/DiagnosticReport/1", "resource": \(conclusion("alt", id: "1"))},
              {"fullUrl": "https://a.example/DiagnosticReport/2",
               "request": {"method": "DELETE", "url": "DiagnosticReport/2"}},
              {"fullUrl": "https://a.example/DiagnosticReport/2", "resource": \(conclusion("gelöscht", id: "2"))}]}
            """
        )
        #expect(report.documents.map(\.text) == ["neu"])
        #expect(report.codes == [.supersededVersion, .supersededVersion])
        #expect(report.problems.allSatisfy { $0.severity == .notice })
    }

    @Test func `the same address twice is an error elsewhere`() {
        let report = importedBundle(conclusion("eins", id: "1"), conclusion("zwei", id: "1"))
        #expect(report.documents.map(\.text) == ["eins"])
        #expect(report.codes == [.duplicateEntry])
        #expect(report.problems.first?.entry == "entry[1]")
    }

    @Test func `a response without a resource is no problem`() {
        let report = imported(
            """
            {"resourceType": "Bundle", "type": "batch", "entry": [
              {"response": {"status": "204"}}, {"request": {"method": "GET", "url": "Patient/1"}}, {}]}
            """
        )
        #expect(report.problems.map(\.entry) == ["entry[2]"])
    }

    @Test func `a file about two patients is an error`() {
        func report(of patient: String) -> String {
            """
            {"resourceType": "DiagnosticReport", "status": "final", \(code), "conclusion": "x",
             "subject": {"reference": "\(patient)"}}
            """
        }
        #expect(importedBundle(report(of: "Patient/1"), report(of: "Patient/1")).problems.isEmpty)
        let mixed = importedBundle(report(of: "Patient/1"), report(of: "Patient/2"))
        #expect(mixed.codes == [.severalPatients])
        #expect(mixed.problems.first?.place == Place(entry: "entry[1]", element: "DiagnosticReport.subject"))
    }

    @Test func `one patient written in three ways is one patient`() {
        func entry(_ url: String, _ reference: String) -> String {
            """
            {"fullUrl": "https://a.example/fhir/DiagnosticReport/\(url)",
             "resource": {"resourceType": "DiagnosticReport",
             "status": "final", \(code), "conclusion": "x", "subject": {"reference": "\(reference)"}}}
            """
        }
        let report = imported(
            """
            {"resourceType": "Bundle", "type": "collection", "entry": [
              {"fullUrl": "https://a.example/fhir/Patient/1", "resource": {"resourceType": "Patient", "id": "1"}},
              \(entry("1", "Patient/1")), \(entry("2", "https://a.example/fhir/Patient/1")),
              \(entry("3", "Patient/1/_history/4"))]}
            """
        )
        #expect(report.problems.isEmpty)
        #expect(report.documents.count == 3)
    }

    @Test func `an absolute address of another server never leads to a namesake`() {
        let report = imported(
            """
            {"resourceType": "Bundle", "type": "collection", "entry": [
              {"fullUrl": "https://a.example/fhir/Binary/1",
               "resource": {"resourceType": "Binary", "id": "1", "contentType": "text/plain",
                            "data": "\(base64("fremd"))"}},
              {"resource": {"resourceType": "DiagnosticReport", "status": "final",
               "presentedForm": [{"contentType": "text/plain", "url": "https://b.example/fhir/Binary/1"}]}}]}
            """
        )
        #expect(report.codes.contains(.externalAttachment))
        #expect(report.documents.map(\.source.element) == ["Binary"])
    }
}
