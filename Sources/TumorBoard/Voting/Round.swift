/// A candidate recommendation.
package struct Option: Codable, Sendable, Equatable {
    package var id: OptionID
    /// The oBDS therapy codes, in sequence.
    package var therapies: [String]
    package var text: String
    package var evidence: String?
    /// Whether it is what the first physicians proposed.
    package var isFirstProposal: Bool
}

package enum Method: String, Codable, Sendable, CaseIterable {
    /// 1 to 9 for each option, RAND/UCLA.
    case appropriateness
    /// Yes, no or abstain.
    case adoption
}

/// A sealed vote on a fixed set of options, or on a draft version.
package struct Round: Codable, Sendable, Equatable {
    package var number: Int
    package var method: Method
    package var optionSet: OptionSetID
    package var options: [OptionID]
    /// The draft the adoption is about, when it is about the final text.
    package var draft: Int?
    package var closes: Moment?
}

/// What a voter says of one option: a rating 1 to 9, or yes, no, abstain.
package enum Choice: Codable, Sendable, Equatable {
    case rating(Int)
    case adoption(Adoption)

    package enum Adoption: String, Codable, Sendable { case yes, no, abstain }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let rating = try? container.decode(Int.self) {
            self = .rating(rating)
        } else {
            self = .adoption(try container.decode(Adoption.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .rating(let rating): try container.encode(rating)
        case .adoption(let adoption): try container.encode(adoption)
        }
    }
}

/// A ballot as opened: the verbatim text its commitment was made over, and the reasons given with it.
package struct OpenedBallot: Codable, Sendable, Equatable {
    package var text: String
    package var commitment: String
    package var reasons: [OptionID: String]
}

/// Everything a closed round opens, stored as one blob.
package struct BallotBox: Codable, Sendable, Equatable {
    package var ballots: [OpenedBallot]
    /// Replaced before the close: the verbatim texts, whose commitments stay in the list.
    package var superseded: [String]
}

/// What was computed of one option, as printed decimals with the version of the rules.
package struct OptionResult: Codable, Sendable, Equatable {
    package var option: OptionID
    package var rules: String
    /// Counts of 1 to 9, or of yes, no, abstain.
    package var distribution: [Int]
    package var median: String?
    package var p30: String?
    package var p70: String?
    package var ipr: String?
    package var ipras: String?
    package var index: String?
    package var disagreement: Bool?
    package var appropriateness: String?
    package var percentYes: String?
    package var strength: String?
    /// Whether the frozen threshold was reached; absent in older events and where nobody took a position.
    package var adopted: Bool?
}
