/// A verdict as it is stored, sent and printed: decimals with four places, rounded from the exact figures, beside
/// the version of the rules that gave them.
///
/// The verdict itself was reached on exact numbers; nobody should recompute it from these.
public struct PrintedAppropriateness: Sendable, Hashable, Codable {
    public let rules: String
    public let raters: Int
    public let distribution: [Int]
    public let median: String
    public let p30: String
    public let p70: String
    public let ipr: String
    public let iprcp: String
    public let asymmetryIndex: String
    public let ipras: String
    public let disagreementIndex: String
    public let disagreement: Bool
    public let verdict: Appropriateness.Class

    public init(_ result: Appropriateness) {
        rules = Appropriateness.rules
        raters = result.raters
        distribution = result.distribution
        median = result.median.printed()
        p30 = result.p30.printed()
        p70 = result.p70.printed()
        ipr = result.ipr.printed()
        iprcp = result.iprcp.printed()
        asymmetryIndex = result.asymmetryIndex.printed()
        ipras = result.ipras.printed()
        disagreementIndex = result.disagreementIndex.printed()
        disagreement = result.disagreement
        verdict = result.verdict
    }
}
