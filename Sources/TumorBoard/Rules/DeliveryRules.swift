/// Handing the signed record to those who asked, and closing the case once they have it.
extension Deliberation {
    private var recipients: [PersonID] {
        seen.state.logistics.members.values.filter { $0.role == .recipient }.map(\.person).sorted()
    }

    func deliver() throws(Rejection) -> Decision {
        guard let signed = seen.board.record else { throw Rejection(.incomplete, "record") }
        guard !recipients.isEmpty else { throw Rejection(.incomplete, Role.recipient.rawValue) }
        let delivered = Delivered(
            record: signed.record,
            signature: signed.signature,
            publicKey: signed.publicKey,
            recipients: recipients,
            about: seen.state.dossier.facts.map {
                Delivered.About(title: $0.title, patient: $0.patient, language: $0.language)
            }
        )
        return Decision([
            Appended(.dossier, .phaseChanged(PhaseChanged(to: .delivered))),
            Appended(.delivery, .delivered(delivered)),
        ])
    }

    func acknowledge() throws(Rejection) -> Decision {
        if seen.state.delivery.acknowledged.contains(person) { throw Rejection(.alreadyDone, "acknowledged") }
        return Decision(.delivery, .acknowledged(Acknowledged(by: person)))
    }

    func close() throws(Rejection) -> Decision {
        let missing = recipients.filter { !seen.state.delivery.acknowledged.contains($0) }.map(\.text)
        guard missing.isEmpty else { throw Rejection(.incomplete, listed(missing)) }
        return Decision(.dossier, .phaseChanged(PhaseChanged(to: .closed)))
    }
}
