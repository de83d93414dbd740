import Testing

@testable import TumorBoard

/// Who stands ready for a member of the panel, and when they sit.
@Suite struct DeputyTests {
    private func invite(_ member: Membership) -> Command { .invite(Invite(member: member)) }
    private let recuse = Command.recuse(Recuse(reason: "Befangen"))
    private let declare = Command.declareConflicts(DeclareConflicts())
    private let conflict = Command.declareConflicts(DeclareConflicts(statement: "Verwandt"))

    private func deputy(for principal: PersonID, _ discipline: String = "radiology") -> Membership {
        Membership(
            person: "newt",
            name: "Dr. Newt Ebert",
            role: .deputy,
            discipline: discipline,
            institution: "Birkensee",
            deputyFor: principal
        )
    }

    private func role(_ person: PersonID, in board: CaseUnderTest) -> Role? {
        board.state.membership(of: person)?.role
    }

    @Test func `a deputy is of the discipline of the one they stand ready for, and that one's only deputy`() throws {
        let board = try CaseUnderTest.prepared()
        #expect(board.refuses(invite(deputy(for: "ravi")), by: "cora") == nil)
        #expect(board.refusal(of: invite(deputy(for: "pia")), by: "cora") == Rejection(.invalid, "discipline"))
        let second = deputy(for: "sven", "visceral-surgery")
        #expect(board.refusal(of: invite(second), by: "cora") == Rejection(.exists, "deputy"))
        for nobody: PersonID in ["newt", "otto", "dora", "cora"] {
            #expect(board.refusal(of: invite(deputy(for: nobody)), by: "cora") == Rejection(.unknown, "deputyFor"))
        }
        var reviewer = deputy(for: "ravi")
        reviewer.role = .reviewer
        #expect(board.refusal(of: invite(reviewer), by: "cora") == Rejection(.invalid, "deputyFor"))
    }

    @Test func `a deputy declares like the panel, and the freeze waits for it`() throws {
        var board = try CaseUnderTest.prepared()
        let freeze = Command.freezePanel(FreezePanel(settings: Saying.settings))
        try board.perform(invite(deputy(for: "ravi")), by: "cora")
        #expect(board.refusal(of: freeze, by: "cora") == Rejection(.incomplete, "newt"))
        try board.perform(conflict, by: "newt")
        #expect(board.refusal(of: freeze, by: "cora") == Rejection(.conflictOfInterest, "newt"))
        try board.perform(declare, by: "newt")
        try board.perform(freeze, by: "cora")
        #expect(board.state.logistics.sheet?.members.first { $0.person == "newt" } == deputy(for: "ravi"))
        #expect(board.refuses(.removeMember(RemoveMember(person: "newt")), by: "cora") == .frozen)
    }

    @Test func `before the freeze a deputy goes with the one they stood ready for`() throws {
        var board = try CaseUnderTest.prepared()
        try board.perform(.removeMember(RemoveMember(person: "sven")), by: "cora")
        #expect(board.state.membership(of: "dora") == nil)
    }

    @Test func `until they are seated a deputy is no part of the panel`() throws {
        var board = try CaseUnderTest.inReview()
        #expect(board.state.activePanel.map(\.person) == ["hale", "pia", "ravi", "sven"])
        #expect(board.state.custody.reviewers["dora"] == nil)
        #expect(board.refuses(.markRead(MarkRead(part: "histo")), by: "dora") == .roleForbids)
        #expect(board.refuses(.remind(Remind(person: "dora")), by: "cora") == .unknown)
        for member in Persona.panel { try board.seal(by: member.person) }
        #expect(board.state.phase == .discussion)
        #expect(!board.state.board.panel.contains { $0.person == "dora" })
        #expect(board.state.seen(by: "dora")?.state.board == BoardState())
    }

    @Test func `when the one they stand ready for stands down, the deputy sits and begins with nothing`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["hale", "pia", "ravi", "sven"].dropLast() { try board.seal(by: person) }
        let decision = try board.perform(recuse, by: "sven")
        #expect(decision.appended.map(\.stream) == [.own("sven")])
        #expect(role("dora", in: board) == .reviewer)
        #expect(board.state.activePanel.map(\.person) == ["dora", "hale", "pia", "ravi"])
        #expect(board.state.phase == .review, "the panel is not complete without the deputy")
        #expect(board.state.own["dora"]?.answers.isEmpty == true)
        try board.seal(by: "dora")
        #expect(board.state.phase == .discussion)
        #expect(board.state.board.panel.map(\.person).contains("dora"))
    }

    @Test func `a deputy who stands ready with a conflict does not sit until they withdraw it`() throws {
        var board = try CaseUnderTest.inReview()
        try board.perform(conflict, by: "dora")
        try board.perform(recuse, by: "sven")
        #expect(role("dora", in: board) == .deputy)
        try board.perform(declare, by: "dora")
        #expect(role("dora", in: board) == .reviewer)
        #expect(board.refuses(declare, by: "dora") == .phaseForbids)
    }

    @Test func `after the freeze a deputy is called for a member who stood down and has none, and for nobody else`()
        throws
    {
        var board = try CaseUnderTest.inReview()
        #expect(board.refusal(of: invite(deputy(for: "ravi")), by: "cora") == Rejection(.frozen, "deputy"))
        try board.perform(recuse, by: "ravi")
        #expect(board.refuses(invite(deputy(for: "ravi")), by: "cora") == nil)
        try board.perform(recuse, by: "sven")
        let late = deputy(for: "sven", "visceral-surgery")
        #expect(board.refusal(of: invite(late), by: "cora") == Rejection(.frozen, "deputy"))
        try board.perform(invite(deputy(for: "ravi")), by: "cora")
        #expect(role("newt", in: board) == .deputy)
        try board.perform(conflict, by: "newt")
        #expect(role("newt", in: board) == .deputy)
        try board.perform(.removeMember(RemoveMember(person: "newt")), by: "cora")
        var other = deputy(for: "ravi")
        other.person = "nils"
        try board.perform(invite(other), by: "cora")
        try board.perform(declare, by: "nils")
        #expect(role("nils", in: board) == .reviewer)
        #expect(board.refuses(.removeMember(RemoveMember(person: "nils")), by: "cora") == .frozen)
    }

    @Test func `a seat that is left twice is filled twice`() throws {
        var board = try CaseUnderTest.inReview()
        try board.perform(recuse, by: "sven")
        try board.perform(recuse, by: "dora")
        #expect(board.refusal(of: invite(deputy(for: "sven", "visceral-surgery")), by: "cora") == nil)
        try board.perform(invite(deputy(for: "dora", "visceral-surgery")), by: "cora")
        try board.perform(declare, by: "newt")
        #expect(board.state.pseudonym(of: "newt") == board.state.custody.reviewers["sven"])
        #expect(board.state.activePanel.count == 4)
    }

    @Test func `nobody is called once the record is signed`() throws {
        var board = try CaseUnderTest.inSignOff()
        try board.perform(recuse, by: "pia")
        for person: PersonID in ["hale", "ravi"] {
            try board.perform(Sample.command(.respond, in: board, by: person), by: person)
            try board.perform(.sign(Sign(version: 1)), by: person)
        }
        try board.perform(.conclude(Conclude(version: 1)), by: "hale")
        let late = deputy(for: "pia", "pathology")
        #expect(board.refusal(of: invite(late), by: "cora") == Rejection(.frozen, "deputy"))
    }

    @Test func `a seated deputy has the names of the seat, so that none shows who stood down`() throws {
        var board = try CaseUnderTest.inReview()
        try board.perform(recuse, by: "sven")
        for person: PersonID in ["hale", "pia", "ravi", "dora"] { try board.seal(by: person) }
        guard case .revealed(let payload)? = board.events(.board).first else {
            Issue.record("nothing was revealed")
            return
        }
        #expect(payload.reviewers.map(\.pseudonym) == ["R-A", "R-B", "R-C", "R-D"])
        #expect(payload.panel.map(\.person) == ["hale", "dora", "pia", "ravi"])
        let said = String(decoding: board.events(.board).flatMap { Canonical.bytes($0) }, as: UTF8.self)
        #expect(!said.contains("sven"))
        try board.perform(Saying.option("o1"), by: "dora")
        try board.perform(.openVoting(OpenVoting(round: Saying.round(1, ["o1"]))), by: "hale")
        #expect(board.state.custody.voters[1]?.values.sorted() == ["V-A", "V-B", "V-C", "V-D"])
        #expect(board.state.seen(by: "dora")?.voter == board.state.custody.voters[1]?["sven"])
    }

    @Test func `whoever sits down after the reveal amends nobody's opinion`() throws {
        var board = try CaseUnderTest.inDiscussion()
        try board.perform(recuse, by: "sven")
        #expect(role("dora", in: board) == .reviewer)
        let amend = Sample.command(.amendOpinion, in: board, by: "dora")
        #expect(board.refusal(of: amend, by: "dora") == Rejection(.incomplete, "opinion"))
    }
}
