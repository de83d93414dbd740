/// A source document, divided into parts that are each primary data or a colleague's conclusion.
package struct Document: Codable, Sendable, Equatable {
    package var id: DocumentID
    package var title: String
    package var kind: Kind
    package var institution: String?
    /// ISO 8601 calendar date of the finding.
    package var date: String?
    package var parts: [Part]

    package enum Kind: String, Codable, Sendable, CaseIterable {
        case imagingReport = "imaging-report"
        case histology, pathology
        case molecularPathology = "molecular-pathology"
        case laboratory
        case dischargeSummary = "discharge-summary"
        case operationReport = "operation-report"
        case letter
        case examinationResult = "examination-result"
        case image, other
    }
}

/// A piece of a document with a text (or image) and a hash of its own; annotations target the part.
package struct Part: Codable, Sendable, Equatable {
    package var id: PartID
    package var nature: Nature
    /// BCP 47 tag.
    package var language: String
    /// The canonical bytes: UTF-8 text in NFC with `\n`, or an image.
    package var content: Blob
    package var mediaType: String
    /// Length of a text in Unicode code points; absent for images.
    package var length: Int?
    package var translations: [Translation]

    /// Unclassified is hidden, like a conclusion.
    package enum Nature: String, Codable, Sendable { case primary, conclusion, unclassified }

    package var isText: Bool { mediaType.hasPrefix("text/") }
}

/// A released or proposed rendering of a part in another language: a version of its own.
package struct Translation: Codable, Sendable, Equatable {
    package var id: PartID
    package var language: String
    package var translator: String
    package var isMachine: Bool
    package var isReleased: Bool
    package var content: Blob
    package var length: Int
}

/// A reference to stored bytes: on the wire `[hash, size]`.
package struct Blob: Codable, Sendable, Hashable {
    /// SHA-256 in lower-case hexadecimal.
    package let hash: String
    package let size: Int

    package init(hash: String, size: Int) {
        self.hash = hash
        self.size = size
    }

    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        hash = try container.decode(String.self)
        size = try container.decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(hash)
        try container.encode(size)
    }
}
