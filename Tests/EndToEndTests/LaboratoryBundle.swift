import Foundation

/// What a hospital's laboratory sends: a report with its letter, haemoglobin on three days and a tumour marker on two.
/// Invented.
enum LaboratoryBundle {
    static let letter = "Laborbefund Kreisklinik Tannbrunn\nHämoglobin fallend, CEA erhöht, Kreatinin unauffällig.\n"

    static func json() throws -> [UInt8] {
        let values = [
            observation(1, "718-7", "Hämoglobin", "2026-08-03", 13.1, "g/dL", flag: nil, low: 13.5, high: 17.5),
            observation(2, "718-7", "Hämoglobin", "2026-09-01", 12.2, "g/dL", flag: "L", low: 13.5, high: 17.5),
            observation(3, "718-7", "Hämoglobin", "2026-09-29", 11.2, "g/dL", flag: "L", low: 13.5, high: 17.5),
            observation(4, "2039-6", "CEA", "2026-08-03", 6.4, "ng/mL", flag: "H", low: 0, high: 5),
            observation(5, "2039-6", "CEA", "2026-09-29", 9.8, "ng/mL", flag: "H", low: 0, high: 5),
        ]
        let report: [String: Any] = [
            "resourceType": "DiagnosticReport", "status": "final",
            "category": [coded("http://terminology.hl7.org/CodeSystem/v2-0074", "LAB")],
            "code": ["text": "Laborbefund"], "effectiveDateTime": "2026-09-29",
            "result": (1...values.count).map { ["reference": "urn:uuid:\(uuid($0))"] },
            "presentedForm": [
                [
                    "contentType": "text/plain; charset=utf-8", "language": "de", "title": "Laborbefund",
                    "data": Data(letter.utf8).base64EncodedString(),
                ]
            ],
        ]
        let bundle: [String: Any] = [
            "resourceType": "Bundle", "type": "collection",
            "entry": [["fullUrl": "urn:uuid:\(uuid(0))", "resource": report]] + values,
        ]
        return [UInt8](try JSONSerialization.data(withJSONObject: bundle, options: .sortedKeys))
    }

    private static func uuid(_ number: Int) -> String { "7c0e5e52-63f4-4d3c-9a55-4f1d2b6a900\(number)" }

    private static func coded(_ system: String, _ code: String) -> [String: Any] {
        ["coding": [["system": system, "code": code]]]
    }

    private static func observation(
        _ number: Int,
        _ loinc: String,
        _ name: String,
        _ date: String,
        _ value: Double,
        _ unit: String,
        flag: String?,
        low: Double,
        high: Double
    ) -> [String: Any] {
        func quantity(_ value: Double) -> [String: Any] {
            ["value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit]
        }
        var code = coded("http://loinc.org", loinc)
        code["text"] = name
        var resource: [String: Any] = [
            "resourceType": "Observation", "status": "final", "code": code, "effectiveDateTime": date,
            "category": [coded("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory")],
            "valueQuantity": quantity(value),
            "referenceRange": [["low": quantity(low), "high": quantity(high)]],
        ]
        if let flag {
            resource["interpretation"] = [
                coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", flag)
            ]
        }
        return ["fullUrl": "urn:uuid:\(uuid(number))", "resource": resource]
    }
}
