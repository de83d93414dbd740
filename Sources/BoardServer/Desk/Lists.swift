import Logging
import Storage
import TumorBoard

/// What lists are made of, as it follows from a case's state: its card, its deadline, and a line for each member.
enum Lists {
    /// Raised when a card, a deadline or a standing says something else of the same events: then all are written anew.
    static let version = 2

    static func saveCard(of state: CaseState, in transaction: Transaction) throws {
        try transaction.saveCard(
            aggregate: state.id.text,
            body: Canonical.encode(state.card),
            deadline: state.nextDeadline?.milliseconds
        )
    }

    static func save(_ member: Membership, of state: CaseState, in transaction: Transaction) throws {
        try transaction.saveMembership(
            aggregate: state.id.text,
            person: member.person.text,
            role: member.role.rawValue,
            standing: Canonical.encode(state.standing(of: member.person))
        )
    }

    /// A case as it stands in a person's list.
    struct Line: Encodable, Equatable {
        var id: String
        var role: Role
        var card: CaseCard
        var standing: Standing
    }

    /// The line of what is kept; nothing for whom the case does not exist.
    static func line(_ kept: BoardLine, for person: PersonID) throws -> Line? {
        guard let role = Role(rawValue: kept.role) else { return nil }
        let card = try Canonical.decode(CaseCard.self, from: kept.card).visible(to: person, as: role)
        let standing = try Canonical.decode(Standing.self, from: kept.standing)
        return card.map { Line(id: kept.aggregate, role: role, card: $0, standing: standing) }
    }

    /// Those of these people in whose lists the case stands otherwise than before. It follows from what each of them may
    /// read, and so does the word that they are sent.
    static func readers(
        among people: Set<PersonID>,
        ofChangeFrom before: CaseState,
        to after: CaseState
    ) -> Set<PersonID> {
        let (cardBefore, cardAfter) = (before.card, after.card)
        func line(_ person: PersonID, _ state: CaseState, _ card: CaseCard) -> Line? {
            guard let role = state.membership(of: person)?.role, let card = card.visible(to: person, as: role) else {
                return nil
            }
            return Line(id: state.id.text, role: role, card: card, standing: state.standing(of: person))
        }
        return people.filter { line($0, before, cardBefore) != line($0, after, cardAfter) }
    }

    /// Cases written anew in one commit.
    private static let renewedAtOnce = 256

    /// Writes the lists of every case anew when an older program wrote them: a case whose deadline it did not know of
    /// would otherwise miss it. Called before anything is served; what is interrupted begins again. A case that cannot be
    /// read keeps the lines it has, and is out of service alone.
    static func renewIfDue(_ store: Store, log: Logger) throws {
        let reader = try store.reader()
        guard try reader.listsVersion() < version else { return }
        let writer = store.writer()
        var ids = try reader.aggregates().compactMap { CaseID($0) }[...]
        var count = 0
        while !ids.isEmpty {
            let states = ids.prefix(renewedAtOnce).compactMap { id -> CaseState? in
                do {
                    return try Hydration.fold(id, from: reader)?.state
                } catch {
                    log.error("a case cannot be read, and its lists stay as they are", error: error)
                    return nil
                }
            }
            try writer.commit { transaction in
                for state in states {
                    try saveCard(of: state, in: transaction)
                    for member in state.members { try save(member, of: state, in: transaction) }
                }
            }
            count += states.count
            ids = ids.dropFirst(renewedAtOnce)
        }
        try writer.commit { try $0.setListsVersion(version) }
        if count > 0 { log.info("lists written anew", metadata: ["cases": "\(count)"]) }
    }
}
