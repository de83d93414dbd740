/// Two or more positions that differ on one dimension or field.
package struct Discrepancy: Codable, Sendable, Equatable {
    package var id: DiscrepancyID
    package var subject: Subject
    /// Each position with those who hold it: `first-opinion` or a pseudonym.
    package var positions: [Position]
    package var statement: String?

    package struct Position: Codable, Sendable, Equatable {
        package var holders: [String]
        package var value: DimensionValue
    }

    package enum Subject: Codable, Sendable, Equatable, Hashable {
        case dimension(Dimension)
        case field(String, primary: String?)
    }

    package enum Kind: String, Codable, Sendable {
        case detection, interpretation
        case missingData = "missing-data"
        case translation
        case guidelineChoice = "guideline-choice"
    }

    /// RADPEER letters.
    package enum Severity: String, Codable, Sendable {
        case one = "1"
        case twoA = "2a"
        case twoB = "2b"
        case threeA = "3a"
        case threeB = "3b"
    }

    package enum Status: String, Codable, Sendable {
        case open, explained, resolved
        case needsExamination = "needs-examination"
        case acceptedAsOpen = "accepted-as-open"
    }
}

extension Discrepancy.Subject {
    private enum CodingKeys: String, CodingKey { case dimension, field, primary }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let dimension = try container.decodeIfPresent(Dimension.self, forKey: .dimension) {
            self = .dimension(dimension)
        } else {
            self = .field(
                try container.decode(String.self, forKey: .field),
                primary: try container.decodeIfPresent(String.self, forKey: .primary)
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .dimension(let dimension): try container.encode(dimension, forKey: .dimension)
        case .field(let field, let primary):
            try container.encode(field, forKey: .field)
            try container.encodeIfPresent(primary, forKey: .primary)
        }
    }
}

/// A named contribution to the discussion.
package struct Comment: Codable, Sendable, Equatable {
    package var id: CommentID
    package var discrepancy: DiscrepancyID?
    package var replyTo: CommentID?
    package var text: String
    package var target: Target?
}
