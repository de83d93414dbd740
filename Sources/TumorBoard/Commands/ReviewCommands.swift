/// What a panel member says alone, in `own`.

package struct DeclareConflicts: Codable, Sendable {
    /// Absent: none to declare.
    package var statement: String?
}
package struct Annotate: Codable, Sendable { package var annotation: Annotation }
package struct AmendAnnotation: Codable, Sendable {
    package var annotation: Annotation
    /// The revision the edit was made on: two tabs of one person never overwrite each other.
    package var revision: Int
}
package struct DeleteAnnotation: Codable, Sendable {
    package var id: AnnotationID
    package var revision: Int
}
package struct MarkRead: Codable, Sendable { package var part: PartID }
package struct StateOpinion: Codable, Sendable {
    package var dimension: Dimension
    package var answer: Answer
    /// 0 for the first statement on this dimension.
    package var revision: Int
}

/// Seals everything in `own` up to this sequence number.
package struct Seal: Codable, Sendable { package var own: Int }
package struct Recuse: Codable, Sendable { package var reason: String }

/// A vote. The server answers with the commitment: the receipt.
package struct CastBallot: Codable, Sendable {
    package var round: Int
    package var optionSet: OptionSetID
    package var choices: [OptionID: Choice]
    package var reasons: [OptionID: String]?
    /// 32 random bytes in hexadecimal, drawn by the voter.
    package var nonce: String
}
