import Exchange
import Testing

struct DocumentKindTests {
    private func kind(_ system: String, _ code: String) -> ImportedDocument.Kind? {
        imported(
            """
            {"resourceType": "DocumentReference", "status": "current",
             "type": {"coding": [{"system": "\(system)", "code": "\(code)"}]},
             "content": [{"attachment": {"contentType": "text/plain", "data": "\(base64("x"))"}}]}
            """
        ).documents.first?.kind
    }

    @Test(arguments: [
        ("PT080102", ImportedDocument.Kind.histology), ("PT260102", .pathology), ("PT130102", .molecularPathology),
        ("DG020107", .imagingReport), ("LB120107", .laboratory), ("AD010104", .dischargeSummary),
        ("OP150103", .operationReport), ("AD060110", .letter), ("SD150103", .letter),
    ])
    func `German document classes have their kinds`(code: String, expected: ImportedDocument.Kind) {
        #expect(kind("http://dvmd.de/fhir/CodeSystem/kdl", code) == expected)
    }

    @Test(arguments: [
        ("18748-4", ImportedDocument.Kind.imagingReport), ("60568-3", .pathology), ("51969-4", .molecularPathology),
        ("11502-2", .laboratory), ("18842-5", .dischargeSummary), ("11504-8", .operationReport), ("11488-4", .letter),
    ])
    func `LOINC document codes have their kinds`(code: String, expected: ImportedDocument.Kind) {
        #expect(kind("http://loinc.org", code) == expected)
    }

    @Test func `an unknown code leaves the choice to a person`() {
        #expect(kind("http://loinc.org", "00000-0") == .other)
    }
}
