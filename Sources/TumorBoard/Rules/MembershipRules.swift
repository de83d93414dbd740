/// Who is on the case. The panel is the coordinator's to name until the freeze, and nobody's to change afterwards.
extension Deliberation {
    private var logistics: LogisticsState { seen.state.logistics }

    func invite(_ command: Invite) throws(Rejection) -> Decision {
        let member = command.member
        try member.check()
        guard member.role != .coordinator else { throw Rejection(.invalid, "role") }
        guard logistics.members[member.person] == nil else { throw Rejection(.exists, member.person.text) }
        if member.role.isMedical, logistics.quarantineReaders.contains(member.person) {
            throw Rejection(.notBlind, member.person.text)
        }
        if member.role.isPanel {
            if isLate { throw Rejection(.frozen, member.role.rawValue) }
            guard logistics.panel.count < Limits.panelMembers else { throw Rejection(.limitReached, "panel") }
        }
        if member.role == .chair, logistics.panel.contains(where: { $0.role == .chair }) {
            throw Rejection(.exists, member.role.rawValue)
        }
        try checkDeputy(member)
        guard logistics.members.count < Limits.membersPerCase else { throw Rejection(.limitReached, "members") }
        if member.role == .recipient {
            let recipients = logistics.members.values.count { $0.role == .recipient }
            guard recipients < Limits.recipients else { throw Rejection(.limitReached, "recipients") }
        }
        return Decision(.logistics, .memberInvited(MemberInvited(member: member)))
    }

    func remove(_ command: RemoveMember) throws(Rejection) -> Decision {
        guard let member = logistics.members[command.person] else { throw Rejection(.unknown, command.person.text) }
        if member.role == .coordinator { throw Rejection(.invalid, "role") }
        let isFrozen = member.role.isPanel || logistics.sheet?.members.contains { $0.person == member.person } == true
        if isFrozen, isLate { throw Rejection(.frozen, member.role.rawValue) }
        if member.role == .recipient, seen.phase == .delivered { throw Rejection(.frozen, member.role.rawValue) }
        let deputies = logistics.deputies.filter { $0.deputyFor == member.person }
        return Decision(
            ([member] + deputies).map { Appended(.logistics, .memberRemoved(MemberRemoved(person: $0.person))) }
        )
    }

    /// Told in full to the coordinator, who must find someone else if there is a conflict. The panel declares before the
    /// freeze; a deputy as long as they stand ready.
    func declare(_ command: DeclareConflicts) throws(Rejection) -> Decision {
        guard seen.phase == .intake || seen.actor.role == .deputy else {
            throw Rejection(.phaseForbids, seen.phase.rawValue)
        }
        try Wording.text(optional: command.statement, "statement")
        return Decision(inOwn(.conflictsDeclared(ConflictsDeclared(person: nil, statement: command.statement))))
    }
}
