import Exchange
import Testing

private let absentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"

/// Single values: each of FHIR's value types, and each way a value can be wrong.
struct LaboratoryValueTests {
    private func observe(_ members: String) -> ImportReport {
        imported(
            """
            {"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-02-03",
             "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0074", "code": "LAB"}]}],
             "code": {"text": "Analyt"}, \(members)}
            """
        )
    }

    private func quantity(_ members: String) -> String { "\"valueQuantity\": {\(members)}" }

    @Test(arguments: [
        ("\"valueString\": \"negativ\"", ImportedSeries.Value.text("negativ")),
        ("\"valueInteger\": 12", .quantity(decimal: "12", comparator: nil)),
        ("\"valueBoolean\": false", .text("false")),
        ("\"valueCodeableConcept\": {\"coding\": [{\"code\": \"P\", \"display\": \"positiv\"}]}", .text("positiv")),
        (
            "\"valueRatio\": {\"numerator\": {\"value\": 1}, \"denominator\": {\"value\": 128}}",
            .text("1:128")
        ),
        (
            #""valueRange": {"low": {"value": 5, "unit": "/HPF"}, "high": {"value": 10, "unit": "/HPF"}}"#,
            .text("5 /HPF–10 /HPF")
        ),
        ("\"valueDateTime\": \"2026-02\"", .text("2026-02")),
        (
            "\"valueQuantity\": {\"value\": 0.30, \"comparator\": \">=\"}",
            .quantity(decimal: "0.30", comparator: .greaterOrEqual)
        ),
    ])
    func `every readable type of value becomes a point`(members: String, value: ImportedSeries.Value) {
        let report = observe(members)
        #expect(report.series.flatMap(\.points).map(\.value) == [value])
        #expect(report.problems.isEmpty)
    }

    @Test(arguments: [
        ("\"valueSampledData\": {\"period\": 1}", ImportProblemCode.unsupportedValue, "Observation.valueSampledData"),
        ("\"valueQuantity\": {\"value\": \"4,1\"}", .wrongType, "Observation.valueQuantity.value"),
        ("\"valueQuantity\": {\"unit\": \"g\"}", .missingValue, "Observation.valueQuantity.value"),
        (
            "\"valueQuantity\": {\"value\": 1, \"comparator\": \"~\"}", .unknownComparator,
            "Observation.valueQuantity.comparator"
        ),
        ("\"valueString\": \"a\\u0000\"", .textRefused, "Observation.valueString"),
        (
            "\"_valueString\": {\"extension\": [{\"url\": \"\(absentReason)\", \"valueCode\": \"masked\"}]}",
            .absentValue, "Observation.valueString"
        ),
        (
            "\"dataAbsentReason\": {\"coding\": [{\"code\": \"not-performed\"}]}", .absentValue,
            "Observation.dataAbsentReason"
        ),
        ("\"valueCodeableConcept\": {}", .missingValue, "Observation.valueCodeableConcept"),
        ("\"language\": \"de\"", .missingValue, "Observation"),
        ("\"component\": [{\"valueString\": \"x\"}]", .missingCode, "Observation.component[0].code"),
        (
            "\"component\": [{\"modifierExtension\": [], \"code\": {\"text\": \"x\"}, \"valueString\": \"x\"}]",
            .unknownModifier, "Observation.component[0].modifierExtension"
        ),
    ])
    func `a value that cannot be trusted is left out with its reason`(
        members: String,
        code: ImportProblemCode,
        element: String
    ) {
        let report = observe(members)
        #expect(report.series.isEmpty)
        #expect(report.codes == [code])
        #expect(report.problems.first?.element == element)
    }

    @Test(arguments: [
        ("N", ImportedSeries.Flag.normal), ("LL", .criticallyLow), ("HH", .criticallyHigh), ("AA", .abnormal),
        ("HU", .criticallyHigh), ("<", .low),
    ])
    func `interpretation codes become flags`(code: String, flag: ImportedSeries.Flag) {
        let report = observe("\"valueInteger\": 1, \"interpretation\": [{\"coding\": [{\"code\": \"\(code)\"}]}]")
        #expect(report.series.first?.points.first?.flag == flag)
    }

    @Test func `an interpretation that is no flag gives none, and an unknown one is named`() {
        let known = observe("\"valueInteger\": 1, \"interpretation\": [{\"coding\": [{\"code\": \"POS\"}]}]")
        #expect(known.series.first?.points.first?.flag == nil)
        #expect(known.problems.isEmpty)
        let unknown = observe("\"valueInteger\": 1, \"interpretation\": [{\"coding\": [{\"code\": \"++\"}]}]")
        #expect(unknown.codes == [.unknownInterpretation])
    }

    @Test func `several reference ranges are given in words, not chosen from`() {
        let report = observe(
            """
            "valueQuantity": {"value": 7, "unit": "ng/mL"}, "referenceRange": [
              {"appliesTo": [{"text": "Frauen"}], "high": {"value": 3.40, "unit": "ng/mL"}},
              {"type": {"coding": [{"code": "therapeutic"}]}, "low": {"value": 5, "unit": "ng/mL"}}]
            """
        )
        let point = report.series.first?.points.first
        #expect(point?.referenceHigh == nil)
        #expect(point?.referenceText == "Frauen: ≤ 3.40 ng/mL; therapeutic: ≥ 5 ng/mL")
        #expect(report.codes == [.severalReferenceRanges])
    }

    @Test func `a number without a unit never joins numbers with one`() {
        func value(_ members: String) -> String {
            """
            {"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-02-03",
             "code": {"coding": [{"system": "http://loinc.org", "code": "2857-1", "display": "PSA"}]},
             "valueQuantity": {\(members)}}
            """
        }
        let report = importedBundle(value("\"value\": 4"), value("\"value\": 4.0, \"unit\": \"ng/ml\""))
        #expect(report.series.map { $0.unit?.display } == [nil, "ng/ml"])
    }
}
