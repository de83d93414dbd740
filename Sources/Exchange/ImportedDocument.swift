/// One document, or one part of a document, as a file from outside brought it.
package struct ImportedDocument: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case imagingReport, histology, pathology, molecularPathology, laboratory, dischargeSummary, operationReport
        case letter, examinationResult, image, other
    }

    /// What a blind reader may see: primary data yes, a colleague's conclusion no, and what nobody has classified yet
    /// is treated as a conclusion.
    package enum Nature: String, Sendable, Hashable, Codable, CaseIterable {
        case primary, conclusion, unclassified
    }

    package enum Content: Sendable, Hashable, Codable {
        /// Canonical text, see ``PlainText``.
        case text(String)
        /// A PNG or JPEG file without its metadata, see ``BareImage``.
        case image(bytes: [UInt8], mediaType: String)
    }

    /// Empty where the sender gives none.
    package var title: String
    package var kind: Kind
    package var nature: Nature
    /// ISO 8601 as the sender wrote it, which may be a year, a month, a day or an instant.
    package var date: String?
    /// BCP 47.
    package var language: String?
    /// The institution the document comes from.
    package var institution: String?
    /// The sender's status code, such as `final` or `preliminary`.
    package var status: String?
    package var content: Content
    /// Where the text repeats the report's own conclusion word for word, in code points: a proposal for the person who
    /// divides the document. Such a document is never `primary`.
    package var conclusionRange: Range<Int>?
    package var source: Place

    package init(
        title: String,
        kind: Kind,
        nature: Nature,
        date: String? = nil,
        language: String? = nil,
        institution: String? = nil,
        status: String? = nil,
        content: Content,
        conclusionRange: Range<Int>? = nil,
        source: Place
    ) {
        self.title = title
        self.kind = kind
        self.nature = nature
        self.date = date
        self.language = language
        self.institution = institution
        self.status = status
        self.content = content
        self.conclusionRange = conclusionRange
        self.source = source
    }
}
