/// Reads a DocumentReference: a letter, a report or an image that exists as a file.
///
/// Such a file mixes findings and conclusions in a way no code tells, so its nature stays open; a tumor board's
/// protocol is a conclusion.
struct DocumentReferenceReader {
    let context: ImportContext

    func read(_ reference: Resource) -> [ImportedDocument] {
        guard ResourceState.isImportable(reference, log: context.log) else { return [] }
        let element = reference.element
        let type = element.child("type").map(Concept.init)
        let frame = DocumentFrame(
            resource: reference,
            concepts: [type].compactMap { $0 } + element.list("category").map(Concept.init),
            title: element.string("description") ?? type?.label,
            nature: .unclassified,
            date: element.child("context")?.date("period") ?? element.date("date"),
            origin: [element.child("custodian")].compactMap { $0 } + element.list("author"),
            context: context
        )
        let attachments = element.list("content").compactMap { $0.child("attachment") }
        let documents = AttachmentReader(context: context).read(attachments, in: reference)
            .map { content, attachment in
                var document = frame.document(content, from: attachment)
                document.date = attachment.date("creation")?.written ?? document.date
                return document
            }
        if attachments.isEmpty {
            context.log.warning(.nothingToRead, at: reference.place, "The document reference has no attachment.")
        }
        return documents
    }
}
