/// Who is on the case, and who has done what is expected of them; never what it says.
struct LogisticsState: Sendable, Equatable {
    var members: [PersonID: Membership] = [:]
    /// Whoever ever held an office that reads the quarantine, also when they are members no more: nobody forgets.
    var quarantineReaders: Set<PersonID> = []
    /// Who has declared, and whether there was a conflict.
    var conflicts: [PersonID: Bool] = [:]
    var consent: String?
    var sealed: Set<PersonID> = []
    var recused: Set<PersonID> = []
    var reminded: [PersonID: Moment] = [:]
    /// The panel sheet, opened at close.
    var sheet: PanelSheet?

    mutating func apply(_ event: Event, at: Moment) {
        switch event {
        case .memberInvited(let payload):
            members[payload.member.person] = payload.member
            if payload.member.role.readsQuarantine { quarantineReaders.insert(payload.member.person) }
        case .memberRemoved(let payload):
            members[payload.person] = nil
            conflicts[payload.person] = nil
        case .deputySeated(let payload): members[payload.person]?.role = payload.role
        case .chairAppointed(let payload): members[payload.person]?.role = .chair
        case .conflictsDeclared(let payload):
            if let person = payload.person { conflicts[person] = payload.statement != nil }
        case .consentRecorded(let payload): consent = payload.date
        case .sealed(let payload):
            if let person = payload.person { sealed.insert(person) }
        case .recused(let payload):
            if let person = payload.person { recused.insert(person) }
        case .reminded(let payload): reminded[payload.person] = at
        case .panelSheetKept(let payload): sheet = payload.sheet
        default: break
        }
    }

    /// Reviewers and the chair, also those who stood down, and the deputies who were seated.
    var panel: [Membership] { sorted { $0.role.isPanel } }

    /// Those who stand ready and were not seated.
    var deputies: [Membership] { sorted { $0.role == .deputy } }

    private func sorted(_ isMeant: (Membership) -> Bool) -> [Membership] {
        members.values.filter(isMeant).sorted { $0.person < $1.person }
    }
}
