/// Events of `board` and `delivery`.

/// The one atomic reveal: it publishes packages by hash; it never opens a notebook.
package struct Revealed: Codable, Sendable {
    /// Sorted by pseudonym.
    package var reviewers: [Reviewer]
    package var firstOpinion: Blob?
    /// Its values, for the outcome class to be computed from the board alone.
    package var firstValues: [Dimension: DimensionValue]
    /// The computed discrepancies, as a blob of `[Discrepancy]`, and what each is about.
    package var discrepancies: Blob
    package var subjects: [Subject]
    /// Discrepancies beyond those that are listed; absent when all are.
    package var omitted: Int?
    /// Who sits on the panel, sorted by name; nothing ties a name to a pseudonym.
    package var panel: [Membership]
    package var rules: String

    package struct Subject: Codable, Sendable, Equatable {
        package var id: DiscrepancyID
        package var subject: Discrepancy.Subject
    }

    package struct Reviewer: Codable, Sendable, Equatable {
        package var pseudonym: String
        package var discipline: String?
        package var isLate: Bool
        package var opinion: Blob?
        package var pages: [Blob]

        private enum CodingKeys: String, CodingKey {
            case pseudonym = "as"
            case isLate = "late"
            case discipline, opinion, pages
        }
    }
}

/// A member of the panel is no longer one, for partiality. The reason is the coordinator's to know.
package struct StoodDown: Codable, Sendable { package var by: PersonID }
/// Someone sits on the panel from here on, or in the chair.
package struct Seated: Codable, Sendable {
    package var member: Membership
    /// Whose seat it was, when it was another's.
    package var principal: PersonID?
}

package struct Commented: Codable, Sendable {
    package var comment: Comment
    package var by: PersonID
}
package struct DiscrepancyRaised: Codable, Sendable {
    package var discrepancy: Discrepancy
    package var by: PersonID
}
package struct DiscrepancyAssessed: Codable, Sendable {
    package var id: DiscrepancyID
    package var kind: Discrepancy.Kind
    package var severity: Discrepancy.Severity
    package var by: PersonID
}
package struct DiscrepancySettled: Codable, Sendable {
    package var id: DiscrepancyID
    package var status: Discrepancy.Status
    package var conclusion: String
    package var by: PersonID
}
/// Under the pseudonym, beside the original.
package struct OpinionAmended: Codable, Sendable {
    package var pseudonym: String
    package var dimension: Dimension
    package var answer: Answer
    package var reason: String

    private enum CodingKeys: String, CodingKey {
        case pseudonym = "as"
        case dimension, answer, reason
    }
}
package struct OptionProposed: Codable, Sendable {
    package var option: Option
    package var by: PersonID
}
package struct OptionWithdrawn: Codable, Sendable {
    package var id: OptionID
    package var by: PersonID
}
package struct VotingOpened: Codable, Sendable {
    package var round: Round
    package var by: PersonID
    /// Where the case stood, and goes back to; absent in older events.
    package var from: Phase?
}
/// The commitments, sorted by hash; published before the ballots are opened, in the same commit.
package struct RoundClosed: Codable, Sendable {
    package var round: Int
    package var commitments: [String]
}
package struct RoundOpened: Codable, Sendable {
    package var round: Int
    /// The ballots and the superseded texts, as a `BallotBox`.
    package var ballots: Blob
    package var count: Int
    /// Without quorum a vote is void.
    package var isVoid: Bool
    package var missingDisciplines: [String]
    package var results: [OptionResult]
}
package struct MinorityStated: Codable, Sendable {
    package var round: Int
    package var text: String
    package var by: PersonID
}
package struct Drafted: Codable, Sendable {
    package var draft: Draft
    package var outcome: OutcomeClass
    package var comparisons: [Dimension: Comparison]
    package var by: PersonID
}
package struct DiscussionReopened: Codable, Sendable {
    package var reason: String
    package var by: PersonID
}
package struct SignOffOpened: Codable, Sendable {
    package var version: Int
    package var by: PersonID
}
package struct Responded: Codable, Sendable {
    package var response: Response
    package var by: PersonID
}
package struct Signed: Codable, Sendable {
    package var version: Int
    package var by: PersonID
    package var attestsOnly: Bool
    package var at: Moment
}
/// The record is complete: its bytes are stored and signed by the server's key.
package struct Recorded: Codable, Sendable {
    package var record: Blob
    /// ECDSA P-256 with SHA-256 over the record's bytes, DER in Base64.
    package var signature: String
    package var publicKey: String
    package var by: PersonID
}
package struct AddendumAdded: Codable, Sendable {
    package var text: String
    package var by: PersonID
}
package struct Delivered: Codable, Sendable {
    package var record: Blob
    package var signature: String
    package var publicKey: String
    package var recipients: [PersonID]
    /// What the record is about, as its first page says, so that a list can name the case; absent in older events.
    package var about: About?

    package struct About: Codable, Sendable, Equatable {
        package var title: String
        package var patient: Patient
        /// The language of the title.
        package var language: String
    }
}
package struct Acknowledged: Codable, Sendable { package var by: PersonID }
