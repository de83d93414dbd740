/// What a reviewer seals: no person, no time, no client identifier inside; entries numbered in document order.
package struct SealedPackage: Codable, Sendable, Equatable {
    /// 32 random bytes in hexadecimal, so that a hash tells nothing of a short content.
    package var salt: String
    package var answers: [Dimension: Answer]
    package var conflicts: String?
    /// How many entries the annotation pages hold.
    package var annotationCount: Int
    /// The parts and series each annotation page is about, in the order of the pages.
    package var pages: [[String]]
}

/// One page of a package's annotations: those on one source, or on several that follow one another.
package struct AnnotationPage: Codable, Sendable, Equatable {
    package var salt: String
    package var entries: [Entry]

    package struct Entry: Codable, Sendable, Equatable {
        package var number: Int
        package var target: Target
        package var statement: String
        package var certainty: Annotation.Certainty
        package var category: String?
        package var finding: Finding?
    }
}
