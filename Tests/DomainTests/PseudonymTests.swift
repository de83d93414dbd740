import Testing

@testable import TumorBoard

@Suite struct PseudonymTests {
    private func draw(_ count: Int, seed: String) -> [PersonID: String] {
        let people = (0..<count).map { PersonID(stringLiteral: "p\($0)") }
        var board = CaseUnderTest()
        board.seed = seed
        return Pseudonyms.draw("R", for: people, board.means, "custody/pseudonyms")
    }

    @Test func `everyone gets a name of their own`() {
        let names = draw(40, seed: "a").values.sorted(by: Pseudonyms.precedes)
        #expect(names.prefix(3) == ["R-A", "R-B", "R-C"])
        #expect(names[25] == "R-Z" && names[26] == "R-AA" && names[39] == "R-AN")
        #expect(Set(names).count == 40)
        #expect(draw(0, seed: "a").isEmpty)
    }

    @Test func `which name is chance, not order`() {
        let counts = (0..<600).reduce(into: [String: Int]()) { counts, seed in
            counts[draw(3, seed: "\(seed)")["p0"] ?? "", default: 0] += 1
        }
        #expect(counts.keys.sorted() == ["R-A", "R-B", "R-C"])
        #expect(counts.values.allSatisfy { (150...250).contains($0) })
    }
}
