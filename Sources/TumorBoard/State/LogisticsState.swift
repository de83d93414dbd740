/// Who is on the case, and who has done what is expected of them; never what it says.
struct LogisticsState: Sendable, Equatable {
    var members: [PersonID: Membership] = [:]
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
        case .memberRemoved(let payload):
            members[payload.person] = nil
            conflicts[payload.person] = nil
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

    var panel: [Membership] {
        members.values.filter(\.role.isPanel).sorted { $0.person < $1.person }
    }
}
