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

/// The first opinion as it is published at the reveal. The salt keeps its hash from telling of it before.
package struct SealedFirstOpinion: Codable, Sendable, Equatable {
    /// 32 random bytes in hexadecimal.
    package var salt: String
    package var opinion: FirstOpinion
}
