/// A reviewer's note on a place in a source.
package struct Annotation: Codable, Sendable, Equatable {
    package var id: AnnotationID
    package var target: Target
    /// One line in the reviewer's words.
    package var statement: String
    package var certainty: Certainty
    package var category: String?
    /// The structured value it states, if any.
    package var finding: Finding?

    package enum Certainty: String, Codable, Sendable { case certain, probable, uncertain }
}

/// A value on a structured field, such as `cN` = `2a`.
package struct Finding: Codable, Sendable, Equatable {
    /// Such as `cT`, `grading`, `ER`; a `c`, `p` or `yp` before a TNM letter is part of the field.
    package var field: String
    package var value: String
    /// Names the primary tumour; two primaries never contradict one another.
    package var primary: String?
    package var tnmEdition: String?
}
