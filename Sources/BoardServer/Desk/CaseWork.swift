import BoardAPI
import Storage
import TumorBoard

/// One case inside one batch: the state as it will be after COMMIT, and what is to be told of it.
///
/// Lives on the writer thread for the length of a batch. A command that fails is undone here as in the savepoint.
struct CaseWork {
    let id: CaseID
    var state: CaseState
    var position: Int64
    var rows: [LiveRow] = []
    /// The chain position of each stream the command at hand has appended to, for its reply.
    private(set) var heads: [(stream: Stream, position: Position)] = []
    /// In whose lists the case stands otherwise since the batch began.
    private(set) var listReaders: Set<PersonID> = []
    /// Whether the command at hand has appended anything that lists may show.
    private var touchesLists = false
    /// Who may read what, as of `state`.
    private(set) var access: Access
    let accessBefore: Access

    init(id: CaseID, state: CaseState, access: Access, position: Int64) {
        self.id = id
        self.state = state
        self.access = access
        self.position = position
        accessBefore = access
    }

    /// What a command that fails leaves behind, of what is not shared with others.
    struct Mark {
        fileprivate let state: CaseState
        fileprivate let access: Access
        fileprivate let position: Int64
        fileprivate let rowCount: Int
        fileprivate let listReaders: Set<PersonID>
    }

    /// A command begins.
    mutating func mark() -> Mark {
        heads = []
        touchesLists = false
        return Mark(state: state, access: access, position: position, rowCount: rows.count, listReaders: listReaders)
    }

    /// The command since the mark is undone.
    mutating func undo(to mark: Mark) {
        (state, access, position, listReaders) = (mark.state, mark.access, mark.position, mark.listReaders)
        rows.removeSubrange(mark.rowCount...)
    }

    /// Appends events in the order frames leave in, folds each as it will be read back, and keeps its frame.
    mutating func append(
        _ decision: Decision,
        author: String,
        at now: Moment,
        in transaction: Transaction
    ) throws {
        for blob in decision.blobs {
            try transaction.store(aggregate: id.text, hash: blob.blob.hash, bytes: blob.bytes)
        }
        var mayChangeAccess = false
        for appended in decision.appended.sorted(by: { $0.stream.order < $1.stream.order }) {
            let stored = try transaction.append(
                aggregate: id.text,
                stream: appended.stream.name,
                body: Canonical.encode(appended.event),
                version: Hydration.eventVersion,
                at: now.milliseconds,
                author: author
            )
            // What cannot be read back is never stored: the fold takes the decoded bytes, not the value in hand.
            try Hydration.apply(stored, to: &state)
            for blob in appended.event.publishes {
                try transaction.publish(aggregate: id.text, hash: blob.hash, stream: appended.stream.name)
            }
            position = stored.position
            note(Position(seq: stored.seq, tag: stored.tag), of: appended.stream)
            touchesLists = touchesLists || appended.event.mayChangeLists
            mayChangeAccess = mayChangeAccess || Access.mayChange(with: appended.stream, seq: stored.seq)
            let name: String
            if case .own = appended.stream { name = "own" } else { name = appended.stream.name }
            rows.append(
                LiveRow(
                    position: stored.position,
                    stream: appended.stream,
                    frame: EventFrame.frame(stored, caseID: id, streamName: name)
                )
            )
        }
        if mayChangeAccess { access = Access(state) }
    }

    private mutating func note(_ position: Position, of stream: Stream) {
        heads.removeAll { $0.stream == stream }
        heads.append((stream, position))
    }

    /// Brings the lists up to date with what was appended.
    mutating func project(from before: CaseState, actor: PersonID?, in transaction: Transaction) throws {
        guard touchesLists else { return }
        let card = state.card
        let isCardChanged = !before.exists || before.card != card
        if isCardChanged || before.nextDeadline != state.nextDeadline {
            try Lists.saveCard(of: state, in: transaction)
        }
        // A person's line follows from their own acts, from the phase, and from what was noted of them.
        let isMembershipTouched =
            isCardChanged || before.head(of: .logistics) != state.head(of: .logistics)
            || before.head(of: .delivery) != state.head(of: .delivery)
        // Everybody's is looked at only then: in a room of five hundred each ballot would be looked for in all their lists.
        let touched = isMembershipTouched ? state.people.union(before.people) : Set([actor].compactMap(\.self))
        listReaders.formUnion(Lists.readers(among: touched, ofChangeFrom: before, to: state))
        for member in isMembershipTouched ? state.members : actor.flatMap(state.membership).map({ [$0] }) ?? [] {
            let standing = state.standing(of: member.person)
            let isKnown = before.membership(of: member.person)?.role == member.role
            guard !isKnown || before.standing(of: member.person) != standing else { continue }
            try Lists.save(member, of: state, in: transaction)
        }
        guard isMembershipTouched else { return }
        for member in before.members where state.membership(of: member.person) == nil {
            try transaction.removeMembership(aggregate: id.text, person: member.person.text)
        }
    }
}
