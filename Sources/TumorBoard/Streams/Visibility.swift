/// The one table of who reads what: role and phase to streams. Live delivery, resume, HTTP, search and export all ask it.
package enum Visibility {
    /// The streams a person in this role may read in this phase. Empty means the case does not exist for them.
    ///
    /// `owners` are the people who have an `own` stream; only the auditor needs them.
    package static func streams(
        of person: PersonID,
        as role: Role,
        in phase: Phase,
        owners: some Sequence<PersonID> = []
    ) -> Set<Stream> {
        switch role {
        case .coordinator: [.dossier, .quarantine, .logistics, .board, .delivery]
        case .translator: [.dossier, .quarantine]
        case .reviewer, .chair: [.dossier, .board, .delivery, .own(person)]
        case .deputy, .adjudicator: [.dossier, .own(person)]
        case .observer: phase.isRevealed ? [.dossier, .board] : [.dossier]
        case .recipient: phase == .delivered || phase == .closed ? [.delivery] : []
        case .auditor:
            phase == .closed
                ? Set([.dossier, .quarantine, .logistics, .board, .delivery, .custody] + owners.map(Stream.own))
                : []
        }
    }

    /// The streams a person in this role may append to by a command of their own in this phase, releases apart.
    ///
    /// The chair writes the schedule and the phase into the dossier (extending a deadline, opening and closing a vote):
    /// office, not opinion. Apart from that, in a sealed phase no panel member writes where another reads.
    package static func appendable(by person: PersonID, as role: Role, in phase: Phase) -> Set<Stream> {
        if phase.isOver { return [] }
        return switch role {
        case .coordinator: [.dossier, .quarantine, .logistics, .delivery]
        case .translator: [.quarantine]
        case .reviewer:
            switch phase {
            case .intake, .review, .voting: [.own(person)]
            case .signed, .delivered: [.own(person), .board, .delivery]
            default: [.own(person), .board]
            }
        case .chair:
            switch phase {
            case .intake: [.own(person)]
            case .review, .voting: [.own(person), .dossier]
            case .signed, .delivered: [.own(person), .board, .dossier, .delivery]
            default: [.own(person), .board, .dossier]
            }
        case .deputy, .adjudicator: [.own(person)]
        case .recipient: phase == .delivered ? [.delivery] : []
        case .observer, .auditor: []
        }
    }
}
