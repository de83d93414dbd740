/// What the panel says in the open, after the reveal.

package struct PostComment: Codable, Sendable { package var comment: Comment }
package struct RaiseDiscrepancy: Codable, Sendable { package var discrepancy: Discrepancy }
package struct AssessDiscrepancy: Codable, Sendable {
    package var id: DiscrepancyID
    package var kind: Discrepancy.Kind
    package var severity: Discrepancy.Severity
}
package struct SettleDiscrepancy: Codable, Sendable {
    package var id: DiscrepancyID
    package var status: Discrepancy.Status
    /// How the thread ends: the value agreed on, or why it stays open.
    package var conclusion: String
}

/// An opinion amended after the reveal is kept beside its original, with a reason.
package struct AmendOpinion: Codable, Sendable {
    package var dimension: Dimension
    package var answer: Answer
    package var reason: String
}
package struct ProposeOption: Codable, Sendable { package var option: Option }
package struct WithdrawOption: Codable, Sendable { package var id: OptionID }
package struct OpenVoting: Codable, Sendable { package var round: Round }

/// The chair closes blind: a missing quorum makes the round void afterwards, never a refusal before.
package struct CloseRound: Codable, Sendable { package var round: Int }
package struct StateMinority: Codable, Sendable {
    package var round: Int
    package var text: String
}
package struct BeginDrafting: Codable, Sendable {}
package struct WriteDraft: Codable, Sendable { package var draft: Draft }
package struct ReturnToDiscussion: Codable, Sendable { package var reason: String }
package struct OpenSignOff: Codable, Sendable { package var version: Int }
package struct Respond: Codable, Sendable { package var response: Response }

/// The password travels beside it and is checked before the rules are asked.
package struct Sign: Codable, Sendable { package var version: Int }
package struct Conclude: Codable, Sendable { package var version: Int }
package struct AddAddendum: Codable, Sendable { package var text: String }
package struct Acknowledge: Codable, Sendable {}
