/// One thing a case needs before the panel may read it.
package struct ChecklistItem: Codable, Sendable, Equatable {
    package var id: String
    package var title: String
    package var required: Bool
    package var state: State
    /// The document that answers it, when present.
    package var document: DocumentID?
    /// The laboratory series that answers it, where no document does.
    package var series: SeriesID?
    /// Why it cannot be had, shown to all.
    package var reason: String?

    package enum State: String, Codable, Sendable {
        case present, missing
        case notObtainable = "not-obtainable"
    }
}

/// What every case of an indication must have; a coordinator may add to it, never take from it.
package enum Checklist {
    package static func template(for indication: Indication) -> [String] {
        switch indication {
        case .oncology: ["histology", "imaging", "laboratory"]
        case .complexSurgery: ["histology", "imaging", "operability"]
        case .aggressiveTherapy: ["histology", "imaging", "laboratory", "organ-function"]
        case .unclearDiagnosis: ["imaging", "examination"]
        case .treatmentFailure: ["histology", "imaging", "laboratory", "previous-therapy"]
        }
    }
}
