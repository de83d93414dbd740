/// Who may give a command, and when: the first two questions of every decision.
struct Permission: Sendable {
    var roles: Set<Role>
    var phases: Set<Phase>

    private static let coordinator: Set<Role> = [.coordinator]
    private static let panel: Set<Role> = [.reviewer, .chair]
    private static let chair: Set<Role> = [.chair]
    private static let intake: Set<Phase> = [.intake]
    private static let talking: Set<Phase> = [.discussion, .drafting, .signOff]
    private static let working: Set<Phase> = [.review, .discussion, .voting, .drafting, .signOff]
    private static let unsigned = intake.union(working)
    private static let unfinished = unsigned.union([.signed, .delivered])

    private init(_ roles: Set<Role>, _ phases: Set<Phase>) {
        self.roles = roles
        self.phases = phases
    }

    /// Refuses a command that the actor's office or the phase does not give.
    static func check(_ name: Command.Name, _ seen: Seen) throws(Rejection) {
        let permission = Permission.for(name)
        guard permission.roles.contains(seen.actor.role) else { throw Rejection(.roleForbids, name.rawValue) }
        guard permission.phases.contains(seen.phase) else { throw Rejection(.phaseForbids, seen.phase.rawValue) }
        if seen.own.isRecused { throw Rejection(.roleForbids, "recused") }
    }

    static func `for`(_ name: Command.Name) -> Permission {
        switch name {
        case .openCase: Permission([], [])
        case .amendCase, .removeDocument: Permission(coordinator, intake)
        case .fileDocument, .fileSeries, .classifyPart: Permission(coordinator, unsigned)
        case .fileTranslation, .releaseTranslation: Permission([.coordinator, .translator], unsigned)
        case .transcribeFirstOpinion, .checkItem, .recordConsent, .freezePanel: Permission(coordinator, intake)
        case .invite, .removeMember, .assignSlot: Permission(coordinator, unfinished)
        case .extendDeadline: Permission([.coordinator, .chair], [.review])
        case .remind: Permission(coordinator, [.review])
        case .deliver: Permission(coordinator, [.signed])
        case .withdraw: Permission(coordinator, unsigned)
        case .close: Permission(coordinator, [.delivered])
        case .appointChair: Permission(coordinator, working)
        case .declareConflicts: Permission(panel.union([.deputy, .adjudicator]), unsigned)
        case .annotate, .amendAnnotation, .deleteAnnotation, .markRead, .recuse: Permission(panel, working)
        case .stateOpinion, .seal: Permission(panel, [.review])
        case .castBallot: Permission(panel, [.voting])
        case .postComment: Permission(panel, talking)
        case .raiseDiscrepancy, .amendOpinion, .proposeOption, .withdrawOption: Permission(panel, [.discussion])
        case .assessDiscrepancy, .settleDiscrepancy: Permission(chair, [.discussion])
        case .openVoting: Permission(chair, [.discussion, .drafting])
        case .closeRound: Permission(chair, [.voting])
        case .stateMinority: Permission(panel, talking)
        case .beginDrafting: Permission(chair, [.discussion])
        case .writeDraft, .openSignOff: Permission(chair, [.drafting])
        case .returnToDiscussion: Permission(chair, [.drafting, .signOff])
        case .respond, .sign: Permission(panel, [.signOff])
        case .conclude: Permission(chair, [.signOff])
        case .addAddendum: Permission(panel, [.signed, .delivered])
        case .acknowledge: Permission([.recipient], [.delivered])
        }
    }
}
