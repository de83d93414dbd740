/// What a loader of content asks of a case.
extension CaseState {
    /// The hash of every part and translation on file, by its identifier.
    package var versions: [String: String] {
        var versions: [String: String] = [:]
        for document in quarantine.documents {
            for part in document.parts {
                versions[part.id.text] = part.content.hash
                for translation in part.translations { versions[translation.id.text] = translation.content.hash }
            }
        }
        return versions
    }

    /// The discrepancy the reveal found on a subject.
    package func discrepancy(about subject: Discrepancy.Subject) -> DiscrepancyID? {
        board.subjects.filter { $0.value == subject }.map(\.key).min()
    }
}
