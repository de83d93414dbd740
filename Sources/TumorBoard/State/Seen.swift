/// A case as one member may know it: every stream they cannot read is empty by construction.
///
/// Beside the streams it tells the actor's office, and the two pseudonyms that are the actor's alone to know.
package struct Seen: Sendable, Equatable {
    package let actor: Membership
    package let state: CaseState
    /// The actor's own `R-` name on the case.
    package let pseudonym: String?
    /// The actor's own `V-` name in the open round.
    package let voter: String?

    var person: PersonID { actor.person }
    var phase: Phase { state.phase }
    var dossier: DossierState { state.dossier }
    var board: BoardState { state.board }
    /// Whether bytes that these streams publish came from outside, as a part, a translation or an undivided original; the
    /// board wrote everything else.
    package func isSource(_ hash: String, publishedIn streams: Set<String>) -> Bool {
        if streams.contains(Stream.dossier.name) { return true }
        return streams == [Stream.quarantine.name] && !state.quarantine.transcriptions.contains(hash)
    }

    /// The actor's own stream.
    var own: OwnState { state.own[actor.person] ?? OwnState() }
}

extension CaseState {
    /// Nothing when the person is no member, or may read nothing in this phase: for them the case does not exist.
    package func seen(by person: PersonID) -> Seen? {
        guard let actor = membership(of: person) else { return nil }
        let streams = Visibility.streams(of: person, as: actor.role, in: phase, owners: own.keys)
        if streams.isEmpty { return nil }
        let visible = restricted(to: streams)
        let round = visible.board.openRound?.number
        return Seen(
            actor: actor,
            state: visible,
            pseudonym: actor.role.isPanel ? pseudonym(of: person) : nil,
            voter: actor.role.isPanel ? round.flatMap { voter(person, in: $0) } : nil
        )
    }
}
