/// Opening a round, voting in it, and closing it blind.
extension Deliberation {
    private var board: BoardState { seen.board }

    func open(_ command: OpenVoting) throws(Rejection) -> Decision {
        let round = command.round
        guard round.number == board.lastRound + 1 else { throw Rejection(.stale, "number") }
        guard seen.dossier.settings?.permits(round.method) == true else {
            throw Rejection(.frozen, round.method.rawValue)
        }
        let held = board.pastRounds.count { $0.method == round.method }
        guard held < seen.dossier.settings?.roundLimit ?? 0 else { throw Rejection(.limitReached, "roundLimit") }
        try checkOptions(round.options)
        try checkMethod(round)
        if let closes = round.closes { try check(future: closes, "closes") }
        return Decision([
            Appended(.dossier, .phaseChanged(PhaseChanged(to: .voting))),
            Appended(.board, .votingOpened(VotingOpened(round: round, by: person, from: seen.phase))),
        ])
    }

    private func checkOptions(_ options: [OptionID]) throws(Rejection) {
        guard !options.isEmpty, Set(options).count == options.count else { throw Rejection(.invalid, "options") }
        guard options.count <= Limits.listLength else { throw Rejection(.limitReached, "options") }
        for option in options { try checkAvailable(option) }
    }

    /// Adoption is of one option, or of the draft as it stands.
    private func checkMethod(_ round: Round) throws(Rejection) {
        switch round.method {
        case .appropriateness:
            guard round.draft == nil else { throw Rejection(.invalid, "draft") }
        case .adoption:
            guard let version = round.draft else {
                guard round.options.count == 1 else { throw Rejection(.invalid, "options") }
                return
            }
            guard version == board.draft?.version else { throw Rejection(.stale, "draft") }
            guard round.options == board.draft?.options else { throw Rejection(.invalid, "options") }
        }
    }

    func cast(_ command: CastBallot) throws(Rejection) -> Decision {
        guard let round = board.openRound, command.round == round.number, command.optionSet == round.optionSet
        else { throw Rejection(.stale, "round") }
        guard let voter = seen.voter else { throw Rejection(.roleForbids, Command.Name.castBallot.rawValue) }
        let reasons = command.reasons ?? [:]
        try checkChoices(command.choices, reasons, in: round)
        guard Hexadecimal.isValid(command.nonce, byteCount: 32) else { throw Rejection(.invalid, "nonce") }
        guard !seen.own.nonces.contains(command.nonce) else { throw Rejection(.exists, "nonce") }
        guard seen.own.casts(in: round.number).count < Limits.castsPerRound else {
            throw Rejection(.limitReached, "ballots")
        }
        let text = BallotText.compose(
            case: seen.state.id,
            round: round,
            voter: voter,
            choices: command.choices,
            nonce: command.nonce
        )
        let commitment = Hexadecimal.encode(means.sha256(Array(text.utf8)))
        let cast = BallotCast(
            round: round.number,
            text: text,
            commitment: commitment,
            choices: command.choices,
            reasons: reasons
        )
        return Decision(inOwn(.ballotCast(cast)), answer: Answered(commitment: commitment))
    }

    private func checkChoices(
        _ choices: [OptionID: Choice],
        _ reasons: [OptionID: String],
        in round: Round
    ) throws(Rejection) {
        guard Set(choices.keys) == Set(round.options) else { throw Rejection(.incomplete, "choices") }
        guard Set(reasons.keys).isSubset(of: round.options) else { throw Rejection(.invalid, "reasons") }
        for option in round.options {
            try Wording.text(optional: reasons[option], option.text)
            switch (round.method, choices[option]) {
            case (.appropriateness, .rating(let rating)):
                guard (1...9).contains(rating) else { throw Rejection(.invalid, option.text) }
            case (.adoption, .adoption(.no)): try Wording.reason(reasons[option], option.text)
            case (.adoption, .adoption): break
            default: throw Rejection(.invalid, option.text)
            }
        }
    }

    /// The chair closes blind: this decision is the same whatever lies in the box.
    func close(_ command: CloseRound) throws(Rejection) -> Decision {
        guard command.round == board.openRound?.number else { throw Rejection(.stale, "round") }
        return Decision(.dossier, .phaseChanged(PhaseChanged(to: board.phaseAfterVoting)))
    }

    func state(_ command: StateMinority) throws(Rejection) -> Decision {
        guard board.pastRounds.contains(where: { $0.number == command.round }) else {
            throw Rejection(.unknown, "round")
        }
        guard board.minorityCounts[person] ?? 0 < Limits.minoritiesPerPerson else {
            throw Rejection(.limitReached, "minorities")
        }
        try Wording.text(command.text, "text", limit: Limits.dissentLength)
        return Decision(.board, .minorityStated(MinorityStated(round: command.round, text: command.text, by: person)))
    }
}
