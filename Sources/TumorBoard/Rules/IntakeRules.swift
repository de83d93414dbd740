/// Preparing a case: the first opinion, the checklist, the patient's consent.
extension Deliberation {
    /// The one named exception to *the coordinator writes nothing medical*: the first opinion is a source.
    func transcribe(_ command: TranscribeFirstOpinion) throws(Rejection) -> Decision {
        let opinion = command.opinion
        try Wording.line(optional: opinion.author, "author")
        if let date = opinion.date { try Wording.date(date, "date", isReducedAllowed: true) }
        if let source = opinion.source { try checkDocument(source) }
        for dimension in Dimension.allCases {
            if let value = opinion.values[dimension] { try value.check(dimension.rawValue) }
        }
        guard Canonical.bytes(opinion.values).count <= Limits.firstValuesBytes else {
            throw Rejection(.limitReached, "values")
        }
        guard opinion.findings.count <= Limits.findingsPerPackage else { throw Rejection(.limitReached, "findings") }
        for finding in opinion.findings { try finding.check() }
        let sealed = SealedFirstOpinion(salt: means.salt(for: "quarantine/first-opinion"), opinion: opinion)
        let content = means.blob(sealed)
        let event = FirstOpinionTranscribed(opinion: opinion, content: content.blob, by: person)
        return Decision([Appended(.quarantine, .firstOpinionTranscribed(event))], blobs: [content])
    }

    func check(_ command: CheckItem) throws(Rejection) -> Decision {
        let item = command.item
        try Wording.code(item.id, "id")
        try Wording.line(item.title, "title")
        try Wording.line(optional: item.reason, "reason")
        let template = Checklist.template(for: seen.dossier.facts?.indication ?? .oncology)
        if template.contains(item.id), !item.required { throw Rejection(.invalid, "required") }
        switch item.state {
        case .present: try checkAnswer(item)
        case .missing, .notObtainable:
            guard item.document == nil else { throw Rejection(.invalid, "document") }
            guard item.series == nil else { throw Rejection(.invalid, "series") }
            if item.state == .notObtainable { try Wording.reason(item.reason, "reason") }
        }
        let known = seen.state.quarantine.checklist
        guard known.count < Limits.listLength || known.contains(where: { $0.id == item.id }) else {
            throw Rejection(.limitReached, "checklist")
        }
        return Decision(.quarantine, .itemChecked(ItemChecked(item: item)))
    }

    func record(_ command: RecordConsent) throws(Rejection) -> Decision {
        try Wording.date(command.date, "date")
        return Decision(.logistics, .consentRecorded(ConsentRecorded(date: command.date)))
    }

    /// What makes an item present is one thing: a document, or a laboratory series that came without one.
    private func checkAnswer(_ item: ChecklistItem) throws(Rejection) {
        switch (item.document, item.series) {
        case (let document?, nil): try checkDocument(document)
        case (nil, let series?):
            guard seen.state.quarantine.series.contains(where: { $0.id == series }) else {
                throw Rejection(.unknown, series.text)
            }
        case (nil, nil): throw Rejection(.incomplete, "document")
        case (_?, _?): throw Rejection(.invalid, "series")
        }
    }

    private func checkDocument(_ id: DocumentID) throws(Rejection) {
        guard seen.state.quarantine.documents.contains(where: { $0.id == id }) else {
            throw Rejection(.unknown, id.text)
        }
    }
}
