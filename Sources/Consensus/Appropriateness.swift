/// The RAND/UCLA verdict on one option: how the panel rated it from 1 to 9, and whether it disagrees.
///
/// Formulas after Fitch et al., *The RAND/UCLA Appropriateness Method User's Manual* (2001):
/// `IPR = P70 - P30`, `IPRCP = (P30 + P70) / 2`, `AI = |5 - IPRCP|`, `IPRAS = 2.35 + 1.5 AI`, and the disagreement
/// index `DI = IPR / IPRAS`; the panel disagrees when `DI > 1`. Every figure is exact, see ``Fraction``.
public struct Appropriateness: Sendable, Hashable {
    /// Which rules computed this verdict; printed with every result so that it can be recomputed years later.
    public static let rules = "rand-ucla.1/type-6"

    public enum Class: String, Sendable, Hashable, CaseIterable, Codable {
        case appropriate, uncertain, inappropriate
    }

    /// How many members gave each rating: nine counts, for ratings 1 to 9.
    public let distribution: [Int]
    public let median: Fraction
    /// The 30th percentile.
    public let p30: Fraction
    /// The 70th percentile.
    public let p70: Fraction
    /// Interpercentile range, `P70 - P30`.
    public let ipr: Fraction
    /// Central point of the interpercentile range.
    public let iprcp: Fraction
    /// Asymmetry index: the distance of the central point from the middle of the scale.
    public let asymmetryIndex: Fraction
    /// Interpercentile range adjusted for symmetry: how wide the range may be before it counts as disagreement.
    public let ipras: Fraction
    public let disagreementIndex: Fraction
    public let disagreement: Bool
    public let verdict: Class

    /// The number of members who rated.
    public var raters: Int { distribution.reduce(0, +) }

    /// `nil` when nobody rated: an option without ratings has no verdict, which is not the same as a bad one.
    public init?(ratings: [Rating]) {
        guard !ratings.isEmpty else { return nil }
        let ordered = ratings.sorted()
        let p30 = Percentile.inTenths(3, of: ordered)
        let p70 = Percentile.inTenths(7, of: ordered)
        // With percentiles in tenths, IPRCP and AI are whole twentieths and IPRAS is a whole number of fortieths.
        let asymmetry = abs(100 - (p30 + p70))
        let medianTwice = ordered[(ordered.count - 1) / 2].rawValue + ordered[ordered.count / 2].rawValue

        self.distribution = Rating.scale.map { point in ratings.count { $0.rawValue == point } }
        self.median = Fraction(medianTwice, over: 2)
        self.p30 = Fraction(p30, over: 10)
        self.p70 = Fraction(p70, over: 10)
        self.ipr = Fraction(p70 - p30, over: 10)
        self.iprcp = Fraction(p30 + p70, over: 20)
        self.asymmetryIndex = Fraction(asymmetry, over: 20)
        self.ipras = Fraction(94 + 3 * asymmetry, over: 40)
        self.disagreementIndex = Fraction(4 * (p70 - p30), over: 94 + 3 * asymmetry)
        self.disagreement = disagreementIndex > Fraction(1)
        self.verdict =
            if disagreement {
                .uncertain
            } else if medianTwice >= 14 {
                .appropriate
            } else if medianTwice <= 6 {
                .inappropriate
            } else {
                .uncertain
            }
    }
}
