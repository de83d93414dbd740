/// What all documents of one resource have in common: title, kind, nature, date, language, institution and status.
///
/// An image is of its resource's nature: a scanned page is a letter as much as its text would be.
struct DocumentFrame {
    let title: String?
    let kind: ImportedDocument.Kind
    let nature: ImportedDocument.Nature
    let date: FHIRDate?
    let language: String?
    let institution: String?
    let status: String?

    init(report: Resource, context: ImportContext) {
        let element = report.element
        let code = element.child("code").map(Concept.init)
        let categories = element.list("category").map(Concept.init)
        self.init(
            resource: report,
            concepts: [code].compactMap { $0 } + categories,
            title: code?.label,
            nature: .unclassified,
            date: element.date("effectiveDateTime", "effectivePeriod", "issued"),
            origin: element.list("performer") + element.list("resultsInterpreter"),
            context: context
        )
    }

    /// The frame of a resource that is a file and nothing else.
    init(
        file resource: Resource,
        title: String?,
        nature: ImportedDocument.Nature = .unclassified,
        date: FHIRDate?,
        origin: [Element],
        context: ImportContext
    ) {
        self.title = title
        kind = .other
        self.nature = nature
        self.date = date
        language = resource.element.string("language")
        institution = Institution(context: context).name(among: origin, of: resource)
        status = resource.status
    }

    init(
        resource: Resource,
        concepts: [Concept],
        title: String?,
        nature: ImportedDocument.Nature,
        date: FHIRDate?,
        origin: [Element],
        context: ImportContext
    ) {
        let kind = DocumentKindCodes.kind(of: concepts)
        if kind == nil {
            context.log.notice(
                .unknownKind,
                at: resource.place,
                "No code says what kind of document this is; somebody has to choose."
            )
        }
        self.title = title
        self.kind = kind ?? .other
        self.nature = DocumentKindCodes.isTumorBoardProtocol(concepts) ? .conclusion : nature
        self.date = date
        language = resource.element.string("language")
        institution = Institution(context: context).name(among: origin, of: resource)
        status = resource.element.string("docStatus") ?? resource.status
    }

    /// A document whose attachment may know its own title, language and date better.
    func document(_ content: ImportedDocument.Content, from attachment: Element) -> ImportedDocument {
        var document = document(content, source: attachment.place)
        document.title = attachment.string("title") ?? document.title
        document.language = attachment.string("language") ?? document.language
        document.date = document.date ?? attachment.date("creation")?.written
        return document
    }

    func document(_ content: ImportedDocument.Content, source: Place) -> ImportedDocument {
        let isImage = if case .image = content { true } else { false }
        return ImportedDocument(
            title: title ?? "",
            kind: isImage ? .image : kind,
            nature: nature,
            date: date?.written,
            language: language,
            institution: institution,
            status: status,
            content: content,
            source: source
        )
    }
}
