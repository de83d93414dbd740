import Consensus
import Testing

/// What holds for all 24,310 ways nine people can rate one option.
struct EveryPanelOfNineTests {
    private let panels = allMultisets(of: 9)

    @Test func `there are as many panels as the binomial coefficient says`() {
        #expect(panels.count == 24_310)
    }

    @Test func `turning the scale around turns the verdict around`() throws {
        for panel in panels {
            let mirrored = panel.compactMap { Rating(rawValue: 10 - $0.rawValue) }
            let result = try #require(Appropriateness(ratings: panel))
            let opposite = try #require(Appropriateness(ratings: mirrored))
            #expect(result.disagreementIndex == opposite.disagreementIndex)
            #expect(result.disagreement == opposite.disagreement)
            let expected: Appropriateness.Class =
                switch result.verdict {
                case .appropriate: .inappropriate
                case .uncertain: .uncertain
                case .inappropriate: .appropriate
                }
            #expect(opposite.verdict == expected)
        }
    }

    @Test func `the order in which ballots arrive does not matter`() throws {
        for panel in panels {
            #expect(Appropriateness(ratings: panel) == Appropriateness(ratings: panel.reversed()))
        }
    }

    @Test func `figures stay in order and within the scale`() throws {
        for panel in panels {
            let result = try #require(Appropriateness(ratings: panel))
            #expect(Fraction(1) <= result.p30 && result.p30 <= result.median)
            #expect(result.median <= result.p70 && result.p70 <= Fraction(9))
            #expect(Fraction(0) <= result.disagreementIndex)
            #expect(result.distribution.reduce(0, +) == 9)
            #expect(!result.disagreement || result.verdict == .uncertain)
        }
    }

    @Test func `disagreement means the range is wider than its allowance`() throws {
        for panel in panels {
            let result = try #require(Appropriateness(ratings: panel))
            #expect(result.disagreement == (result.ipr > result.ipras))
        }
    }

    /// Why the percentile method is pinned and printed: the other common one would judge so many panels
    /// differently.
    @Test func `type 7 percentiles would change the verdict on 13.3 percent of panels`() throws {
        let changed = try panels.count { panel in
            let result = try #require(Appropriateness(ratings: panel))
            let other = VerdictByType7(panel)
            return result.verdict != other.verdict || result.disagreement != other.disagreement
        }
        #expect(Fraction(100 * changed, over: panels.count).printed(places: 1) == "13.3")
    }
}

/// The same formulas over percentiles at position `(n - 1) p + 1`, written independently of the module under test.
private struct VerdictByType7 {
    let verdict: Appropriateness.Class
    let disagreement: Bool

    init(_ ordered: [Rating]) {
        func tenths(_ share: Int) -> Int {
            let (rank, weight) = ((ordered.count - 1) * share).quotientAndRemainder(dividingBy: 10)
            let next = min(rank + 1, ordered.count - 1)
            return ordered[rank].rawValue * (10 - weight) + ordered[next].rawValue * weight
        }
        let (p30, p70) = (tenths(3), tenths(7))
        let median = ordered[ordered.count / 2].rawValue
        disagreement = 40 * (p70 - p30) > 940 + 30 * abs(100 - p30 - p70)
        verdict = disagreement ? .uncertain : median >= 7 ? .appropriate : median <= 3 ? .inappropriate : .uncertain
    }
}
