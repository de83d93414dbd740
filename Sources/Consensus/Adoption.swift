/// The result of a vote under a frozen rule: how strong the agreement is, and whether it suffices.
///
/// The strength is always named by the AWMF bands, so that results under different rules can be compared: over 95 %
/// strong consensus, over 75 % consensus, over 50 % majority, else none.
public struct Adoption: Sendable, Hashable {
    public enum Strength: String, Sendable, Hashable, CaseIterable, Codable {
        case strongConsensus, consensus, majority
        /// Half of the votes or fewer.
        case noMajority = "none"
    }

    public let rule: AdoptionRule
    public let tally: Tally
    /// The part of the counted ballots in favour, 0 to 1.
    public let share: Fraction
    public let strength: Strength
    public let adopted: Bool

    /// `nil` when no ballot takes a position: a vote of abstentions only has neither passed nor failed.
    public init?(of tally: Tally, under rule: AdoptionRule) {
        guard tally.positions > 0 else { return nil }
        let counted = rule.denominator(of: tally)
        let share = Fraction(tally.inFavour, over: counted)
        let opposed = Fraction(tally.against, over: counted)
        let strength = Self.strength(of: share, under: rule)

        self.rule = rule
        self.tally = tally
        self.share = share
        self.strength = strength
        self.adopted =
            switch rule.threshold {
            case .awmf: strength == .consensus || strength == .strongConsensus
            case .twoThirds: share >= Fraction(2, over: 3)
            case .threeQuarters: share >= Fraction(3, over: 4)
            case .seventyFifteen: share >= Fraction(70, over: 100) && opposed < Fraction(15, over: 100)
            case .unanimity: share == Fraction(1)
            }
    }

    private static func strength(of share: Fraction, under rule: AdoptionRule) -> Strength {
        let threeQuarters = Fraction(3, over: 4)
        if share > Fraction(95, over: 100) { return .strongConsensus }
        if share > threeQuarters { return .consensus }
        if share == threeQuarters, rule.atThreeQuarters == .consensus { return .consensus }
        return share > Fraction(1, over: 2) ? .majority : .noMajority
    }
}
