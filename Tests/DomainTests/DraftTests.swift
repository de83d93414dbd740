import Testing

@testable import TumorBoard

@Suite struct DraftTests {
    private func write(
        _ values: [Dimension: DimensionValue],
        judged: [Dimension: Draft.Judgement] = [:],
        options: [OptionID] = [],
        version: Int = 1
    ) -> Command {
        var draft = Saying.draft(version, options: options, values: values)
        draft.judged = judged
        return .writeDraft(WriteDraft(draft: draft))
    }

    private func outcome(
        _ values: [Dimension: DimensionValue],
        judged: [Dimension: Draft.Judgement] = [:],
        first: [Dimension: DimensionValue] = Saying.firstOpinion.values
    ) -> OutcomeClass {
        var draft = Saying.draft(1, values: values)
        draft.judged = judged
        return Outcome(of: draft, first: first).outcome
    }

    private var same: [Dimension: DimensionValue] {
        var values = Saying.firstOpinion.values
        values[.scope] = nil
        return values
    }

    @Test func `confirm: every compared dimension equals the first opinion`() {
        #expect(outcome(same) == .confirm)
        var more = same
        more[.trialOption] = Saying.coded("yes-no", "yes")
        #expect(outcome(more) == .confirm)
        more[.scope] = Saying.words("Organerhalt")
        #expect(outcome(more, judged: [.scope: .same]) == .confirm)
    }

    @Test func `adjust: the fundamental four are equal and something else differs`() {
        var values = same
        values[.scope] = Saying.words("Organerhalt")
        #expect(outcome(values, judged: [.scope: .different]) == .adjust)
    }

    @Test(arguments: [Dimension.diagnosis, .stage, .intent, .primaryModality])
    func `fundamentally different: one of the four differs`(_ dimension: Dimension) {
        var values = same
        values[dimension] = Saying.coded(Saying.firstOpinion.values[dimension]?.system ?? "", "other")
        #expect(outcome(values) == .fundamentallyDifferent)
        #expect(Dimension.allCases.filter(\.isFundamental).contains(dimension))
    }

    @Test func `no first plan: there was none`() {
        #expect(outcome(same, first: [:]) == .noFirstPlan)
    }

    @Test func `each dimension says how it was compared`() throws {
        var values = CaseUnderTest.plan
        values[.intent] = nil
        values[.sequence] = Saying.coded("obds-therapy-ordered", "IM")
        var draft = Saying.draft(1, values: values)
        draft.judged = [.scope: .different]
        let comparisons = Outcome(of: draft, first: Saying.firstOpinion.values).comparisons
        #expect(comparisons.count == Dimension.allCases.count)
        #expect(comparisons[.diagnosis] == .same)
        #expect(comparisons[.stage] == .different)
        #expect(comparisons[.scope] == .chairDifferent)
        #expect(comparisons[.intent] == .notCompared)
        #expect(comparisons[.sequence] == .notCompared)
    }

    @Test func `the chair judges words, and only words`() throws {
        let board = try CaseUnderTest.inDrafting()
        let plan = CaseUnderTest.plan
        #expect(board.refusal(of: write(plan), by: "hale") == Rejection(.incomplete, "scope"))
        #expect(board.refuses(write(plan, judged: [.scope: .same]), by: "hale") == nil)
        let coded = write(plan, judged: [.scope: .same, .stage: .same])
        #expect(board.refusal(of: coded, by: "hale") == Rejection(.invalid, "stage"))
        let unanswered = write(plan, judged: [.scope: .same, .sequence: .same])
        #expect(board.refusal(of: unanswered, by: "hale") == Rejection(.invalid, "sequence"))
    }

    @Test func `a first plan is never passed over in silence`() throws {
        let board = try CaseUnderTest.inDrafting()
        #expect(board.refusal(of: write([:]), by: "hale") == Rejection(.incomplete, "values"))
        let beside = [Dimension.trialOption: Saying.coded("yes-no", "yes")]
        #expect(board.refusal(of: write(beside), by: "hale") == Rejection(.incomplete, "values"))
    }

    @Test func `a draft is the next version, on options that stand`() throws {
        var board = try CaseUnderTest.inDrafting()
        #expect(board.refuses(write(same, version: 2), by: "hale") == .stale)
        #expect(board.refuses(write(same, options: ["o9"]), by: "hale") == .unknown)
        #expect(board.refuses(write(same, options: ["o1", "o1"]), by: "hale") == .invalid)
        try board.perform(write(same, options: ["o1"]), by: "hale")
        #expect(board.refuses(write(same), by: "hale") == .stale)
        #expect(board.refuses(write(same, version: 2), by: "hale") == nil)
        #expect(board.refuses(write(same, version: 2), by: "ravi") == .roleForbids)
    }

    @Test func `no consensus is a result: a draft may adopt nothing`() throws {
        #expect(try CaseUnderTest.inDrafting().refuses(write(same), by: "hale") == nil)
    }

    @Test func `the outcome is computed and stored with the draft, never chosen`() throws {
        var board = try CaseUnderTest.inDrafting()
        try board.perform(write(same), by: "hale")
        guard case .drafted(let payload)? = board.last(.board) else {
            Issue.record("nothing was drafted")
            return
        }
        #expect(payload.outcome == .confirm)
        #expect(payload.comparisons[.stage] == .same)
    }

    @Test func `sign-off is of the last version`() throws {
        var board = try CaseUnderTest.inDrafting()
        let open = { (version: Int) in Command.openSignOff(OpenSignOff(version: version)) }
        #expect(board.refuses(open(1), by: "hale") == .incomplete)
        try board.perform(write(same), by: "hale")
        try board.perform(write(same, version: 2), by: "hale")
        #expect(board.refuses(open(1), by: "hale") == .stale)
        #expect(board.refuses(open(2), by: "hale") == nil)
    }

    @Test func `the way back to the discussion wants a reason`() throws {
        let board = try CaseUnderTest.inSignOff()
        #expect(board.refuses(.returnToDiscussion(ReturnToDiscussion(reason: "")), by: "hale") == .reasonRequired)
        #expect(board.refuses(.returnToDiscussion(ReturnToDiscussion(reason: "Neu")), by: "pia") == .roleForbids)
    }
}
