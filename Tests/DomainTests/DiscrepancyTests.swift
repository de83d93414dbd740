import Testing

@testable import TumorBoard

@Suite struct DiscrepancyTests {
    private func holder(
        _ name: String,
        _ dimensions: [Dimension: DimensionValue] = [:],
        findings: [Finding] = []
    ) -> DiscrepancyFinder.Holder {
        DiscrepancyFinder.Holder(name: name, values: SealedValues(dimensions: dimensions, findings: findings))
    }

    private func compare(_ values: DimensionValue...) -> [Discrepancy] {
        DiscrepancyFinder.find(in: values.enumerated().map { holder("R-\($0)", [.stage: $1]) }).listed
    }

    @Test func `codes are compared as sets`() {
        #expect(compare(Saying.coded("tnm-8", "cT3", "cN1"), Saying.coded("tnm-8", "cN1", "cT3", "cT3")).isEmpty)
        #expect(compare(Saying.coded("tnm-8", "cT3", "cN1"), Saying.coded("tnm-8", "cT3", "cN2")).count == 1)
    }

    @Test func `a system whose name says so is compared in order`() {
        let (one, other) = (["CH", "OP"], ["OP", "CH"])
        let ordered = { DimensionValue(system: "obds-therapy-ordered", codes: $0) }
        #expect(compare(ordered(one), ordered(other)).count == 1)
        #expect(compare(ordered(one), ordered(one)).isEmpty)
    }

    @Test func `different systems differ`() {
        #expect(compare(Saying.coded("tnm-7", "cT3"), Saying.coded("tnm-8", "cT3")).count == 1)
    }

    @Test func `words are not compared by machine, and cannot judge is no position`() {
        #expect(compare(Saying.words("groß"), Saying.words("klein")).isEmpty)
        #expect(compare(Saying.words("groß"), Saying.coded("tnm-8", "cT3")).isEmpty)
        #expect(
            DiscrepancyFinder.find(in: [holder("R-A"), holder("R-B", [.stage: Saying.coded("tnm-8", "cT3")])])
                .listed.isEmpty
        )
    }

    @Test func `positions are grouped by value, with their holders in order`() throws {
        let (three, two) = (Saying.coded("tnm-8", "cT3"), Saying.coded("tnm-8", "cT2"))
        let found = DiscrepancyFinder.find(in: [
            holder("R-C", [.stage: three]), holder("R-B", [.stage: two]), holder("R-A", [.stage: three]),
            holder("first-opinion", [.stage: two]),
        ]).listed
        let discrepancy = try #require(found.first)
        #expect(discrepancy.subject == .dimension(.stage))
        #expect(discrepancy.positions.map(\.holders) == [["R-A", "R-C"], ["R-B", "first-opinion"]])
        #expect(discrepancy.positions.map(\.value) == [three, two])
    }

    @Test func `findings contradict on the same field and primary only`() {
        func find(_ one: Finding, _ other: Finding) -> [Discrepancy] {
            DiscrepancyFinder.find(in: [holder("R-A", findings: [one]), holder("R-B", findings: [other])]).listed
        }
        #expect(find(Finding(field: "cT", value: "3"), Finding(field: "cT", value: "2")).count == 1)
        #expect(find(Finding(field: "cT", value: "3"), Finding(field: "cT", value: "3")).isEmpty)
        #expect(find(Finding(field: "cT", value: "3"), Finding(field: "pT", value: "2")).isEmpty)
        #expect(find(Finding(field: "cT", value: "3"), Finding(field: "ypT", value: "0")).isEmpty)
        let (left, right) = ("left", "right")
        let one = Finding(field: "cT", value: "3", primary: left)
        #expect(find(one, Finding(field: "cT", value: "2", primary: right)).isEmpty)
        #expect(find(one, Finding(field: "cT", value: "2", primary: left)).count == 1)
    }

    @Test func `the order is stable: dimensions in theirs, then fields by name`() {
        let one = [Dimension.scope: Saying.coded("s", "1"), .diagnosis: Saying.coded("s", "1")]
        let other = [Dimension.scope: Saying.coded("s", "2"), .diagnosis: Saying.coded("s", "2")]
        let findings = { (value: String) in
            [Finding(field: "pT", value: value), Finding(field: "cN", value: value)]
        }
        let found = DiscrepancyFinder.find(in: [
            holder("R-A", one, findings: findings("1")), holder("R-B", other, findings: findings("2")),
        ]).listed
        #expect(found.map(\.id) == ["d1", "d2", "d3", "d4"])
        #expect(
            found.map(\.subject) == [
                .dimension(.diagnosis), .dimension(.scope), .field("cN", primary: nil), .field("pT", primary: nil),
            ]
        )
    }

    @Test func `words stay with a position only where all its holders share them`() throws {
        var (one, other) = (Saying.coded("s", "1"), Saying.coded("s", "1"))
        one.text = "so"
        other.text = "anders"
        let found = DiscrepancyFinder.find(in: [
            holder("R-A", [.stage: one]), holder("R-B", [.stage: other]),
            holder("R-C", [.stage: Saying.coded("s", "2")]),
        ]).listed
        #expect(found.first?.positions.first?.value.text == nil)
    }

    @Test func `what is beyond the limit is counted, and the dimensions come first`() {
        let findings = { (value: String) in
            (0..<Limits.discrepancies + 4).map { Finding(field: "f\($0)", value: value) }
        }
        let (one, other) = (Saying.coded("s", "1"), Saying.coded("s", "2"))
        let found = DiscrepancyFinder.find(in: [
            holder("R-A", [.stage: one], findings: findings("1")),
            holder("R-B", [.stage: other], findings: findings("2")),
        ])
        #expect(found.listed.count == Limits.discrepancies)
        #expect(found.listed.first?.subject == .dimension(.stage))
        #expect(found.omitted == 5)
    }
}
