extension Rules {
    /// What a passed deadline brings: that the patient has waited too long, put on record; a reveal or a breach in review,
    /// the end of a round in a vote.
    ///
    /// Due deadlines are decided before the case's next command, so that no rule but this one looks at the clock.
    package static func elapse(_ full: CaseState, means: Means) -> Decision {
        var decision = Decision()
        if let deadline = full.clinicalDeadline, deadline <= means.now {
            let missed = ClinicalDeadlineMissed(deadline: deadline)
            decision.append(Decision(.dossier, .clinicalDeadlineMissed(missed)))
        }
        if let deadline = full.phaseDeadline, deadline <= means.now {
            decision.append(end(of: full.phase, at: deadline, in: full, means))
        }
        return decision
    }

    private static func end(of phase: Phase, at deadline: Moment, in full: CaseState, _ means: Means) -> Decision {
        switch phase {
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
