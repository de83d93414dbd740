/// Concurring, dissenting and signing. Silence is *no response*, never consent.
extension Deliberation {
    private var signOff: BoardState.SignOff? { seen.board.signOff }

    func respond(_ command: Respond) throws(Rejection) -> Decision {
        let response = command.response
        try checkVersion(response.version)
        if signOff?.signers.contains(person) == true { throw Rejection(.alreadyDone, "signed") }
        try Wording.text(optional: response.comment, "comment")
        switch response.position {
        case .concur:
            guard response.alternative == nil, response.reasons == nil else { throw Rejection(.invalid, "position") }
        case .dissent:
            try Wording.reason(response.alternative, "alternative", limit: Limits.dissentLength)
            try Wording.reason(response.reasons, "reasons", limit: Limits.dissentLength)
        }
        return Decision(.board, .responded(Responded(response: response, by: person)))
    }

    /// A dissenter's signature attests the record, not agreement.
    func sign(_ command: Sign) throws(Rejection) -> Decision {
        try checkVersion(command.version)
        if signOff?.signers.contains(person) == true { throw Rejection(.alreadyDone, "signed") }
        guard let position = signOff?.positions[person] else { throw Rejection(.incomplete, "response") }
        let signed = Signed(
            version: command.version,
            by: person,
            attestsOnly: position == .dissent,
            at: means.now
        )
        return Decision(.board, .signed(signed))
    }

    func conclude(_ command: Conclude) throws(Rejection) -> Decision {
        try checkVersion(command.version)
        let signers = signOff?.signers ?? []
        guard signers.contains(person) else { throw Rejection(.incomplete, Role.chair.rawValue) }
        let signed = seen.board.sitting.filter { signers.contains($0.person) }.compactMap(\.discipline)
        let required = seen.dossier.settings?.requiredDisciplines ?? []
        let missing = Set(required).subtracting(signed).sorted()
        guard missing.isEmpty else { throw Rejection(.incomplete, listed(missing)) }
        guard case .record(let built) = prepared, built.dossier == seen.state.head(of: .dossier),
            built.board == seen.state.head(of: .board)
        else { throw Rejection(.stale, "record") }
        let recorded = Recorded(
            record: built.record.blob,
            signature: built.signature,
            publicKey: built.publicKey,
            by: person
        )
        return Decision(
            [
                Appended(.dossier, .phaseChanged(PhaseChanged(to: .signed))),
                Appended(.board, .recorded(recorded)),
            ],
            blobs: [built.record]
        )
    }

    /// Said to the panel and to whoever receives the record, also when it is not delivered yet.
    func add(_ command: AddAddendum) throws(Rejection) -> Decision {
        try Wording.text(command.text, "text")
        guard seen.board.addendumCounts[person] ?? 0 < Limits.addendaPerPerson else {
            throw Rejection(.limitReached, "addenda")
        }
        let added = Event.addendumAdded(AddendumAdded(text: command.text, by: person))
        return Decision([Appended(.board, added), Appended(.delivery, added)])
    }

    private func checkVersion(_ version: Int) throws(Rejection) {
        guard version == signOff?.version else { throw Rejection(.stale, "version") }
    }
}
