/// Reads the Composition of a document bundle: the narratives of its sections, in order, as one text.
struct CompositionReader {
    let context: ImportContext

    func read(_ composition: Resource) -> [ImportedDocument] {
        guard ResourceState.isImportable(composition, log: context.log) else { return [] }
        let element = composition.element
        let sections = element.list("section").flatMap { paragraphs(of: $0) }
        let content =
            sections.isEmpty ? Narrative(context: context).text(of: element) : joined(sections, composition)
        guard let text = content else {
            context.log.warning(.nothingToRead, at: composition.place, "The composition has no readable section.")
            return []
        }
        let type = element.child("type").map(Concept.init)
        let frame = DocumentFrame(
            resource: composition,
            concepts: [type].compactMap { $0 } + element.list("category").map(Concept.init),
            title: element.string("title") ?? type?.label,
            nature: .unclassified,
            date: element.date("date"),
            origin: [element.child("custodian")].compactMap { $0 } + element.list("author"),
            context: context
        )
        return [frame.document(.text(text), source: composition.place.child("section"))]
    }

    private func joined(_ paragraphs: [String], _ composition: Resource) -> String? {
        context.text(paragraphs.joined(separator: "\n\n"), at: composition.place.child("section"))
    }

    /// Title and text of a section, then its own sections.
    private func paragraphs(of section: Element) -> [String] {
        let own = [section.string("title"), Narrative(context: context).text(of: section)].compactMap { $0 }
        let inner = section.list("section").flatMap { paragraphs(of: $0) }
        return (own.isEmpty ? [] : [own.joined(separator: "\n")]) + inner
    }
}
