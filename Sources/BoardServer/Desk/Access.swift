import TumorBoard

/// Who reads what in a case at this moment: all that delivery needs to know of its state.
struct Access: Sendable, Equatable {
    var phase: Phase
    var roles: [PersonID: Role]

    init(_ state: CaseState) {
        phase = state.phase
        roles = Dictionary(state.members.map { ($0.person, $0.role) }, uniquingKeysWith: { first, _ in first })
    }

    /// Empty for whom the case does not exist.
    func streams(of person: PersonID) -> Set<Stream> {
        guard let role = roles[person] else { return [] }
        return Visibility.streams(of: person, as: role, in: phase, owners: roles.keys)
    }
}
