/// Events of `own`, and what `logistics` keeps of them. `person` is set in `logistics` only.

package struct ConflictsDeclared: Codable, Sendable {
    package var person: PersonID?
    package var statement: String?
}
package struct Annotated: Codable, Sendable {
    package var annotation: Annotation
    package var isAfterReveal: Bool
}
package struct AnnotationAmended: Codable, Sendable {
    package var annotation: Annotation
    package var revision: Int
    package var isAfterReveal: Bool
}
package struct AnnotationDeleted: Codable, Sendable { package var id: AnnotationID }
package struct PartRead: Codable, Sendable { package var part: PartID }
package struct OpinionStated: Codable, Sendable {
    package var dimension: Dimension
    package var answer: Answer
    package var revision: Int
}

/// In `own` with the package it made, in `logistics` with the person alone.
package struct Sealed: Codable, Sendable {
    package var person: PersonID?
    package var opinion: Blob?
    package var pages: [Blob]?
    /// The values, for the server to compare at the reveal without reading texts.
    package var values: SealedValues?
    /// How far the dossier went when it was sealed: a later source gives the right to seal anew.
    package var dossier: Int?
}
package struct SealedValues: Codable, Sendable, Equatable {
    package var dimensions: [Dimension: DimensionValue]
    package var findings: [Finding]
}
package struct Recused: Codable, Sendable {
    package var person: PersonID?
    package var reason: String?
}

/// A ballot as cast: the verbatim text its commitment is the SHA-256 of.
package struct BallotCast: Codable, Sendable, Equatable {
    package var round: Int
    package var text: String
    package var commitment: String
    package var choices: [OptionID: Choice]
    package var reasons: [OptionID: String]
}

/// Events of `custody`.
package struct PseudonymsDrawn: Codable, Sendable { package var names: [PersonID: String] }
package struct VotersDrawn: Codable, Sendable {
    package var round: Int
    package var names: [PersonID: String]
}
package struct PanelSheetKept: Codable, Sendable { package var sheet: PanelSheet }
