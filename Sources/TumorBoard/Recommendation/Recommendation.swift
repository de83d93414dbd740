/// The chair's text, with what the board adopted on each dimension.
package struct Draft: Codable, Sendable, Equatable {
    package var version: Int
    package var text: String
    package var options: [OptionID]
    package var values: [Dimension: DimensionValue]
    package var residualUncertainty: String
    package var patientPreference: String
    /// Text-only dimensions that the chair found same or different from the first opinion.
    package var judged: [Dimension: Judgement]

    package enum Judgement: String, Codable, Sendable { case same, different }
}

/// How a recommendation stands to the first plan; computed, never chosen.
package enum OutcomeClass: String, Codable, Sendable {
    case confirm, adjust
    case fundamentallyDifferent = "fundamentally-different"
    case noFirstPlan = "no-first-plan"
}

/// How one dimension of the draft compares with the first opinion.
package enum Comparison: String, Codable, Sendable {
    case same, different
    case chairSame = "chair-same"
    case chairDifferent = "chair-different"
    case notCompared = "not-compared"
}

/// A reviewer's answer to the draft. Silence is *no response*, never consent.
package struct Response: Codable, Sendable, Equatable {
    package var version: Int
    package var position: Position
    package var comment: String?
    /// What the dissenter would recommend instead, and why; both required of a dissent.
    package var alternative: String?
    package var reasons: String?

    package enum Position: String, Codable, Sendable { case concur, dissent }
}

/// The document that is signed, delivered and kept: everything a reader needs without the server.
package struct Record: Codable, Sendable, Equatable {
    package var format: String
    package var caseID: CaseID
    package var sheet: CaseSheet
    package var draft: Draft
    /// Those adopted first, then every other one that was voted on.
    package var options: [Option]
    package var outcome: OutcomeClass
    package var comparisons: [Dimension: Comparison]
    package var firstOpinion: Blob?
    /// By what the board voted, frozen before anyone read a document; absent in older records.
    package var settings: PanelSettings?
    package var results: [RoundResult]
    package var unresolved: [Unresolved]
    package var responses: [Named<Response>]
    package var silent: [Membership]
    /// Who stood down after the reveal: what they said stays, but they neither sign nor are counted. Absent when nobody did.
    package var recused: [Membership]?
    package var minorityStatements: [Named<String>]
    package var signatures: [Signature]
    package var concluded: Moment

    package struct RoundResult: Codable, Sendable, Equatable {
        package var round: Round
        package var ballots: Int
        package var isVoid: Bool
        package var results: [OptionResult]
    }

    package struct Unresolved: Codable, Sendable, Equatable {
        package var id: DiscrepancyID
        package var subject: Discrepancy.Subject
        package var status: Discrepancy.Status
    }

    package struct Named<Value: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
        package var member: Membership
        package var value: Value
    }

    package struct Signature: Codable, Sendable, Equatable {
        package var member: Membership
        package var at: Moment
        /// A dissenter's signature attests the record, not agreement.
        package var attestsOnly: Bool
    }
}
