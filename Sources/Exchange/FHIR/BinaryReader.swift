/// Reads a Binary that stands for itself; one that a document refers to is read with that document.
struct BinaryReader {
    let context: ImportContext
    private let attached: Set<Place>

    init(context: ImportContext) {
        self.context = context
        var attached: Set<Place> = []
        for resource in context.resources.resources {
            for attachment in Self.attachments(of: resource) {
                guard let url = attachment.string("url") else { continue }
                if let target = context.resources.resolve(url, from: resource) { attached.insert(target.place) }
            }
        }
        self.attached = attached
    }

    func read(_ binary: Resource) -> [ImportedDocument] {
        guard !attached.contains(binary.place) else { return [] }
        guard let bytes = AttachmentReader(context: context).decode(binary.element) else { return [] }
        let content = AttachedContent(context: context)
            .content(of: bytes, declared: binary.element.string("contentType"), at: binary.place.child("data"))
        guard let content else { return [] }
        let frame = DocumentFrame(file: binary, title: nil, date: nil, origin: [], context: context)
        return [frame.document(content, source: binary.place)]
    }

    private static func attachments(of resource: Resource) -> [Element] {
        switch resource.type {
        case "DiagnosticReport": resource.element.list("presentedForm")
        case "DocumentReference": resource.element.list("content").compactMap { $0.child("attachment") }
        case "Media": [resource.element.child("content")].compactMap { $0 }
        default: []
        }
    }
}
