/// The board's events folded with their texts, as the record quotes them.
struct Minutes {
    /// One opening of a draft for signature; a later one starts afresh.
    struct SignOff {
        var version: Int
        var responses: [PersonID: Response] = [:]
        var signatures: [Signed] = []
    }

    var panel: [Membership] = []
    var stoodDown: Set<PersonID> = []
    var firstOpinion: Blob?
    var options: [OptionID: Option] = [:]
    var results: [Record.RoundResult] = []
    var minorities: [MinorityStated] = []
    var drafts: [Int: Drafted] = [:]
    var signOff: SignOff?
    private var rounds: [Int: Round] = [:]
    private var threads: [Revealed.Subject] = []
    private var statuses: [DiscrepancyID: Discrepancy.Status] = [:]

    init(_ board: [Event]) {
        for event in board { take(event) }
    }

    /// What was neither explained nor resolved, in the order it came up.
    var unresolved: [Record.Unresolved] {
        threads.compactMap { thread in
            let status = statuses[thread.id] ?? .open
            return status == .explained || status == .resolved
                ? nil : Record.Unresolved(id: thread.id, subject: thread.subject, status: status)
        }
    }

    private mutating func take(_ event: Event) {
        switch event {
        case .revealed(let payload):
            panel = payload.panel
            firstOpinion = payload.firstOpinion
            threads = payload.subjects
        case .stoodDown(let payload): stoodDown.insert(payload.by)
        case .seated(let payload): panel.seat(payload.member)
        case .discrepancyRaised(let payload):
            threads.append(Revealed.Subject(id: payload.discrepancy.id, subject: payload.discrepancy.subject))
        case .discrepancySettled(let payload): statuses[payload.id] = payload.status
        case .optionProposed(let payload): options[payload.option.id] = payload.option
        case .votingOpened(let payload): rounds[payload.round.number] = payload.round
        case .roundOpened(let payload):
            guard let round = rounds[payload.round] else { break }
            results.append(
                Record.RoundResult(
                    round: round,
                    ballots: payload.count,
                    isVoid: payload.isVoid,
                    results: payload.results
                )
            )
        case .minorityStated(let payload): minorities.append(payload)
        case .drafted(let payload): drafts[payload.draft.version] = payload
        case .signOffOpened(let payload): signOff = SignOff(version: payload.version)
        case .discussionReopened: signOff = nil
        case .responded(let payload): signOff?.responses[payload.by] = payload.response
        case .signed(let payload): signOff?.signatures.append(payload)
        default: break
        }
    }
}
