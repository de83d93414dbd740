import Testing

@testable import TumorBoard

/// A member stands down: who is told when, who leads then, and that the case goes on.
@Suite struct StandingDownTests {
    private let recuse = Command.recuse(Recuse(reason: "Befangen"))

    private func names(_ board: CaseUnderTest, _ count: Int) -> [Event.Name] {
        board.events(.board).suffix(count).map(\.name)
    }

    private func record(of board: CaseUnderTest) throws -> Record {
        let blob = try #require(board.state.board.record?.record)
        return try Canonical.decode(Record.self, from: #require(board.blobs[blob.hash]))
    }

    /// From wherever the case stands under review to the delivery, led by `chair`.
    private func deliver(_ board: inout CaseUnderTest, chair: PersonID) throws {
        let people = board.state.activePanel.map(\.person)
        if board.state.phase == .review { for person in people { try board.seal(by: person) } }
        try board.perform(Saying.option("o1", ["IM"]), by: people[0])
        try board.perform(.openVoting(OpenVoting(round: Saying.round(1, ["o1"]))), by: chair)
        for person in people { try board.perform(Saying.ballot(1, ["o1": .rating(8)]), by: person) }
        try board.perform(.closeRound(CloseRound(round: 1)), by: chair)
        guard case .roundOpened(let opened)? = board.events(.board).last(where: { $0.name == .roundOpened }) else {
            throw Rejection(.unknown, "round")
        }
        #expect(!opened.isVoid && opened.count == people.count)
        try board.perform(.beginDrafting(BeginDrafting()), by: chair)
        var draft = Saying.draft(1, options: ["o1"], values: CaseUnderTest.plan)
        draft.judged = [.scope: .different]
        try board.perform(.writeDraft(WriteDraft(draft: draft)), by: chair)
        try board.perform(.openSignOff(OpenSignOff(version: 1)), by: chair)
        for person in people {
            try board.perform(Sample.command(.respond, in: board, by: person), by: person)
            try board.perform(.sign(Sign(version: 1)), by: person)
        }
        try board.perform(.conclude(Conclude(version: 1)), by: chair)
        try board.perform(.deliver(Deliver()), by: "cora")
        #expect(board.state.phase == .delivered)
    }

    private func call(_ member: Membership, in board: inout CaseUnderTest) throws {
        try board.perform(.invite(Invite(member: member)), by: "cora")
        try board.perform(.declareConflicts(DeclareConflicts()), by: member.person)
    }

    @Test func `a chair with a deputy stands down, and the case is delivered by the deputy`() throws {
        var board = try CaseUnderTest.prepared()
        try call(Persona.nora, in: &board)
        try board.perform(.freezePanel(FreezePanel(settings: Saying.settings)), by: "cora")
        try board.perform(recuse, by: "hale")
        #expect(board.state.membership(of: "nora")?.role == .chair)
        try deliver(&board, chair: "nora")
        #expect(try record(of: board).signatures.first?.member.person == "nora")
    }

    @Test func `a chair without a deputy stands down, one of the panel is appointed, and the case is delivered`() throws
    {
        var settings = Saying.settings
        settings.requiredDisciplines = ["radiology"]
        var board = try CaseUnderTest.inReview(settings)
        let appoint = { (person: PersonID, reason: String) in
            Command.appointChair(AppointChair(person: person, reason: reason))
        }
        #expect(board.refusal(of: appoint("ravi", "Schneller"), by: "cora") == Rejection(.exists, "chair"))
        try board.perform(recuse, by: "hale")
        #expect(board.refuses(appoint("ravi", ""), by: "cora") == .reasonRequired)
        for person: PersonID in ["hale", "dora", "otto", "stranger"] {
            #expect(board.refuses(appoint(person, "Erfahren"), by: "cora") == .unknown)
        }
        #expect(board.refuses(appoint("ravi", "Erfahren"), by: "pia") == .roleForbids)
        try board.perform(appoint("ravi", "Erfahren"), by: "cora")
        #expect(board.events(.board).isEmpty)
        try deliver(&board, chair: "ravi")
        #expect(board.state.board.panel.first { $0.person == "ravi" }?.role == .chair)
    }

    @Test func `the only member of a required discipline stands down, a deputy is called, and the case is delivered`()
        throws
    {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["hale", "pia"] { try board.seal(by: person) }
        try board.perform(recuse, by: "ravi")
        var newt = Persona.nora
        newt.discipline = "radiology"
        newt.deputyFor = "ravi"
        try call(newt, in: &board)
        try board.seal(by: "sven")
        #expect(board.state.phase == .review)
        try board.seal(by: "nora")
        try deliver(&board, chair: "hale")
    }

    @Test func `the last unsealed member stands down, which reveals, and who is called then takes part from there`()
        throws
    {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["pia", "ravi", "sven"] { try board.seal(by: person) }
        try board.perform(recuse, by: "hale")
        #expect(board.state.phase == .discussion)
        #expect(board.state.seen(by: "nora") == nil)
        try call(Persona.nora, in: &board)
        guard case .seated(let seated)? = board.last(.board) else {
            Issue.record("the panel was not told")
            return
        }
        // Hale stood down before the reveal, and stays unnamed.
        #expect(seated.member.role == .chair && seated.member.deputyFor == nil && seated.principal == nil)
        #expect(board.state.seen(by: "nora")?.state.board == board.state.board)
        try deliver(&board, chair: "nora")
    }

    @Test(arguments: [Phase.discussion, .drafting, .signOff])
    func `in the open the panel is told at once who stood down and who sits in their place`(_ phase: Phase) throws {
        var board = try #require(RuleMatrixTests.boards[phase])
        let answer = try board.perform(recuse, by: "sven")
        #expect(answer.appended.map(\.stream) == [.own("sven"), .board])
        #expect(names(board, 2) == [.stoodDown, .seated])
        let told = String(decoding: Canonical.bytes(board.events(.board).suffix(2).map(\.self)), as: UTF8.self)
        #expect(told.contains(#""principal":"sven""#))
        #expect(!told.contains("Befangen"))
        #expect(board.state.board.sitting.map(\.person).sorted() == ["dora", "hale", "pia", "ravi"])
    }

    @Test func `a recusal in a vote is told with the opening, and the deputy's ballot counts`() throws {
        var board = try CaseUnderTest.inVoting()
        let ratings: [OptionID: Choice] = ["o1": .rating(8), "o2": .rating(2)]
        for person: PersonID in ["hale", "ravi", "sven"] { try board.perform(Saying.ballot(1, ratings), by: person) }
        let before = board.state.seen(by: "pia")
        try board.perform(recuse, by: "sven")
        #expect(board.state.seen(by: "pia") == before)
        for person: PersonID in ["pia", "dora"] { try board.perform(Saying.ballot(1, ratings, nonce: "b"), by: person) }
        try board.perform(.closeRound(CloseRound(round: 1)), by: "hale")
        #expect(names(board, 4) == [.roundClosed, .roundOpened, .stoodDown, .seated])
        guard case .roundOpened(let opened)? = board.events(.board).dropLast(2).last else { return }
        #expect(opened.count == 4 && !opened.isVoid)
    }

    @Test func `a round that runs out tells it too`() throws {
        var board = try CaseUnderTest.inDiscussion()
        try board.perform(Saying.option("o1"), by: "ravi")
        var round = Saying.round(1, ["o1"])
        round.closes = .start + .hours(1)
        try board.perform(.openVoting(OpenVoting(round: round)), by: "hale")
        try board.perform(recuse, by: "sven")
        board.now = .start + .hours(1)
        board.elapse()
        #expect(names(board, 4) == [.roundClosed, .roundOpened, .stoodDown, .seated])
    }

    @Test func `a chair appointed in the open is told at once`() throws {
        var board = try CaseUnderTest.inDiscussion()
        try board.perform(recuse, by: "hale")
        try board.perform(Sample.command(.appointChair, in: board, by: "cora"), by: "cora")
        #expect(names(board, 2) == [.stoodDown, .seated])
        #expect(board.state.board.panel.first { $0.person == "ravi" }?.role == .chair)
        #expect(board.refuses(.beginDrafting(BeginDrafting()), by: "hale") == .roleForbids)
        #expect(board.refuses(.beginDrafting(BeginDrafting()), by: "ravi") == nil)
    }

    @Test func `who signed and stood down covers no discipline, and the record names them as such`() throws {
        var board = try CaseUnderTest.inSignOff()
        for person: PersonID in ["hale", "ravi", "pia"] {
            try board.perform(Sample.command(.respond, in: board, by: person), by: person)
            try board.perform(.sign(Sign(version: 1)), by: person)
        }
        try board.perform(recuse, by: "pia")
        #expect(board.refuses(.conclude(Conclude(version: 1)), by: "hale") == nil)
        var other = board
        try other.perform(recuse, by: "ravi")
        let refusal = other.refusal(of: .conclude(Conclude(version: 1)), by: "hale")
        #expect(refusal == Rejection(.incomplete, "radiology"))
        try board.perform(.conclude(Conclude(version: 1)), by: "hale")
        let record = try record(of: board)
        #expect(record.recused?.map(\.person) == ["pia"])
        #expect(record.silent.map(\.person) == ["sven"])
        #expect(record.signatures.map(\.member.person) == ["hale", "ravi"])
        #expect(record.responses.map(\.member.person).contains("pia"))
    }

    @Test func `a record of a panel that all sat to the end names nobody as recused`() throws {
        #expect(try record(of: CaseUnderTest.signed()).recused == nil)
    }

    @Test func `the closing manifest has every stream of a seat under its name`() throws {
        var board = try CaseUnderTest.inReview()
        try board.perform(recuse, by: "sven")
        try deliver(&board, chair: "hale")
        try board.perform(.acknowledge(Acknowledge()), by: "rhea")
        try board.perform(.close(Close()), by: "cora")
        guard case .closed(let manifest)? = board.last(.dossier) else {
            Issue.record("no manifest")
            return
        }
        let seat = try #require(board.state.custody.reviewers["sven"])
        let heads = manifest.heads.filter { $0.pseudonym == seat }
        #expect(heads.map(\.hash) == ["head of own/dora", "head of own/sven"])
        #expect(manifest.heads.count == 5)
    }
}
