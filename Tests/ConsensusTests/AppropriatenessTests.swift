import Consensus
import Testing

/// One line of published or hand-computed figures.
struct KnownVerdict: Sendable {
    let ratings: String
    let median: String
    let p30: String
    let p70: String
    let ipras: String
    let index: String
    let verdict: Appropriateness.Class
    let disagreement: Bool
}

struct AppropriatenessTests {
    @Test(arguments: [
        KnownVerdict(
            ratings: "778889798",
            median: "8.0",
            p30: "7.0",
            p70: "8.0",
            ipras: "6.10",
            index: "0.1639",
            verdict: .appropriate,
            disagreement: false
        ),
        KnownVerdict(
            ratings: "235778899",
            median: "7.0",
            p30: "5.0",
            p70: "8.0",
            ipras: "4.60",
            index: "0.6522",
            verdict: .appropriate,
            disagreement: false
        ),
        KnownVerdict(
            ratings: "335556677",
            median: "5.0",
            p30: "5.0",
            p70: "6.0",
            ipras: "3.10",
            index: "0.3226",
            verdict: .uncertain,
            disagreement: false
        ),
        KnownVerdict(
            ratings: "222588899",
            median: "8.0",
            p30: "2.0",
            p70: "8.0",
            ipras: "2.35",
            index: "2.5532",
            verdict: .uncertain,
            disagreement: true
        ),
        KnownVerdict(
            ratings: "111111666",
            median: "1.0",
            p30: "1.0",
            p70: "6.0",
            ipras: "4.60",
            index: "1.0870",
            verdict: .uncertain,
            disagreement: true
        ),
        KnownVerdict(
            ratings: "7788899",
            median: "8.0",
            p30: "7.4",
            p70: "8.6",
            ipras: "6.85",
            index: "0.1752",
            verdict: .appropriate,
            disagreement: false
        ),
        KnownVerdict(
            ratings: "34578",
            median: "5.0",
            p30: "3.8",
            p70: "7.2",
            ipras: "3.10",
            index: "1.0968",
            verdict: .uncertain,
            disagreement: true
        ),
    ])
    func `known panels get their known verdicts`(known: KnownVerdict) throws {
        let result = try #require(Appropriateness(ratings: ratings(known.ratings)))
        #expect(result.median.printed(places: 1) == known.median)
        #expect(result.p30.printed(places: 1) == known.p30)
        #expect(result.p70.printed(places: 1) == known.p70)
        #expect(result.ipras.printed(places: 2) == known.ipras)
        #expect(result.disagreementIndex.printed() == known.index)
        #expect(result.verdict == known.verdict)
        #expect(result.disagreement == known.disagreement)
    }

    /// BMJ Open 2012, e001431, table 1 prints for fifteen raters: P30 7, P70 8, IPRAS 6.1, DI 0.1639. It does not
    /// print the ratings; these have the same two percentiles.
    @Test func `the published figures of a panel of fifteen are reproduced`() throws {
        let result = try #require(Appropriateness(ratings: ratings("677777788888999")))
        #expect(result.raters == 15)
        #expect(result.p30 == Fraction(7))
        #expect(result.p70 == Fraction(8))
        #expect(result.iprcp == Fraction(15, over: 2))
        #expect(result.asymmetryIndex == Fraction(5, over: 2))
        #expect(result.ipras == Fraction(61, over: 10))
        #expect(result.disagreementIndex.printed() == "0.1639")
    }

    @Test func `an option nobody rated has no verdict`() {
        #expect(Appropriateness(ratings: []) == nil)
    }

    @Test func `a single rating is its own median and percentiles`() throws {
        let result = try #require(Appropriateness(ratings: ratings("3")))
        #expect([result.median, result.p30, result.p70] == [Fraction(3), Fraction(3), Fraction(3)])
        #expect(result.disagreementIndex == Fraction(0))
        #expect(result.verdict == .inappropriate)
    }

    @Test(arguments: [("67", Appropriateness.Class.uncertain), ("77", .appropriate), ("33", .inappropriate)])
    func `a median between six and seven is not yet appropriate`(
        panel: String,
        verdict: Appropriateness.Class
    ) throws {
        #expect(try #require(Appropriateness(ratings: ratings(panel))).verdict == verdict)
    }

    @Test func `a rating off the scale is not a rating`() {
        #expect(Rating(rawValue: 0) == nil)
        #expect(Rating(rawValue: 10) == nil)
        #expect(Rating(rawValue: 1)?.third == .against)
        #expect(Rating(rawValue: 4)?.third == .undecided)
        #expect(Rating(rawValue: 7)?.third == .inFavour)
    }

    @Test func `the printed verdict names its rules and keeps four places`() throws {
        let printed = PrintedAppropriateness(try #require(Appropriateness(ratings: ratings("7788899"))))
        #expect(printed.rules == "rand-ucla.1/type-6")
        #expect(printed.raters == 7)
        #expect(printed.distribution == [0, 0, 0, 0, 0, 0, 2, 3, 2])
        #expect(printed.median == "8.0000")
        #expect(printed.p30 == "7.4000")
        #expect(printed.p70 == "8.6000")
        #expect(printed.ipr == "1.2000")
        #expect(printed.iprcp == "8.0000")
        #expect(printed.asymmetryIndex == "3.0000")
        #expect(printed.ipras == "6.8500")
        #expect(printed.disagreementIndex == "0.1752")
        #expect(!printed.disagreement)
        #expect(printed.verdict == .appropriate)
    }
}
