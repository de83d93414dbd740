/// Deputies, and a chair for a panel that lost its own.
extension Deliberation {
    private var logistics: LogisticsState { seen.state.logistics }

    /// A deputy is of the discipline of the member they stand ready for, and that member's only one; after the freeze only
    /// for a member who has stood down and whose seat is empty.
    func checkDeputy(_ member: Membership) throws(Rejection) {
        guard member.role == .deputy else {
            if member.deputyFor != nil { throw Rejection(.invalid, "deputyFor") }
            return
        }
        guard let name = member.deputyFor, let principal = logistics.members[name], principal.role.isPanel else {
            throw Rejection(.unknown, "deputyFor")
        }
        guard member.discipline == principal.discipline else { throw Rejection(.invalid, "discipline") }
        // Who declared a conflict stands ready for nobody.
        let others = logistics.deputies.filter { $0.deputyFor == name && logistics.conflicts[$0.person] != true }
        guard others.isEmpty else { throw Rejection(.exists, Role.deputy.rawValue) }
        guard isLate else { return }
        let isOpen = seen.phase.isWorking && logistics.recused.contains(name)
        guard isOpen, logistics.isVacant(logistics.seat(of: name)) else {
            throw Rejection(.frozen, Role.deputy.rawValue)
        }
        guard member.institution != nil else { throw Rejection(.incomplete, "institution") }
        try Self.checkSize(of: logistics.panel + logistics.deputies + [member])
    }

    /// So that a reveal that names any of them fits one event.
    static func checkSize(of panel: [Membership]) throws(Rejection) {
        guard Canonical.bytes(panel).count <= Limits.panelBytes else { throw Rejection(.limitReached, "panel") }
    }

    /// Leading is an office, and the panel must have it; what is led is not the coordinator's.
    func appoint(_ command: AppointChair) throws(Rejection) -> Decision {
        try Wording.reason(command.reason, "reason")
        let sitting = logistics.sitting
        guard !sitting.contains(where: { $0.role == .chair }) else { throw Rejection(.exists, Role.chair.rawValue) }
        guard sitting.contains(where: { $0.person == command.person }) else {
            throw Rejection(.unknown, command.person.text)
        }
        let appointed = ChairAppointed(person: command.person, reason: command.reason, by: person)
        return Decision(.logistics, .chairAppointed(appointed))
    }
}
