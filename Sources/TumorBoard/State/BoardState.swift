import HashTreeCollections

/// What the panel has said in the open since the reveal.
struct BoardState: Sendable, Equatable {
    struct OptionFacts: Sendable, Equatable {
        var by: PersonID
        var isWithdrawn = false
    }

    struct PastRound: Sendable, Equatable {
        var number: Int
        var method: Method
        var isVoid: Bool
    }

    struct DraftFacts: Sendable, Equatable {
        var version: Int
        var options: [OptionID]
    }

    /// One opening of a draft for signature; a return to discussion ends it and voids what it holds.
    struct SignOff: Sendable, Equatable {
        var version: Int
        var positions: [PersonID: Response.Position] = [:]
        var signers: Set<PersonID> = []
    }

    /// Whose pseudonyms there are, and whether a sealed opinion stands behind each.
    var pseudonyms: [String: Bool] = [:]
    /// Whom the reveal named, and who was seated since.
    var panel: [Membership] = []
    /// Those of them who stood down since.
    var stoodDown: Set<PersonID> = []
    var firstValues: [Dimension: DimensionValue] = [:]
    var subjects: [DiscrepancyID: Discrepancy.Subject] = [:]
    private var comments: TreeDictionary<CommentID, PersonID> = [:]
    /// How much each person has contributed, for the limits.
    var commentCounts: [PersonID: Int] = [:]
    var addendumCounts: [PersonID: Int] = [:]
    var discrepancyCounts: [PersonID: Int] = [:]
    var minorityCounts: [PersonID: Int] = [:]
    /// By pseudonym, which is the same person's for the whole case.
    var amendmentCounts: [String: Int] = [:]
    var options: [OptionID: OptionFacts] = [:]
    var openRound: Round?
    /// Where the open round was opened.
    private var cameFrom: Phase?
    var pastRounds: [PastRound] = []
    var draft: DraftFacts?
    var signOff: SignOff?
    var record: SignedRecord?

    mutating func apply(_ event: Event) {
        switch event {
        case .revealed(let payload):
            pseudonyms = Dictionary(payload.reviewers.map { ($0.pseudonym, !$0.isLate) }) { $1 }
            panel = payload.panel
            firstValues = payload.firstValues
            subjects = Dictionary(payload.subjects.map { ($0.id, $0.subject) }) { $1 }
        case .stoodDown(let payload): stoodDown.insert(payload.by)
        case .seated(let payload): panel.seat(payload.member)
        case .discrepancyRaised(let payload):
            subjects[payload.discrepancy.id] = payload.discrepancy.subject
            discrepancyCounts[payload.by, default: 0] += 1
        case .opinionAmended(let payload): amendmentCounts[payload.pseudonym, default: 0] += 1
        case .commented(let payload):
            comments[payload.comment.id] = payload.by
            commentCounts[payload.by, default: 0] += 1
        case .optionProposed(let payload): options[payload.option.id] = OptionFacts(by: payload.by)
        case .optionWithdrawn(let payload): options[payload.id]?.isWithdrawn = true
        case .votingOpened(let payload):
            openRound = payload.round
            cameFrom = payload.from
        case .roundOpened(let payload):
            if let round = openRound {
                pastRounds.append(PastRound(number: round.number, method: round.method, isVoid: payload.isVoid))
            }
            openRound = nil
        case .minorityStated(let payload): minorityCounts[payload.by, default: 0] += 1
        default: applyRecommendation(event)
        }
    }

    private mutating func applyRecommendation(_ event: Event) {
        switch event {
        case .drafted(let payload):
            draft = DraftFacts(version: payload.draft.version, options: payload.draft.options)
        case .discussionReopened: signOff = nil
        case .signOffOpened(let payload): signOff = SignOff(version: payload.version)
        case .responded(let payload): signOff?.positions[payload.by] = payload.response.position
        case .signed(let payload): signOff?.signers.insert(payload.by)
        case .recorded(let payload):
            record = SignedRecord(
                record: payload.record,
                signature: payload.signature,
                publicKey: payload.publicKey
            )
        case .addendumAdded(let payload): addendumCounts[payload.by, default: 0] += 1
        default: break
        }
    }

    /// Who answers, signs and is counted.
    var sitting: [Membership] { panel.filter { !stoodDown.contains($0.person) } }

    func hasComment(_ id: CommentID) -> Bool { comments[id] != nil }

    /// Where a case goes when a round closes: back to where it was opened. Older events do not say where that was.
    var phaseAfterVoting: Phase { cameFrom ?? (draft == nil ? .discussion : .drafting) }

    var lastRound: Int { openRound?.number ?? pastRounds.last?.number ?? 0 }
}

extension [Membership] {
    /// Takes in who sits from now on, or sits in another office.
    mutating func seat(_ member: Membership) {
        if let index = firstIndex(where: { $0.person == member.person }) {
            self[index] = member
        } else {
            append(member)
        }
    }
}
