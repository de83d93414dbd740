/// Which observations of a file are laboratory values: by their category, by the report or panel that lists them, and
/// without any category by being a LOINC-coded measurement.
struct LaboratoryMembers {
    private let context: ImportContext
    private let listed: Set<Place>

    init(context: ImportContext) {
        self.context = context
        var listed: Set<Place> = []
        var waiting: [Resource] = []
        for resource in context.resources.resources {
            let isReport = resource.type == "DiagnosticReport"
            if isReport ? Self.isLaboratoryReport(resource) : Self.isLaboratory(resource) { waiting.append(resource) }
        }
        while let parent = waiting.popLast() {
            for reference in parent.element.list(parent.type == "DiagnosticReport" ? "result" : "hasMember") {
                guard let member = context.resolve(reference, from: parent), member.type == "Observation" else {
                    continue
                }
                if listed.insert(member.place).inserted { waiting.append(member) }
            }
        }
        self.listed = listed
    }

    func includes(_ observation: Resource) -> Bool {
        Self.isLaboratory(observation) || listed.contains(observation.place)
    }

    private static func isLaboratoryReport(_ report: Resource) -> Bool {
        let code = report.element.child("code").map(Concept.init)
        let concepts = [code].compactMap { $0 } + report.element.list("category").map(Concept.init)
        return DocumentKindCodes.kind(of: concepts) == .laboratory
    }

    private static func isLaboratory(_ resource: Resource) -> Bool {
        guard resource.type == "Observation" else { return false }
        let categories = resource.element.list("category").flatMap { Concept($0).codings }
        guard !categories.isEmpty else {
            return resource.element.has("valueQuantity")
                && resource.element.child("code").map(Concept.init)?.loinc != nil
        }
        return categories.contains { coding in
            switch coding.system {
            case "http://terminology.hl7.org/CodeSystem/observation-category": coding.code == "laboratory"
            case "http://terminology.hl7.org/CodeSystem/v2-0074": coding.code == "LAB"
            case Coding.loinc: coding.code == "26436-6"
            default: false
            }
        }
    }
}
