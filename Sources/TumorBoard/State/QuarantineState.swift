/// What the coordinator has filed, published or not.
struct QuarantineState: Sendable, Equatable {
    /// What the reveal needs of the first opinion.
    struct FirstPlan: Sendable, Equatable {
        var content: Blob
        var values: [Dimension: DimensionValue]
        var findings: [Finding]
    }

    /// In the order of filing, with every part and every translation.
    var documents: [Document] = []
    var series: [LabSeries] = []
    var checklist: [ChecklistItem] = []
    var firstPlan: FirstPlan?
    /// Every transcription of it, also those that were replaced.
    var transcriptions: Set<String> = []

    mutating func apply(_ event: Event) {
        switch event {
        case .documentFiled(let payload): documents.append(payload.document)
        case .seriesFiled(let payload): series.append(payload.series)
        case .partClassified(let payload):
            change(payload.part) { $0.nature = payload.nature }
        case .documentRemoved(let payload):
            documents.removeAll { $0.id == payload.document }
            series.removeAll { $0.document == payload.document }
        case .translationFiled(let payload):
            change(payload.part) { $0.translations.append(payload.translation) }
        case .translationReleased(let payload):
            documents = documents.map { $0.releasing(payload.id) }
        case .itemChecked(let payload):
            if let index = checklist.firstIndex(where: { $0.id == payload.item.id }) {
                checklist[index] = payload.item
            } else {
                checklist.append(payload.item)
            }
        case .firstOpinionTranscribed(let payload):
            transcriptions.insert(payload.content.hash)
            firstPlan = FirstPlan(
                content: payload.content,
                values: payload.opinion.values,
                findings: payload.opinion.findings
            )
        default: break
        }
    }

    /// The document that has this part, and the part.
    func part(_ id: PartID) -> (document: Document, part: Part)? {
        for document in documents {
            if let part = document.parts.first(where: { $0.id == id }) { return (document, part) }
        }
        return nil
    }

    /// Whether a part or a translation has this name.
    func knows(_ id: PartID) -> Bool {
        documents.contains { document in
            document.parts.contains { part in part.id == id || part.translations.contains { $0.id == id } }
        }
    }

    private mutating func change(_ id: PartID, _ body: (inout Part) -> Void) {
        for document in documents.indices {
            for part in documents[document].parts.indices where documents[document].parts[part].id == id {
                body(&documents[document].parts[part])
            }
        }
    }
}
