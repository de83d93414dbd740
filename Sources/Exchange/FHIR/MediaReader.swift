/// Reads a Media resource: a photograph or a picture from an examination.
///
/// Only what an imaging device has acquired is primary data as it stands. Any other picture may show a page, and with it
/// a colleague's conclusion.
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
            nature: Self.isAcquired(by: media.element.child("modality").map(Concept.init)) ? .primary : .unclassified,
            date: media.element.date("createdDateTime", "createdPeriod", "issued"),
            origin: [media.element.child("operator")].compactMap { $0 },
            context: context
        )
        return AttachmentReader(context: context).read([attachment], in: media)
            .map { content, attachment in
                var document = frame.document(content, from: attachment)
                if case .text = document.content { document.nature = .unclassified }
                return document
            }
    }

    /// DICOM's modalities (PS3.16, context group 29) that acquire a picture of the patient or of tissue. A camera, a
    /// scanner, a screen and a structured report are none of them.
    private static let acquiring: Set<String> = [
        "CR", "CT", "DX", "ES", "GM", "IO", "MG", "MR", "NM", "OPT", "PT", "PX", "RF", "SM", "US", "XA",
    ]

    private static func isAcquired(by modality: Concept?) -> Bool {
        modality?.codings.contains {
            $0.system == "http://dicom.nema.org/resources/ontology/DCM" && acquiring.contains($0.code)
        } ?? false
    }
}
