extension Rules {
    /// What a passed deadline brings: a reveal or a breach in review, the end of a round in a vote; else nothing.
    ///
    /// Due deadlines are decided before the case's next command, so that no rule but this one looks at the clock.
    package static func elapse(_ full: CaseState, means: Means) -> Decision {
        guard let deadline = full.nextDeadline, deadline <= means.now else { return Decision() }
        switch full.phase {
        case .review:
            if hasQuorum(full) { return Reveal(full: full, means: means).decision }
            return Decision(.dossier, .deadlineBreached(DeadlineBreached(deadline: deadline)))
        case .voting:
            guard let round = full.board.openRound else { return Decision() }
            let phase = full.board.phaseAfterVoting
            return Decision(.dossier, .phaseChanged(PhaseChanged(to: phase)))
                .followed(by: BallotOpening(full: full, round: round, means: means).decision)
        default: return Decision()
        }
    }

    private static func hasQuorum(_ full: CaseState) -> Bool {
        let sealed = full.activePanel.filter { full.own[$0.person]?.seal != nil }
        return full.shortfall(of: sealed).isEmpty
    }
}
