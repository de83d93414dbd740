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

    /// Those in whose lists the case stands otherwise than before. It follows from what each of them may read, and so does
    /// the word that they are sent.
    static func readers(ofChangeFrom before: CaseState, to after: CaseState) -> Set<PersonID> {
        let (cardBefore, cardAfter) = (before.card, after.card)
        func line(_ person: PersonID, _ state: CaseState, _ card: CaseCard) -> Line? {
            guard let role = state.membership(of: person)?.role, let card = card.visible(to: person, as: role) else {
                return nil
            }
            return Line(id: state.id.text, role: role, card: card, standing: state.standing(of: person))
        }
        let people = Set((before.members + after.members).map(\.person))
        return people.filter { line($0, before, cardBefore) != line($0, after, cardAfter) }
    }

    /// Writes the lists of every case anew when an older program wrote them: a case whose deadline it did not know of
    /// would otherwise miss it. Called before anything is served; what is interrupted begins again.
    static func renewIfDue(_ store: Store, log: Logger) throws {
        let reader = try store.reader()
        guard try reader.listsVersion() < version else { return }
        let writer = store.writer()
        var count = 0
        for id in try reader.aggregates().compactMap({ CaseID($0) }) {
            guard let state = try Hydration.fold(id, from: reader)?.state else { continue }
            try writer.commit { transaction in
                try saveCard(of: state, in: transaction)
                for member in state.members { try save(member, of: state, in: transaction) }
            }
            count += 1
        }
        try writer.commit { try $0.setListsVersion(version) }
        if count > 0 { log.info("lists written anew", metadata: ["cases": "\(count)"]) }
    }
}
