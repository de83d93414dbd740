/// The gate between preparing and reading: nothing is missing, and everything that decides later is fixed.
extension Deliberation {
    private var logistics: LogisticsState { seen.state.logistics }
    private var quarantine: QuarantineState { seen.state.quarantine }

    func freeze(_ command: FreezePanel) throws(Rejection) -> Decision {
        try check(command.settings)
        guard logistics.consent != nil else { throw Rejection(.incomplete, "consent") }
        try checkChecklist()
        try checkDocuments()
        try checkPanel(command.settings)
        let sheet = PanelSheet(
            salt: means.salt(for: "panel-sheet"),
            members: (logistics.panel + logistics.deputies).sorted { $0.person < $1.person },
            settings: command.settings
        )
        let hash = Hexadecimal.encode(means.sha256(Canonical.bytes(sheet)))
        let frozen = PanelFrozen(settings: command.settings, sheet: hash, by: person)
        return Decision(
            publications() + [
                Appended(.dossier, .panelFrozen(frozen)),
                Appended(.dossier, .phaseChanged(PhaseChanged(to: .review))),
                Appended(.logistics, .panelSheetKept(PanelSheetKept(sheet: sheet))),
            ]
        )
    }

    private func check(_ settings: PanelSettings) throws(Rejection) {
        try Wording.lines(settings.requiredDisciplines, "requiredDisciplines")
        guard Set(settings.requiredDisciplines).count == settings.requiredDisciplines.count else {
            throw Rejection(.invalid, "requiredDisciplines")
        }
        guard (1...Limits.rounds).contains(settings.roundLimit) else { throw Rejection(.invalid, "roundLimit") }
        try check(future: settings.reviewDeadline, "reviewDeadline")
        if let quorum = settings.quorum {
            guard quorum >= 3, quorum <= logistics.panel.count else { throw Rejection(.invalid, "quorum") }
        }
        if let methods = settings.methods {
            guard !methods.isEmpty, Set(methods).count == methods.count else { throw Rejection(.invalid, "methods") }
        }
        try Wording.text(optional: settings.singleInstitutionReason, "singleInstitutionReason")
    }

    private func checkChecklist() throws(Rejection) {
        let items = Dictionary(quarantine.checklist.map { ($0.id, $0) }) { $1 }
        let template = Checklist.template(for: seen.dossier.facts?.indication ?? .oncology)
        let required = Set(template).union(quarantine.checklist.filter(\.required).map(\.id))
        let missing = required.filter { id in
            guard let item = items[id] else { return true }
            return switch item.state {
            case .missing: true
            case .notObtainable: false
            case .present: !answers(item, mustBeReadable: template.contains(id))
            }
        }
        guard missing.isEmpty else { throw Rejection(.incomplete, listed(missing.sorted())) }
    }

    /// Whether what an item names is still there; what the template asks for, the panel must be able to read, as it can
    /// every series.
    private func answers(_ item: ChecklistItem, mustBeReadable: Bool) -> Bool {
        if let series = item.series { return quarantine.series.contains { $0.id == series } }
        guard let document = quarantine.documents.first(where: { $0.id == item.document }) else { return false }
        return !mustBeReadable || document.published != nil
            || quarantine.series.contains { $0.document == document.id }
    }

    private func checkDocuments() throws(Rejection) {
        let parts = quarantine.documents.flatMap(\.parts)
        let unclassified = parts.filter { $0.nature == .unclassified }.map(\.id.text)
        guard unclassified.isEmpty else { throw Rejection(.incomplete, listed(unclassified)) }
        guard parts.contains(where: { $0.nature == .primary }) else { throw Rejection(.incomplete, "documents") }
        let language = seen.dossier.facts?.language ?? ""
        let untranslated = quarantine.documents.flatMap { $0.untranslated(into: language) }.map(\.text)
        guard untranslated.isEmpty else { throw Rejection(.incomplete, listed(untranslated)) }
    }

    private func checkPanel(_ settings: PanelSettings) throws(Rejection) {
        let panel = logistics.panel
        guard panel.contains(where: { $0.role == .chair }) else { throw Rejection(.incomplete, "chair") }
        guard panel.count >= 3 else { throw Rejection(.incomplete, "panel") }
        let named = panel + logistics.deputies
        try Self.checkSize(of: named)
        let unnamed = named.filter { $0.discipline == nil || $0.institution == nil }.map(\.person.text)
        guard unnamed.isEmpty else { throw Rejection(.incomplete, listed(unnamed)) }
        let conflicted = named.map(\.person).filter { logistics.conflicts[$0] == true }.map(\.text)
        guard conflicted.isEmpty else { throw Rejection(.conflictOfInterest, listed(conflicted)) }
        let undeclared = named.map(\.person).filter { logistics.conflicts[$0] == nil }.map(\.text)
        guard undeclared.isEmpty else { throw Rejection(.incomplete, listed(undeclared)) }
        let uncovered = Set(settings.requiredDisciplines).subtracting(panel.compactMap(\.discipline))
        guard uncovered.isEmpty else { throw Rejection(.incomplete, listed(uncovered.sorted())) }
        if Set(panel.compactMap(\.institution)).count < 2 {
            try Wording.reason(settings.singleInstitutionReason, "singleInstitutionReason")
        }
    }

    private func publications() -> [Appended] {
        let documents = quarantine.documents.compactMap(\.published)
        let names = Set(documents.map(\.id))
        let items = quarantine.checklist.map { item in
            var item = item
            item.document = item.document.flatMap { names.contains($0) ? $0 : nil }
            return item
        }
        return documents.map { document in
            Appended(.dossier, .documentPublished(DocumentPublished(document: document, isLate: false)))
        }
            + quarantine.series.map { publishing($0, in: names) }
            + [Appended(.dossier, .checklistPublished(ChecklistPublished(items: items)))]
    }
}

/// Names for a refusal's detail.
func listed(_ names: [String]) -> String { names.joined(separator: ", ") }
