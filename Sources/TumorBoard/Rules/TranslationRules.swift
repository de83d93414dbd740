/// Renderings of parts in another language. Only a released human one opens the gate to the panel.
extension Deliberation {
    func file(_ command: FileTranslation) throws(Rejection) -> Decision {
        guard case .content(let content) = prepared, let length = content.length, length > 0 else {
            throw Rejection(.invalid, "content")
        }
        try Wording.language(command.language, "language")
        try Wording.line(command.translator, "translator")
        guard content.whole.bytes.count <= Limits.partBytes else { throw Rejection(.limitReached, "content") }
        guard let (document, part) = seen.state.quarantine.part(command.part), part.isText else {
            throw Rejection(.unknown, command.part.text)
        }
        try checkUnpublished(document)
        guard !seen.state.quarantine.knows(command.id) else { throw Rejection(.exists, command.id.text) }
        guard !LanguageTag.match(part.language, command.language) else { throw Rejection(.invalid, "language") }
        guard part.translations.count < Limits.listLength else { throw Rejection(.limitReached, "translations") }
        let translation = Translation(
            id: command.id,
            language: command.language,
            translator: command.translator,
            isMachine: command.isMachine,
            isReleased: false,
            content: content.whole.blob,
            length: length
        )
        let filed = TranslationFiled(part: command.part, translation: translation)
        return Decision([Appended(.quarantine, .translationFiled(filed))], blobs: [content.whole])
    }

    /// After the freeze a release may publish, which is the coordinator's alone.
    func release(_ command: ReleaseTranslation) throws(Rejection) -> Decision {
        if isLate, seen.actor.role != .coordinator { throw Rejection(.roleForbids, "frozen") }
        for document in seen.state.quarantine.documents {
            let translations = document.parts.flatMap(\.translations)
            guard let translation = translations.first(where: { $0.id == command.id }) else { continue }
            try checkUnpublished(document)
            if translation.isReleased { throw Rejection(.alreadyDone, command.id.text) }
            let released = TranslationReleased(id: command.id, by: person)
            var decision = Decision(.quarantine, .translationReleased(released))
            if isLate { decision.appended += publishing(document.releasing(command.id)) }
            return decision
        }
        throw Rejection(.unknown, command.id.text)
    }

    /// What the panel has read does not change under it.
    private func checkUnpublished(_ document: Document) throws(Rejection) {
        if seen.dossier.documents.contains(document.id) { throw Rejection(.frozen, document.id.text) }
    }
}
