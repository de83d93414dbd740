import TumorBoard

/// Who reads what in a case at this moment: all that delivery needs to know of its state.
struct Access: Sendable, Equatable {
    var phase: Phase
    var roles: [PersonID: Role]
    /// Who has a stream of their own, for the auditor: also those who are members no more.
    private var owners: Set<PersonID>
    private var recused: Set<PersonID>

    init(_ state: CaseState) {
        phase = state.phase
        recused = state.recused
        owners = Set(state.heads.keys.compactMap { if case .own(let person) = $0 { person } else { nil } })
        roles = Dictionary(state.members.map { ($0.person, $0.role) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a person may show the others something: who may write on the board at this moment.
    func maySignal(_ person: PersonID) -> Bool {
        guard let role = roles[person], !recused.contains(person) else { return false }
        return Visibility.appendable(by: person, as: role, in: phase).contains(.board)
    }

    /// Whether an event in this stream can make it another: the phase stands in the dossier or the delivery, the members in
    /// logistics, and the first event of an own stream makes an owner.
    static func mayChange(with stream: Stream, seq: Int) -> Bool {
        switch stream {
        case .dossier, .delivery, .logistics: true
        case .own: seq == 1
        case .quarantine, .board, .custody: false
        }
    }

    /// Empty for whom the case does not exist.
    func streams(of person: PersonID) -> Set<Stream> {
        guard let role = roles[person] else { return [] }
        return Visibility.streams(of: person, as: role, in: phase, owners: owners)
    }
}
