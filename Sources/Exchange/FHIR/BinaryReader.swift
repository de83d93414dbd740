/// Reads a Binary that stands for itself; one that a document refers to is read with that document.
struct BinaryReader {
    let context: ImportContext

    func read(_ binary: Resource) -> [ImportedDocument] {
        guard !isAttachedElsewhere(binary) else { return [] }
        guard let bytes = AttachmentReader(context: context).decode(binary.element) else { return [] }
        let content = AttachedContent(context: context)
            .content(of: bytes, declared: binary.element.string("contentType"), at: binary.place.child("data"))
        guard let content else { return [] }
        let frame = DocumentFrame(image: binary, title: nil, date: nil, origin: [], context: context)
        return [frame.document(content, source: binary.place)]
    }

    private func isAttachedElsewhere(_ binary: Resource) -> Bool {
        context.resources.resources.contains { resource in
            attachments(of: resource).contains { attachment in
                attachment.string("url").flatMap { context.resources.resolve($0, from: resource) }?.place == binary.place
            }
        }
    }

    private func attachments(of resource: Resource) -> [Element] {
        switch resource.type {
        case "DiagnosticReport": resource.element.list("presentedForm")
        case "DocumentReference": resource.element.list("content").compactMap { $0.child("attachment") }
        case "Media": [resource.element.child("content")].compactMap { $0 }
        default: []
        }
    }
}
