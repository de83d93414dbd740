import Consensus
import Testing

struct QuorumTests {
    private let disciplines: Set = ["surgery", "radiology", "pathology"]

    @Test(arguments: [(0, 3), (2, 3), (3, 3), (4, 3), (5, 4), (6, 4), (7, 5), (9, 6), (10, 7), (20, 14)])
    func `two thirds of the panel vote, and never fewer than three`(panel: Int, needed: Int) {
        #expect(Quorum(panel: panel, required: disciplines).ballotsNeeded == needed)
    }

    @Test func `a vote stands with enough ballots and every discipline`() {
        let quorum = Quorum(panel: 6, required: disciplines)
        #expect(quorum.isReached(ballots: 4, present: disciplines))
        #expect(quorum.isReached(ballots: 4, present: disciplines.union(["palliative medicine"])))
    }

    @Test func `a missing discipline voids the vote however many ballots there are`() {
        let shortfall = Quorum(panel: 6, required: disciplines)
            .shortfall(ballots: 6, present: ["surgery", "pathology"])
        #expect(shortfall.disciplines == ["radiology"])
        #expect(shortfall.ballots == 0)
        #expect(!shortfall.isEmpty)
    }

    @Test func `missing ballots are counted`() {
        let shortfall = Quorum(panel: 9, required: disciplines).shortfall(ballots: 4, present: disciplines)
        #expect(shortfall.ballots == 2)
        #expect(shortfall.disciplines.isEmpty)
        #expect(!shortfall.isEmpty)
    }

    @Test func `two people are not a board`() {
        #expect(!Quorum(panel: 2, required: disciplines).isReached(ballots: 2, present: disciplines))
    }
}
