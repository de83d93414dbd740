/// Reads a Media resource: a photograph or a picture from an examination.
struct MediaReader {
    let context: ImportContext

    func read(_ media: Resource) -> [ImportedDocument] {
        guard ResourceState.isImportable(media, log: context.log) else { return [] }
        guard let attachment = media.element.child("content") else {
            context.log.warning(.nothingToRead, at: media.place, "The media resource has no content.")
            return []
        }
        let concepts = ["modality", "view", "type", "bodySite"].compactMap { media.element.child($0) }.map(Concept.init)
        let frame = DocumentFrame(
            file: media,
            title: concepts.lazy.compactMap(\.label).first,
            date: media.element.date("createdDateTime", "createdPeriod", "issued"),
            origin: [media.element.child("operator")].compactMap { $0 },
            context: context
        )
        return AttachmentReader(context: context).read([attachment], in: media)
            .map { content, attachment in frame.document(content, from: attachment) }
    }
}
