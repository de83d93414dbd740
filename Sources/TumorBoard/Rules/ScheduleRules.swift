/// Time and place: deadlines, reminders, conference slots, and giving a case up.
extension Deliberation {
    static let reminderInterval = Duration.seconds(24 * 60 * 60)

    /// The chair, who reads and judges too, extends only what has run out without quorum; before that it is scheduling.
    func extend(_ command: ExtendDeadline) throws(Rejection) -> Decision {
        if seen.actor.role == .chair, !seen.dossier.isBreached {
            throw Rejection(.roleForbids, Command.Name.extendDeadline.rawValue)
        }
        try Wording.reason(command.reason, "reason")
        try check(future: command.deadline, "deadline")
        if let deadline = seen.dossier.deadline, command.deadline <= deadline {
            throw Rejection(.invalid, "deadline")
        }
        let extended = DeadlineExtended(deadline: command.deadline, reason: command.reason, office: seen.actor.role)
        return Decision(.dossier, .deadlineExtended(extended))
    }

    /// The coordinator sees who has not sealed, to remind them; once a day is enough.
    func remind(_ command: Remind) throws(Rejection) -> Decision {
        let logistics = seen.state.logistics
        guard logistics.members[command.person]?.role.isPanel == true else {
            throw Rejection(.unknown, command.person.text)
        }
        if logistics.sealed.union(logistics.recused).contains(command.person) {
            throw Rejection(.alreadyDone, command.person.text)
        }
        if let last = logistics.reminded[command.person], means.now < last.advanced(by: Self.reminderInterval) {
            throw Rejection(.limitReached, command.person.text)
        }
        return Decision(.logistics, .reminded(Reminded(person: command.person, by: person)))
    }

    func assign(_ command: AssignSlot) throws(Rejection) -> Decision {
        guard (1...ConferenceRules.slots).contains(command.slot) else { throw Rejection(.invalid, "slot") }
        if seen.dossier.slots[command.conference] == command.slot { throw Rejection(.alreadyDone, "slot") }
        guard seen.dossier.slots.count < Limits.listLength || seen.dossier.slots[command.conference] != nil else {
            throw Rejection(.limitReached, "conferences")
        }
        let assigned = SlotAssigned(conference: command.conference, slot: command.slot)
        return Decision(.dossier, .slotAssigned(assigned))
    }

    func withdraw(_ command: Withdraw) throws(Rejection) -> Decision {
        try Wording.reason(command.reason, "reason")
        return Decision([
            Appended(.dossier, .withdrawn(Withdrawn(reason: command.reason))),
            Appended(.dossier, .phaseChanged(PhaseChanged(to: .withdrawn))),
        ])
    }
}
