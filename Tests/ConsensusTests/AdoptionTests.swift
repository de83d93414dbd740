import Consensus
import Testing

struct AdoptionTests {
    @Test(arguments: [
        (20, 0, Adoption.Strength.strongConsensus, true),
        (39, 2, .strongConsensus, true),
        (19, 1, .consensus, true),
        (16, 4, .consensus, true),
        (15, 5, .majority, false),
        (11, 9, .majority, false),
        (10, 10, .noMajority, false),
        (0, 20, .noMajority, false),
    ])
    func `strength follows the AWMF bands`(yes: Int, no: Int, strength: Adoption.Strength, adopted: Bool) throws {
        let result = try #require(Adoption(of: Tally(yes: yes, no: no), under: .awmf))
        #expect(result.strength == strength)
        #expect(result.adopted == adopted)
    }

    @Test func `exactly three quarters is what the frozen rule says it is`() throws {
        let vote = Tally(yes: 15, no: 5)
        let lenient = AdoptionRule(.awmf, atThreeQuarters: .consensus)
        #expect(try #require(Adoption(of: vote, under: .awmf)).strength == .majority)
        #expect(try #require(Adoption(of: vote, under: lenient)).strength == .consensus)
        #expect(try #require(Adoption(of: vote, under: lenient)).adopted)
    }

    @Test func `an abstention weakens a result only where the rule counts it`() throws {
        let vote = Tally(yes: 8, no: 1, abstain: 3)
        let counting = AdoptionRule(.awmf, abstentions: .counted)
        #expect(try #require(Adoption(of: vote, under: .awmf)).share == Fraction(8, over: 9))
        #expect(try #require(Adoption(of: vote, under: counting)).share == Fraction(2, over: 3))
        #expect(try #require(Adoption(of: vote, under: .awmf)).strength == .consensus)
        #expect(try #require(Adoption(of: vote, under: counting)).strength == .majority)
    }

    @Test(arguments: AdoptionRule.Threshold.allCases, AdoptionRule.Abstentions.allCases)
    func `a vote in which nobody takes a position has no result`(
        threshold: AdoptionRule.Threshold,
        abstentions: AdoptionRule.Abstentions
    ) {
        let rule = AdoptionRule(threshold, abstentions: abstentions)
        #expect(Adoption(of: Tally(yes: 0, no: 0), under: rule) == nil)
        #expect(Adoption(of: Tally(yes: 0, no: 0, abstain: 7), under: rule) == nil)
    }

    @Test(arguments: [
        (AdoptionRule.twoThirds, 6, 3, true), (.twoThirds, 5, 3, false),
        (.threeQuarters, 6, 2, true), (.threeQuarters, 5, 2, false),
        (.seventyFifteen, 9, 1, true), (.seventyFifteen, 8, 2, false),
        (.unanimity, 9, 0, true), (.unanimity, 99, 1, false),
    ])
    func `each preset adopts from its bar upwards`(rule: AdoptionRule, yes: Int, no: Int, adopted: Bool) throws {
        #expect(try #require(Adoption(of: Tally(yes: yes, no: no), under: rule)).adopted == adopted)
    }

    @Test func `seventy fifteen counts the middle of the scale but not as opposition`() throws {
        func adopted(_ panel: String) throws -> Bool {
            try #require(Adoption(of: Tally(ratings: ratings(panel)), under: .seventyFifteen)).adopted
        }
        #expect(try adopted("7777777555"))
        #expect(try !adopted("7777775555"))
        #expect(try adopted("7777777551"))
        #expect(try !adopted("7777777511"))
        // Three of twenty is exactly 15 % against: the bar is "fewer than".
        #expect(try !adopted("77777777777777777111"))
    }

    @Test func `one abstention breaks unanimity only where abstentions count`() throws {
        let vote = Tally(yes: 5, no: 0, abstain: 1)
        let strict = AdoptionRule(.unanimity, abstentions: .counted)
        #expect(try #require(Adoption(of: vote, under: .unanimity)).adopted)
        #expect(try !#require(Adoption(of: vote, under: strict)).adopted)
    }

    @Test func `one more vote in favour never weakens a result`() throws {
        let order: [Adoption.Strength] = [.noMajority, .majority, .consensus, .strongConsensus]
        for threshold in AdoptionRule.Threshold.allCases {
            for no in 0...20 {
                for yes in 1...20 {
                    let rule = AdoptionRule(threshold)
                    let before = try #require(Adoption(of: Tally(yes: yes, no: no), under: rule))
                    let after = try #require(Adoption(of: Tally(yes: yes + 1, no: no), under: rule))
                    #expect(!before.adopted || after.adopted)
                    let ranks = [before, after].compactMap { order.firstIndex(of: $0.strength) }
                    #expect(ranks[0] <= ranks[1])
                }
            }
        }
    }
}
