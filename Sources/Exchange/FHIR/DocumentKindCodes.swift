/// Which codes make which kind of document: LOINC, KDL (the German clinical document classes), HL7's table 0074 of
/// diagnostic services, and the few SNOMED CT categories German profiles fix.
enum DocumentKindCodes {
    private typealias Kind = ImportedDocument.Kind

    /// The kind named by the most specific code: what a document is (`type`, `code`) before who made it (`category`).
    static func kind(of concepts: [Concept]) -> ImportedDocument.Kind? {
        concepts.lazy.flatMap(\.codings).compactMap(kind).first
    }

    private static func kind(of coding: Coding) -> ImportedDocument.Kind? {
        switch coding.system {
        case Coding.loinc: loinc[coding.code]
        case "http://dvmd.de/fhir/CodeSystem/kdl": kdl.first { coding.code.hasPrefix($0.prefix) }?.kind
        case "http://terminology.hl7.org/CodeSystem/v2-0074", "http://hl7.org/fhir/v2/0074":
            diagnosticService[coding.code]
        case "http://snomed.info/sct": snomed[coding.code]
        default: nil
        }
    }

    /// A tumor board's protocol, wherever it comes from, is a conclusion. AD060106 is the code KDL used before.
    static func isTumorBoardProtocol(_ concepts: [Concept]) -> Bool {
        concepts.lazy.flatMap(\.codings).contains {
            $0.system == "http://dvmd.de/fhir/CodeSystem/kdl" && ["SD150103", "AD060106"].contains($0.code)
                || $0.isFrom(Coding.loinc) && $0.code == "85232-7"
        }
    }

    private static let loinc: [String: Kind] = [
        "18748-4": .imagingReport, "68604-8": .imagingReport, "LP29684-5": .imagingReport,
        "24627-2": .imagingReport, "24558-9": .imagingReport, "24606-6": .imagingReport, "30746-2": .imagingReport,
        "22034-3": .pathology, "60568-3": .pathology, "11526-1": .pathology, "11529-5": .pathology,
        "33717-0": .pathology, "LP7839-6": .pathology, "65757-7": .histology, "22637-3": .histology,
        "22635-7": .histology, "22636-5": .histology,
        "51969-4": .molecularPathology, "81247-9": .molecularPathology, "53041-0": .molecularPathology,
        "11502-2": .laboratory, "26436-6": .laboratory, "LP29693-6": .laboratory,
        "18842-5": .dischargeSummary, "28655-9": .dischargeSummary, "11490-0": .dischargeSummary,
        "11504-8": .operationReport, "28570-0": .operationReport, "34137-0": .operationReport,
        "11488-4": .letter, "57133-1": .letter, "57170-3": .letter, "34117-2": .letter, "85232-7": .letter,
        "18745-0": .examinationResult, "18746-8": .examinationResult, "28010-7": .examinationResult,
        "11524-6": .examinationResult, "18751-8": .examinationResult,
    ]

    private static let kdl: [(prefix: String, kind: Kind)] = [
        ("PT0801", .histology), ("PT1301", .molecularPathology), ("PT", .pathology),
        ("DG0201", .imagingReport), ("DG", .examinationResult), ("LB", .laboratory),
        ("AD0101", .dischargeSummary), ("OP1501", .operationReport), ("AD", .letter), ("SD150103", .letter),
    ]

    private static let diagnosticService: [String: Kind] = [
        "RAD": .imagingReport, "RX": .imagingReport, "RUS": .imagingReport, "NMR": .imagingReport,
        "NMS": .imagingReport, "CT": .imagingReport, "CUS": .imagingReport, "IMG": .imagingReport,
        "OUS": .imagingReport, "VUS": .imagingReport, "XRC": .imagingReport,
        "SP": .pathology, "PAT": .pathology, "CP": .pathology, "GE": .molecularPathology, "CG": .molecularPathology,
        "LAB": .laboratory, "CH": .laboratory, "HM": .laboratory, "IMM": .laboratory, "MB": .laboratory,
        "SR": .laboratory, "TX": .laboratory, "BLB": .laboratory, "VR": .laboratory,
        "EC": .examinationResult, "EN": .examinationResult, "PF": .examinationResult, "OTH": .other,
    ]

    private static let snomed: [String: Kind] = [
        "4201000179104": .imagingReport, "4241000179101": .laboratory, "371526002": .operationReport,
        "373942005": .dischargeSummary, "371528001": .pathology, "394597005": .histology, "394914008": .imagingReport,
        "721981007": .examinationResult,
    ]
}
