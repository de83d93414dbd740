/// Builds the record that is signed from what the panel reads: the dossier and the board.
package enum RecordBuilder {
    package static let format = "consilium.record.1"

    /// - Parameters:
    ///   - dossier: all events of the case's dossier.
    ///   - board: all events of its board.
    ///   - chair: who concludes; their signature comes first, the others in the order of signing.
    /// - Throws: a `Rejection`, `incomplete`, when there is no case sheet or no draft out for signature.
    package static func build(
        case id: CaseID,
        dossier: [Event],
        board: [Event],
        concluded: Moment,
        chair: PersonID
    ) throws -> Record {
        let minutes = Minutes(board)
        guard let sheet = sheet(in: dossier) else { throw Rejection(.incomplete, "sheet") }
        guard let signOff = minutes.signOff, let drafted = minutes.drafts[signOff.version] else {
            throw Rejection(.incomplete, "draft")
        }
        let members = Dictionary(minutes.panel.map { ($0.person, $0) }) { $1 }
        let named = { (person: PersonID) in
            members[person] ?? Membership(person: person, name: person.text, role: .reviewer)
        }
        let isRecused = { (person: PersonID) in minutes.stoodDown.contains(person) }
        let recused = minutes.panel.filter { isRecused($0.person) }
        let signatures = signOff.signatures.filter { !isRecused($0.by) }
        return Record(
            format: format,
            caseID: id,
            sheet: sheet,
            draft: drafted.draft,
            options: balloted(drafted.draft.options, minutes),
            outcome: drafted.outcome,
            comparisons: drafted.comparisons,
            firstOpinion: minutes.firstOpinion,
            settings: settings(in: dossier),
            results: minutes.results,
            unresolved: minutes.unresolved,
            responses: minutes.panel.compactMap { member in
                signOff.responses[member.person].map { Record.Named(member: member, value: $0) }
            },
            silent: minutes.panel.filter { signOff.responses[$0.person] == nil && !isRecused($0.person) },
            recused: recused.isEmpty ? nil : recused,
            minorityStatements: minutes.minorities.map { Record.Named(member: named($0.by), value: $0.text) },
            signatures: (signatures.filter { $0.by == chair } + signatures.filter { $0.by != chair })
                .map { Record.Signature(member: named($0.by), at: $0.at, attestsOnly: $0.attestsOnly) },
            concluded: concluded
        )
    }

    /// The options adopted, then every other one that a round was about: whoever reads the votes reads what they were on.
    private static func balloted(_ adopted: [OptionID], _ minutes: Minutes) -> [Option] {
        let voted = minutes.results.flatMap(\.round.options).filter { !adopted.contains($0) }
        var seen: Set<OptionID> = []
        return (adopted + voted).filter { seen.insert($0).inserted }.compactMap { minutes.options[$0] }
    }

    private static func settings(in dossier: [Event]) -> PanelSettings? {
        for case .panelFrozen(let payload) in dossier { return payload.settings }
        return nil
    }

    private static func sheet(in dossier: [Event]) -> CaseSheet? {
        dossier.reduce(nil) { sheet, event in
            switch event {
            case .caseOpened(let payload): payload.sheet
            case .caseAmended(let payload): payload.sheet
            default: sheet
            }
        }
    }
}
