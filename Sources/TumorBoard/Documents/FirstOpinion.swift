/// What the first physicians concluded. Kept in quarantine until the reveal.
package struct FirstOpinion: Codable, Sendable, Equatable {
    package var author: String?
    /// ISO 8601 calendar date.
    package var date: String?
    package var source: DocumentID?
    /// A dimension without a value is not compared.
    package var values: [Dimension: DimensionValue]
    /// Structured findings the letter claims.
    package var findings: [Finding]
}
