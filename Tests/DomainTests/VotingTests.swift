import Testing

@testable import TumorBoard

@Suite struct VotingTests {
    private func open(_ round: Round) -> Command { .openVoting(OpenVoting(round: round)) }
    private let ratings: [OptionID: Choice] = ["o1": .rating(8), "o2": .rating(2)]

    private func withOptions() throws -> CaseUnderTest {
        var board = try CaseUnderTest.inDiscussion()
        try board.perform(Saying.option("o1"), by: "ravi")
        try board.perform(Saying.option("o2"), by: "sven")
        return board
    }

    @Test func `a round is the next one, on options that stand`() throws {
        var board = try withOptions()
        #expect(board.refuses(open(Saying.round(1, ["o1", "o2"])), by: "hale") == nil)
        #expect(board.refuses(open(Saying.round(1, ["o1"])), by: "ravi") == .roleForbids)
        #expect(board.refuses(open(Saying.round(2, ["o1"])), by: "hale") == .stale)
        #expect(board.refuses(open(Saying.round(1, [])), by: "hale") == .invalid)
        #expect(board.refuses(open(Saying.round(1, ["o1", "o1"])), by: "hale") == .invalid)
        #expect(board.refuses(open(Saying.round(1, ["o9"])), by: "hale") == .unknown)
        var round = Saying.round(1, ["o1"])
        round.closes = board.now
        #expect(board.refuses(open(round), by: "hale") == .invalid)
        try board.perform(.withdrawOption(WithdrawOption(id: "o2")), by: "sven")
        #expect(board.refuses(open(Saying.round(1, ["o1", "o2"])), by: "hale") == .unknown)
    }

    @Test func `adoption is of one option, or of the draft as it stands`() throws {
        var board = try CaseUnderTest.inDrafting()
        var round = Saying.round(2, ["o1", "o2"], method: .adoption)
        #expect(board.refuses(open(round), by: "hale") == .invalid)
        round.options = ["o2"]
        #expect(board.refuses(open(round), by: "hale") == nil)
        var draft = Saying.draft(1, options: ["o1", "o2"], values: CaseUnderTest.plan)
        draft.judged = [.scope: .same]
        try board.perform(.writeDraft(WriteDraft(draft: draft)), by: "hale")
        round.draft = 2
        #expect(board.refuses(open(round), by: "hale") == .stale)
        round.draft = 1
        #expect(board.refuses(open(round), by: "hale") == .invalid)
        round.options = ["o1", "o2"]
        #expect(board.refuses(open(round), by: "hale") == nil)
        round.method = .appropriateness
        #expect(board.refuses(open(round), by: "hale") == .invalid)
    }

    @Test func `each method has as many rounds as were frozen with the panel`() throws {
        var board = try withOptions()
        for number in 1...2 {
            try board.perform(open(Saying.round(number, ["o1"])), by: "hale")
            try board.perform(.closeRound(CloseRound(round: number)), by: "hale")
        }
        #expect(board.refuses(open(Saying.round(3, ["o1"])), by: "hale") == .limitReached)
        #expect(board.refuses(open(Saying.round(3, ["o1"], method: .adoption)), by: "hale") == nil)
    }

    @Test func `voters get fresh names for each round, known to themselves alone`() throws {
        let board = try CaseUnderTest.inVoting()
        #expect(Set(board.state.custody.voters[1]?.values.map(\.self) ?? []) == ["V-A", "V-B", "V-C", "V-D"])
        let seen = try #require(board.state.seen(by: "pia"))
        #expect(seen.voter == board.state.custody.voters[1]?["pia"])
        #expect(seen.state.custody.voters.isEmpty)
        #expect(board.state.seen(by: "cora")?.voter == nil)
    }

    @Test func `a ballot answers exactly the options of the open round`() throws {
        let board = try CaseUnderTest.inVoting()
        #expect(board.refuses(Saying.ballot(1, ratings), by: "ravi") == nil)
        #expect(board.refuses(Saying.ballot(2, ratings), by: "ravi") == .stale)
        #expect(board.refuses(Saying.ballot(1, ["o1": .rating(8)]), by: "ravi") == .incomplete)
        let more: [OptionID: Choice] = ["o1": .rating(8), "o2": .rating(2), "o3": .rating(1)]
        #expect(board.refuses(Saying.ballot(1, more), by: "ravi") == .incomplete)
        #expect(board.refuses(Saying.ballot(1, ["o1": .rating(0), "o2": .rating(2)]), by: "ravi") == .invalid)
        #expect(board.refuses(Saying.ballot(1, ["o1": .rating(10), "o2": .rating(2)]), by: "ravi") == .invalid)
        #expect(board.refuses(Saying.ballot(1, ["o1": .adoption(.yes), "o2": .rating(2)]), by: "ravi") == .invalid)
        var other = CastBallot(round: 1, optionSet: "os2", choices: ratings, nonce: String(repeating: "a", count: 64))
        #expect(board.refuses(.castBallot(other), by: "ravi") == .stale)
        other.optionSet = "os1"
        other.reasons = ["o9": "unbekannt"]
        #expect(board.refuses(.castBallot(other), by: "ravi") == .invalid)
    }

    @Test func `a no carries a reason, a yes and an abstention need none`() throws {
        let board = try CaseUnderTest.inVoting(method: .adoption)
        #expect(board.refuses(Saying.ballot(1, ["o1": .adoption(.yes)]), by: "ravi") == nil)
        #expect(board.refuses(Saying.ballot(1, ["o1": .adoption(.abstain)]), by: "ravi") == nil)
        #expect(board.refuses(Saying.ballot(1, ["o1": .adoption(.no)]), by: "ravi") == .reasonRequired)
        var no = CastBallot(
            round: 1,
            optionSet: "os1",
            choices: ["o1": .adoption(.no)],
            nonce: String(repeating: "a", count: 64)
        )
        no.reasons = ["o1": "Zu früh"]
        #expect(board.refuses(.castBallot(no), by: "ravi") == nil)
    }

    @Test func `a nonce is 32 bytes in lower-case hexadecimal, never used twice by one voter`() throws {
        var board = try CaseUnderTest.inVoting()
        #expect(board.refuses(Saying.ballot(1, ratings, nonce: "A"), by: "ravi") == .invalid)
        #expect(board.refuses(Saying.ballot(1, ratings, nonce: "g"), by: "ravi") == .invalid)
        try board.perform(Saying.ballot(1, ratings, nonce: "b"), by: "ravi")
        #expect(board.refuses(Saying.ballot(1, ratings, nonce: "b"), by: "ravi") == .exists)
        #expect(board.refuses(Saying.ballot(1, ratings, nonce: "b"), by: "pia") == nil)
        try board.perform(.closeRound(CloseRound(round: 1)), by: "hale")
        try board.perform(open(Saying.round(2, ["o1", "o2"])), by: "hale")
        #expect(board.refuses(Saying.ballot(2, ratings, nonce: "b"), by: "ravi") == .exists)
    }

    @Test func `a voter recasts at most twenty times`() throws {
        var board = try CaseUnderTest.inVoting()
        for number in 0..<Limits.castsPerRound {
            var cast = CastBallot(round: 1, optionSet: "os1", choices: ratings, nonce: "")
            cast.nonce = Hexadecimal.encode(Entropy.bytes(32, seed: "nonce", purpose: "\(number)"))
            try board.perform(.castBallot(cast), by: "ravi")
        }
        #expect(board.refuses(Saying.ballot(1, ratings), by: "ravi") == .limitReached)
        #expect(board.refuses(Saying.ballot(1, ratings), by: "pia") == nil)
    }

    @Test func `nothing but the panel's ballots and notes happens while a round is open`() throws {
        let board = try CaseUnderTest.inVoting()
        #expect(board.refuses(Saying.option("o3"), by: "ravi") == .phaseForbids)
        #expect(board.refuses(.withdrawOption(WithdrawOption(id: "o1")), by: "ravi") == .phaseForbids)
        #expect(board.refuses(open(Saying.round(2, ["o1"])), by: "hale") == .phaseForbids)
        #expect(board.refuses(.beginDrafting(BeginDrafting()), by: "hale") == .phaseForbids)
    }

    @Test func `the chair closes blind: the answer is the same whatever lies in the box`() throws {
        let empty = try CaseUnderTest.inVoting()
        var full = empty
        for member in Persona.panel where member.person != "hale" {
            try full.perform(Saying.ballot(1, ratings), by: member.person)
        }
        let close = Command.closeRound(CloseRound(round: 1))
        let (one, other) = (try empty.decide(close, by: "hale"), try full.decide(close, by: "hale"))
        #expect(one.appended.map { Canonical.bytes($0.event) } == other.appended.map { Canonical.bytes($0.event) })
        #expect(one.answer == other.answer)
        #expect(one.appended.map(\.stream) == [.dossier])
    }

    @Test func `a minority speaks of a round that was held`() throws {
        var board = try CaseUnderTest.inDrafting()
        let minority = { (round: Int, text: String) in
            Command.stateMinority(StateMinority(round: round, text: text))
        }
        #expect(board.refuses(minority(2, "Nein"), by: "sven") == .unknown)
        let long = String(repeating: "x", count: Limits.dissentLength + 1)
        #expect(board.refuses(minority(1, long), by: "sven") == .limitReached)
        try board.perform(minority(1, "Das Risiko ist unterschätzt."), by: "sven")
        #expect(board.last(.board)?.name == .minorityStated)
    }

    @Test func `what a person states for minorities is limited, whoever else has spoken`() throws {
        var board = try CaseUnderTest.inDrafting()
        let minority = Command.stateMinority(StateMinority(round: 1, text: "Das Risiko ist unterschätzt."))
        for _ in 1...Limits.minoritiesPerPerson { try board.perform(minority, by: "sven") }
        #expect(board.refuses(minority, by: "sven") == .limitReached)
        #expect(board.refuses(minority, by: "ravi") == nil)
    }

    @Test func `the panel leaves a vote for where it came from, whether or not there is a draft`() throws {
        var board = try CaseUnderTest.inSignOff()
        try board.perform(.returnToDiscussion(ReturnToDiscussion(reason: "Noch offen")), by: "hale")
        try board.perform(open(Saying.round(2, ["o1"], method: .adoption)), by: "hale")
        try board.perform(.closeRound(CloseRound(round: 2)), by: "hale")
        #expect(board.state.phase == .discussion)
        try board.perform(.beginDrafting(BeginDrafting()), by: "hale")
        var round = Saying.round(3, ["o1"], method: .adoption)
        round.closes = board.now + .hours(1)
        try board.perform(open(round), by: "hale")
        board.now = board.now + .hours(1)
        board.elapse()
        #expect(board.state.phase == .drafting)
    }

    @Test func `a round opened by an older version leads to the draft once there is one`() throws {
        var state = try CaseUnderTest.inDrafting().state.board
        state.apply(.votingOpened(VotingOpened(round: Saying.round(2, ["o1"]), by: "hale")))
        #expect(state.phaseAfterVoting == .discussion)
        state.draft = BoardState.DraftFacts(version: 1, options: ["o1"])
        #expect(state.phaseAfterVoting == .drafting)
    }

    @Test func `only a method that was frozen is voted by, and any where none was named`() throws {
        var settings = Saying.settings
        settings.methods = [.appropriateness]
        var board = try CaseUnderTest.inReview(settings)
        for member in Persona.panel { try board.seal(by: member.person) }
        try board.perform(Saying.option("o1"), by: "ravi")
        let refusal = board.refusal(of: open(Saying.round(1, ["o1"], method: .adoption)), by: "hale")
        #expect(refusal == Rejection(.frozen, "adoption"))
        #expect(board.refuses(open(Saying.round(1, ["o1"])), by: "hale") == nil)
        #expect(try withOptions().refuses(open(Saying.round(1, ["o1"], method: .adoption)), by: "hale") == nil)
    }
}
