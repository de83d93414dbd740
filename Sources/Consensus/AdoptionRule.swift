/// What a text needs to be adopted. Frozen with the panel, before anyone has read a document, because the sources
/// differ at exactly 75 % and on whether an abstention counts, and nobody should choose after seeing the votes.
public struct AdoptionRule: Sendable, Hashable, Codable {
    public enum Threshold: String, Sendable, Hashable, CaseIterable, Codable {
        /// Consensus by the rules of the AWMF guideline programme: more than 75 %.
        case awmf
        /// At least two thirds.
        case twoThirds
        /// At least three quarters.
        case threeQuarters
        /// At least 70 % in favour and fewer than 15 % against, the usual bar of consensus studies with ratings.
        case seventyFifteen
        /// Everyone who counts is in favour.
        case unanimity
    }

    /// What exactly 75 % is called.
    public enum AtThreeQuarters: String, Sendable, Hashable, CaseIterable, Codable {
        case majority, consensus
    }

    /// Whether an abstention is part of the denominator.
    public enum Abstentions: String, Sendable, Hashable, CaseIterable, Codable {
        case leftOut, counted
    }

    public let threshold: Threshold
    public let atThreeQuarters: AtThreeQuarters
    public let abstentions: Abstentions

    public init(
        _ threshold: Threshold,
        atThreeQuarters: AtThreeQuarters = .majority,
        abstentions: Abstentions = .leftOut
    ) {
        self.threshold = threshold
        self.atThreeQuarters = atThreeQuarters
        self.abstentions = abstentions
    }

    public static let awmf = AdoptionRule(.awmf)
    public static let twoThirds = AdoptionRule(.twoThirds)
    public static let threeQuarters = AdoptionRule(.threeQuarters)
    public static let seventyFifteen = AdoptionRule(.seventyFifteen)
    public static let unanimity = AdoptionRule(.unanimity)

    /// How many ballots the shares are shares of.
    func denominator(of tally: Tally) -> Int {
        switch abstentions {
        case .leftOut: tally.positions
        case .counted: tally.positions + tally.abstentions
        }
    }
}
