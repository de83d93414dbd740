import Testing

@testable import TumorBoard

@Suite struct SealTests {
    private func state(_ answer: Answer, revision: Int = 0) -> Command {
        .stateOpinion(StateOpinion(dimension: .intent, answer: answer, revision: revision))
    }

    @Test func `an answer has a confidence, a rationale and a place in the primary data`() throws {
        let board = try CaseUnderTest.inReview()
        let good = Saying.answer(Saying.coded("intent", "curative"), citing: board.place)
        #expect(board.refuses(state(good), by: "ravi") == nil)
        var answer = good
        answer.confidence = 10
        #expect(board.refuses(state(answer), by: "ravi") == .invalid)
        answer = good
        answer.confidence = nil
        #expect(board.refuses(state(answer), by: "ravi") == .invalid)
        answer = good
        answer.rationale = " "
        #expect(board.refuses(state(answer), by: "ravi") == .invalid)
        answer = good
        answer.citations = []
        #expect(board.refuses(state(answer), by: "ravi") == .incomplete)
        answer.citations = [Target(part: "letter", version: "x")]
        #expect(board.refuses(state(answer), by: "ravi") == .unknown)
        answer.citations = Array(repeating: board.place, count: Limits.citationsPerAnswer + 1)
        #expect(board.refuses(state(answer), by: "ravi") == .limitReached)
    }

    @Test func `cannot judge is an answer, without confidence`() throws {
        let board = try CaseUnderTest.inReview()
        var answer = Saying.answer(nil, citing: board.place)
        #expect(board.refuses(state(answer), by: "ravi") == nil)
        answer.confidence = 5
        #expect(board.refuses(state(answer), by: "ravi") == .invalid)
    }

    @Test(arguments: [
        DimensionValue(system: "tnm-8", codes: []), DimensionValue(codes: ["cT3"]), DimensionValue(codes: []),
        DimensionValue(system: "tnm-8", codes: ["a\nb"]), DimensionValue(system: "", codes: ["a"]),
    ])
    func `a value is codes with their system, or words`(_ value: DimensionValue) throws {
        let board = try CaseUnderTest.inReview()
        #expect(board.refuses(state(Saying.answer(value, citing: board.place)), by: "ravi") == .invalid)
    }

    @Test func `two tabs of one person never overwrite each other`() throws {
        var board = try CaseUnderTest.inReview()
        let answer = Saying.answer(Saying.words("kurativ"), citing: board.place)
        #expect(try board.perform(state(answer), by: "ravi").answer.revision == 1)
        #expect(board.refuses(state(answer), by: "ravi") == .stale)
        #expect(try board.perform(state(answer, revision: 1), by: "ravi").answer.revision == 2)
    }

    @Test func `a seal answers every dimension`() throws {
        var board = try CaseUnderTest.inReview()
        try board.perform(state(Saying.answer(nil, citing: board.place)), by: "ravi")
        let refusal = board.refusal(of: board.sealCommand(by: "ravi"), by: "ravi")
        #expect(refusal?.code == .incomplete)
        #expect(refusal?.detail?.split(separator: ", ").count == 9)
        #expect(refusal?.detail?.contains("intent") == false)
    }

    @Test func `a seal is of the work as it stands, no older`() throws {
        var board = try CaseUnderTest.inReview()
        try board.answerAll(by: "ravi")
        let early = board.sealCommand(by: "ravi")
        try board.perform(.markRead(MarkRead(part: "histo")), by: "ravi")
        #expect(board.refuses(early, by: "ravi") == .stale)
    }

    @Test func `sealing gives the receipt to its author and only the fact to the coordinator`() throws {
        var board = try CaseUnderTest.inReview()
        try board.answerAll(by: "ravi")
        let decision = try board.perform(board.sealCommand(by: "ravi"), by: "ravi")
        let receipt = try #require(decision.answer.opinion)
        #expect(board.blobs[receipt].map { Hexadecimal.encode(board.means.sha256($0)) } == receipt)
        guard case .sealed(let told)? = board.last(.logistics) else {
            Issue.record("logistics was not told")
            return
        }
        #expect(told.person == "ravi")
        #expect(told.opinion == nil && told.pages == nil && told.values == nil)
        #expect(board.events(.board).isEmpty)
    }

    @Test func `what is sealed rests`() throws {
        var board = try CaseUnderTest.inReview()
        try board.seal(by: "ravi")
        let answer = Saying.answer(Saying.words("palliativ"), citing: board.place)
        #expect(board.refuses(state(answer, revision: 1), by: "ravi") == .alreadyDone)
        let note = Annotate(annotation: Saying.note("n9", on: board.place))
        #expect(board.refuses(.annotate(note), by: "ravi") == .alreadyDone)
        #expect(board.refuses(board.sealCommand(by: "ravi"), by: "ravi") == .alreadyDone)
        #expect(board.refuses(.markRead(MarkRead(part: "ct")), by: "ravi") == nil)
    }

    @Test func `a package is of a bounded size`() throws {
        var board = try CaseUnderTest.inReview()
        for dimension in Dimension.allCases.prefix(5) {
            var answer = Saying.answer(Saying.words("x"), citing: board.place)
            answer.rationale = String(repeating: "y", count: Limits.textLength)
            try board.perform(
                .stateOpinion(StateOpinion(dimension: dimension, answer: answer, revision: 0)),
                by: "ravi"
            )
        }
        #expect(throws: Rejection(.limitReached, "opinion")) {
            try PackageBuilder.build(
                own: board.events(.own("ravi")),
                upTo: board.events(.own("ravi")).count,
                documentOrder: [],
                salt: { $0 },
                sha256: board.means.sha256
            )
        }
    }
}
