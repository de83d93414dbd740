/// A seat of the panel is named after the member it was frozen with. Whoever sits there later has the same pseudonyms, so
/// that no name, and no gap among the names, shows that anybody stood down.
extension LogisticsState {
    /// The seat of a member: their own, or that of whom they were deputy for.
    func seat(of person: PersonID) -> PersonID {
        var seat = person
        for _ in members {
            guard let principal = members[seat]?.deputyFor else { break }
            seat = principal
        }
        return seat
    }

    /// The seats the panel was frozen with, sorted.
    var seats: [PersonID] { panel.filter { $0.deputyFor == nil }.map(\.person) }

    /// Who sits on the panel, as far as the coordinator was told.
    var sitting: [Membership] { panel.filter { !recused.contains($0.person) } }

    func isVacant(_ seat: PersonID) -> Bool { !sitting.contains { self.seat(of: $0.person) == seat } }
}

extension CaseState {
    /// The `R-` name of a seat, for who sits there.
    func pseudonym(of person: PersonID) -> String? { custody.reviewers[logistics.seat(of: person)] }

    /// The `V-` name of a seat in a round, for who sits there.
    func voter(_ person: PersonID, in round: Int) -> String? { custody.voters[round]?[logistics.seat(of: person)] }

    /// The office that waits for a deputy: that of the member who stood down, if nobody has taken the seat.
    func office(for deputy: Membership) -> DeputySeated? {
        guard deputy.role == .deputy, let principal = deputy.deputyFor, own[principal]?.isRecused == true else {
            return nil
        }
        let seat = logistics.seat(of: principal)
        let panel = activePanel
        guard !panel.contains(where: { logistics.seat(of: $0.person) == seat }) else { return nil }
        let wasChair = logistics.members[principal]?.role == .chair
        let role: Role = wasChair && !panel.contains { $0.role == .chair } ? .chair : .reviewer
        return DeputySeated(person: deputy.person, principal: principal, role: role)
    }
}
