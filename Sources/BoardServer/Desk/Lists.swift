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
