/// The chair's text. What it says is the chair's; how it stands to the first plan is computed.
extension Deliberation {
    private var board: BoardState { seen.board }

    func write(_ command: WriteDraft) throws(Rejection) -> Decision {
        let draft = command.draft
        guard draft.version == (board.draft?.version ?? 0) + 1 else { throw Rejection(.stale, "version") }
        try Wording.text(draft.text, "text")
        try Wording.note(draft.residualUncertainty, "residualUncertainty")
        try Wording.note(draft.patientPreference, "patientPreference")
        guard draft.options.count <= Limits.listLength else { throw Rejection(.limitReached, "options") }
        guard Set(draft.options).count == draft.options.count else { throw Rejection(.invalid, "options") }
        for option in draft.options { try checkAvailable(option) }
        for dimension in Dimension.allCases {
            if let value = draft.values[dimension] { try value.check(dimension.rawValue) }
        }
        try checkJudged(draft)
        let outcome = Outcome(of: draft, first: board.firstValues)
        let drafted = Drafted(
            draft: draft,
            outcome: outcome.outcome,
            comparisons: outcome.comparisons,
            by: person
        )
        return Decision(.board, .drafted(drafted))
    }

    /// The chair judges words, and only words; and a plan that there was is never passed over in silence.
    private func checkJudged(_ draft: Draft) throws(Rejection) {
        let needed = Outcome.needingJudgement(draft, first: board.firstValues)
        let missing = needed.filter { draft.judged[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else { throw Rejection(.incomplete, listed(missing)) }
        let unasked = Dimension.allCases.filter { draft.judged[$0] != nil && !needed.contains($0) }
        guard unasked.isEmpty else { throw Rejection(.invalid, listed(unasked.map(\.rawValue))) }
        let planned = Set(board.firstValues.keys)
        guard planned.isEmpty || !planned.isDisjoint(with: draft.values.keys) else {
            throw Rejection(.incomplete, "values")
        }
    }

    func reopen(_ command: ReturnToDiscussion) throws(Rejection) -> Decision {
        try Wording.reason(command.reason, "reason")
        return Decision([
            Appended(.dossier, .phaseChanged(PhaseChanged(to: .discussion))),
            Appended(.board, .discussionReopened(DiscussionReopened(reason: command.reason, by: person))),
        ])
    }

    func open(_ command: OpenSignOff) throws(Rejection) -> Decision {
        guard let draft = board.draft else { throw Rejection(.incomplete, "draft") }
        guard command.version == draft.version else { throw Rejection(.stale, "version") }
        return Decision([
            Appended(.dossier, .phaseChanged(PhaseChanged(to: .signOff))),
            Appended(.board, .signOffOpened(SignOffOpened(version: command.version, by: person))),
        ])
    }
}
