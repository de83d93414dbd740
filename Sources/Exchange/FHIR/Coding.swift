/// One code of a code system.
struct Coding: Hashable {
    let system: String?
    let code: String
    let display: String?

    static let loinc = "http://loinc.org"
    static let ucum = "http://unitsofmeasure.org"

    func isFrom(_ system: String) -> Bool { self.system == system }
}

/// FHIR's CodeableConcept: the same thing in several code systems, and in words.
struct Concept {
    let codings: [Coding]
    let words: String?

    init(_ element: Element) {
        codings = element.list("coding").compactMap { coding in
            guard let code = coding.string("code") else { return nil }
            return Coding(system: coding.string("system"), code: code, display: coding.string("display"))
        }
        words = element.string("text") ?? element.list("coding").lazy.compactMap { $0.string("display") }.first
    }

    var loinc: String? { codings.first { $0.isFrom(Coding.loinc) }?.code }

    /// Words where there are any, else the first code.
    var label: String? { words ?? codings.first?.code }
}
