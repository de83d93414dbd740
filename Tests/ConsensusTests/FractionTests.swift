import Consensus
import Testing

struct FractionTests {
    @Test(arguments: [
        (1, 3, 4, "0.3333"), (2, 3, 4, "0.6667"), (1, 8, 2, "0.13"), (-1, 8, 2, "-0.13"), (-1, 800, 1, "0.0"),
        (61, 10, 4, "6.1000"), (199, 100, 1, "2.0"), (7, 1, 0, "7"), (1, 20, 1, "0.1"),
    ])
    func `decimals round halves away from zero`(numerator: Int, denominator: Int, places: Int, printed: String) {
        #expect(Fraction(numerator, over: denominator).printed(places: places) == printed)
    }

    @Test func `equal values are equal however they are written`() {
        #expect(Fraction(2, over: 4) == Fraction(-1, over: -2))
        #expect(Fraction(0, over: 5) == Fraction(0))
        #expect(Fraction(1, over: -2) < Fraction(0))
        #expect(Fraction(1, over: 3) < Fraction(34, over: 100))
        #expect("\(Fraction(6, over: -8))" == "-3/4")
    }
}
