import Consensus

/// The release that ends a round: the list of commitments, and only then the ballots themselves, in one commit.
///
/// Every commitment ever cast is listed, and its text is opened: as a ballot, or as superseded when it was recast or its
/// voter recused. Without quorum the round is void, and nothing is computed of it.
struct BallotOpening {
    let full: CaseState
    let round: Round
    let means: Means

    var decision: Decision {
        let box = means.blob(BallotBox(ballots: ballots.map(\.opened), superseded: superseded))
        let shortfall = full.shortfall(of: voters)
        let closed = RoundClosed(
            round: round.number,
            commitments: full.own.values.flatMap { $0.casts(in: round.number).map(\.commitment) }.sorted()
        )
        let opened = RoundOpened(
            round: round.number,
            ballots: box.blob,
            count: voters.count,
            isVoid: !shortfall.isEmpty,
            missingDisciplines: shortfall.disciplines,
            results: shortfall.isEmpty ? round.options.map(result) : []
        )
        return Decision(
            [Appended(.board, .roundClosed(closed)), Appended(.board, .roundOpened(opened))] + PanelNews(full).told,
            blobs: [box]
        )
    }

    private var voters: [Membership] {
        full.activePanel.filter { full.own[$0.person]?.casts(in: round.number).isEmpty == false }
    }

    /// The ballots that count, sorted by the voters' pseudonyms.
    private var ballots: [BallotCast] {
        let name = { (member: Membership) in full.voter(member.person, in: round.number) ?? "" }
        return
            voters
            .sorted { Pseudonyms.precedes(name($0), name($1)) }
            .compactMap { full.own[$0.person]?.casts(in: round.number).last }
    }

    private var superseded: [String] {
        let counted = Set(ballots.map(\.text))
        return full.own.values
            .flatMap { $0.casts(in: round.number).map(\.text) }
            .filter { !counted.contains($0) }
            .sorted()
    }

    private func result(of option: OptionID) -> OptionResult {
        let choices = ballots.compactMap { $0.choices[option] }
        switch round.method {
        case .appropriateness: return appropriateness(of: option, choices)
        case .adoption: return adoption(of: option, choices)
        }
    }

    private func appropriateness(of option: OptionID, _ choices: [Choice]) -> OptionResult {
        let ratings = choices.compactMap { choice in
            if case .rating(let value) = choice { Rating(rawValue: value) } else { nil }
        }
        var result = OptionResult(
            option: option,
            rules: Appropriateness.rules,
            distribution: Rating.scale.map { point in ratings.count { $0.rawValue == point } }
        )
        guard let verdict = Appropriateness(ratings: ratings) else { return result }
        let printed = PrintedAppropriateness(verdict)
        result.median = printed.median
        result.p30 = printed.p30
        result.p70 = printed.p70
        result.ipr = printed.ipr
        result.ipras = printed.ipras
        result.index = printed.disagreementIndex
        result.disagreement = printed.disagreement
        result.appropriateness = printed.verdict.rawValue
        return result
    }

    private func adoption(of option: OptionID, _ choices: [Choice]) -> OptionResult {
        let count = { (kind: Choice.Adoption) in choices.count { $0 == .adoption(kind) } }
        let (yes, no, abstain) = (count(.yes), count(.no), count(.abstain))
        let rule = full.dossier.settings?.adoption.rule ?? .awmf
        var result = OptionResult(option: option, rules: rule.printed, distribution: [yes, no, abstain])
        guard let adoption = Adoption(of: Tally(yes: yes, no: no, abstain: abstain), under: rule) else {
            return result
        }
        result.percentYes = Fraction(100 * adoption.share.numerator, over: adoption.share.denominator).printed()
        result.strength = adoption.strength.rawValue
        result.adopted = adoption.adopted
        return result
    }
}

extension AdoptionRule {
    /// The version of the rules, and the threshold where it is not that of the AWMF: the strength is always named by its
    /// bands.
    fileprivate var printed: String { threshold == .awmf ? "awmf.1" : "awmf.1/\(threshold.rawValue)" }
}

extension BallotCast {
    fileprivate var opened: OpenedBallot { OpenedBallot(text: text, commitment: commitment, reasons: reasons) }
}
