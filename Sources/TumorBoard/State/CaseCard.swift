/// What a list shows of a case. Absent fields are of streams that are not readable.
package struct CaseCard: Codable, Equatable, Sendable {
    package var phase: Phase
    package var title: String?
    package var patient: Patient?
    package var clinicalDeadline: Moment?
    package var urgency: Urgency?
    package var language: String?
    package var reviewDeadline: Moment?
    /// By when the case should leave its phase.
    package var phaseDue: Moment?
    package var slots: [ConferenceID: Int]
    /// For those who read the board.
    package var board: BoardPart?

    package struct BoardPart: Codable, Equatable, Sendable {
        package var round: Int?
        package var method: Method?
        package var closes: Moment?
        /// The draft that is out for signature.
        package var signOffVersion: Int?
    }
}

extension CaseCard {
    /// A list shows what the streams show: nothing where there is no stream, the board's part to its readers only.
    package func visible(to person: PersonID, as role: Role) -> CaseCard? {
        let streams = Visibility.streams(of: person, as: role, in: phase)
        if streams.isEmpty { return nil }
        var card = self
        if !streams.contains(.board) { card.board = nil }
        return streams.contains(.dossier) ? card : card.sealedEnvelope
    }

    /// What a reader of `delivery` alone is told: that there is something.
    private var sealedEnvelope: CaseCard {
        var card = self
        // Of the phase only what the delivery itself says.
        card.phase = .delivered
        card.language = nil
        card.title = nil
        card.patient = nil
        card.clinicalDeadline = nil
        card.urgency = nil
        card.reviewDeadline = nil
        card.phaseDue = nil
        card.slots = [:]
        return card
    }
}

extension Event {
    /// Whether folding it may change a card, or a person's standing. False for what a discussion and a review consist of,
    /// which is said most often.
    package var mayChangeLists: Bool {
        switch self {
        case .annotated, .annotationAmended, .annotationDeleted, .partRead, .opinionStated, .commented,
            .discrepancyRaised, .discrepancyAssessed, .discrepancySettled, .opinionAmended, .optionProposed,
            .optionWithdrawn, .minorityStated:
            false
        default: true
        }
    }
}

extension CaseState {
    /// The card of what this state holds: of a member's view, what that member may see.
    package var card: CaseCard {
        CaseCard(
            phase: phase,
            title: dossier.facts?.title ?? delivery.about?.title,
            patient: dossier.facts?.patient ?? delivery.about?.patient,
            clinicalDeadline: dossier.facts?.clinicalDeadline,
            urgency: dossier.facts?.urgency,
            language: dossier.facts?.language ?? delivery.about?.language,
            reviewDeadline: dossier.deadline,
            phaseDue: dossier.phaseDue,
            slots: dossier.slots,
            board: head(of: .board) == 0
                ? nil
                : CaseCard.BoardPart(
                    round: board.openRound?.number,
                    method: board.openRound?.method,
                    closes: board.openRound?.closes,
                    signOffVersion: phase == .signOff ? board.signOff?.version : nil
                )
        )
    }
}
