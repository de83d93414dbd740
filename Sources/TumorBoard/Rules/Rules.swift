/// The rules of the board. Deciding is split, so that no answer can tell of hidden work:
/// `decide` sees what the actor may see and gives the answer; `consequences` and `elapse` see all, answer nobody, and
/// append only to logistics and custody, or a release.
package enum Rules {
    /// The version that printed results and releases carry.
    package static let version = "consilium.rules.1"

    /// Decides a command of a member. What it throws and answers depends on `seen` alone.
    package static func decide(
        _ command: Command,
        by person: PersonID,
        prepared: Prepared,
        seen: Seen,
        means: Means
    ) throws(Rejection) -> Decision {
        guard seen.person == person else { throw Rejection(.unknown) }
        try Permission.check(command.name, seen)
        if case .refused(let rejection) = prepared { throw rejection }
        let decision = try Deliberation(seen: seen, prepared: prepared, means: means).decide(command)
        try decision.checkSizes()
        return decision
    }

    /// What follows from a decision that the actor must not be told of. `full` is the state with the decision applied;
    /// `chain` gives the chain hashes of the streams, needed when the case closes.
    package static func consequences(
        of decided: [Appended],
        by actor: Actor,
        in full: CaseState,
        means: Means,
        chain: [Stream: String] = [:]
    ) -> Decision {
        decided.reduce(into: Decision()) { decision, appended in
            decision.append(Consequence(full: full, means: means, chain: chain).of(appended))
        }
    }
}

extension Deliberation {
    fileprivate func decide(_ command: Command) throws(Rejection) -> Decision {
        switch command {
        case .openCase: throw Rejection(.exists)
        case .amendCase(let command): try amend(command)
        case .fileDocument(let command): try file(command)
        case .fileSeries(let command): try file(command)
        case .classifyPart(let command): try classify(command)
        case .removeDocument(let command): try remove(command)
        case .fileTranslation(let command): try file(command)
        case .releaseTranslation(let command): try release(command)
        case .transcribeFirstOpinion(let command): try transcribe(command)
        case .checkItem(let command): try check(command)
        case .recordConsent(let command): try record(command)
        case .invite(let command): try invite(command)
        case .removeMember(let command): try remove(command)
        case .appointChair(let command): try appoint(command)
        case .freezePanel(let command): try freeze(command)
        case .extendDeadline(let command): try extend(command)
        case .remind(let command): try remind(command)
        case .assignSlot(let command): try assign(command)
        case .deliver: try deliver()
        case .withdraw(let command): try withdraw(command)
        case .close: try close()
        case .declareConflicts(let command): try declare(command)
        case .annotate(let command): try annotate(command)
        case .amendAnnotation(let command): try amend(command)
        case .deleteAnnotation(let command): try delete(command)
        case .markRead(let command): try markRead(command)
        case .stateOpinion(let command): try state(command)
        case .seal(let command): try seal(command)
        case .recuse(let command): try recuse(command)
        case .castBallot(let command): try cast(command)
        case .postComment(let command): try post(command)
        case .raiseDiscrepancy(let command): try raise(command)
        case .assessDiscrepancy(let command): try assess(command)
        case .settleDiscrepancy(let command): try settle(command)
        case .amendOpinion(let command): try amend(command)
        case .proposeOption(let command): try propose(command)
        case .withdrawOption(let command): try withdraw(command)
        case .openVoting(let command): try open(command)
        case .closeRound(let command): try close(command)
        case .stateMinority(let command): try state(command)
        case .beginDrafting: Decision(.dossier, .phaseChanged(PhaseChanged(to: .drafting)))
        case .writeDraft(let command): try write(command)
        case .returnToDiscussion(let command): try reopen(command)
        case .openSignOff(let command): try open(command)
        case .respond(let command): try respond(command)
        case .sign(let command): try sign(command)
        case .conclude(let command): try conclude(command)
        case .addAddendum(let command): try add(command)
        case .acknowledge: try acknowledge()
        }
    }
}

extension Decision {
    mutating func append(_ other: Decision) {
        appended += other.appended
        blobs += other.blobs
    }

    /// Refuses an event that would not fit one frame.
    func checkSizes() throws(Rejection) {
        for appended in appended where !appended.event.isSmall {
            guard Canonical.bytes(appended.event).count <= Limits.eventBytes else {
                throw Rejection(.limitReached, appended.event.name.rawValue)
            }
        }
    }
}

extension Event {
    /// Whether its payload is bounded by construction, far below `Limits.eventBytes`: no lists, no running text.
    fileprivate var isSmall: Bool {
        switch self {
        case .opened, .partClassified, .translationFiled, .translationReleased, .consentRecorded, .memberInvited,
            .memberRemoved, .deputySeated, .stoodDown, .seated, .phaseChanged, .deadlineBreached,
            .clinicalDeadlineMissed, .reminded, .slotAssigned, .annotated,
            .annotationAmended, .annotationDeleted, .partRead, .discrepancyAssessed, .optionWithdrawn, .votingOpened,
            .signOffOpened, .signed, .recorded, .acknowledged:
            true
        default: false
        }
    }
}
