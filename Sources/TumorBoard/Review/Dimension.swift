/// The ten questions every opinion answers.
package enum Dimension: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    case diagnosis, stage, indicationForTreatment, intent, primaryModality, scope, sequence, agentsDose,
        supportiveCare, trialOption

    /// The four whose change makes a recommendation *fundamentally different*.
    package var isFundamental: Bool {
        switch self {
        case .diagnosis, .stage, .intent, .primaryModality: true
        default: false
        }
    }
}

/// A position on one dimension: codes where a code exists, and words.
package struct DimensionValue: Codable, Sendable, Equatable {
    /// Such as `tnm-8`, `obds-therapy`, `yes-no`; absent for text only.
    package var system: String?
    /// Compared as a set, or in order where the system ends in `-ordered`.
    package var codes: [String]
    package var text: String?

    package var isCoded: Bool { system != nil && !codes.isEmpty }
}

/// A reviewer's answer to one dimension.
package struct Answer: Codable, Sendable, Equatable {
    /// Absent means *cannot judge*.
    package var value: DimensionValue?
    /// 1 to 9; absent with *cannot judge*.
    package var confidence: Int?
    package var rationale: String
    package var citations: [Target]
}
