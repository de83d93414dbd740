import Consensus

/// What the members who took part lack of a quorum, by the settings frozen with the panel.
struct QuorumShortfall {
    var ballots: Int
    /// Sorted.
    var disciplines: [String]

    var isEmpty: Bool { ballots == 0 && disciplines.isEmpty }
}

extension CaseState {
    /// n is the panel without the recused; every required discipline must be present by a member.
    func shortfall(of present: [Membership]) -> QuorumShortfall {
        let required = Set(dossier.settings?.requiredDisciplines ?? [])
        let quorum = Quorum(panel: activePanel.count, required: required)
        let needed = dossier.settings?.quorum ?? quorum.ballotsNeeded
        let missing = quorum.shortfall(ballots: present.count, present: Set(present.compactMap(\.discipline)))
        return QuorumShortfall(ballots: max(0, needed - present.count), disciplines: missing.disciplines.sorted())
    }
}
