import Testing

@testable import TumorBoard

@Suite struct MembershipTests {
    private func invite(_ member: Membership) -> Command { .invite(Invite(member: member)) }

    private func newcomer(_ role: Role) -> Membership {
        Membership(
            person: "newt",
            name: "Dr. Newt Ebert",
            role: role,
            discipline: "radiology",
            institution: "Birkensee"
        )
    }

    @Test func `one person has one role on a case`() throws {
        let board = try CaseUnderTest.prepared()
        var twice = Persona.ravi
        twice.role = .observer
        #expect(board.refuses(invite(twice), by: "cora") == .exists)
    }

    @Test func `who coordinates a case is nothing else on it`() throws {
        let board = try CaseUnderTest.prepared()
        for role in Role.allCases where role != .coordinator {
            var cora = Persona.cora
            cora.role = role
            #expect(board.refuses(invite(cora), by: "cora") == .exists)
        }
        #expect(board.refuses(invite(newcomer(.coordinator)), by: "cora") == .invalid)
        #expect(board.refuses(.removeMember(RemoveMember(person: "cora")), by: "cora") == .invalid)
    }

    @Test func `a case has one chair`() throws {
        #expect(try CaseUnderTest.prepared().refuses(invite(newcomer(.chair)), by: "cora") == .exists)
    }

    @Test func `the panel does not change after the freeze, others may come and go`() throws {
        let board = try CaseUnderTest.inReview()
        #expect(board.refuses(invite(newcomer(.reviewer)), by: "cora") == .frozen)
        #expect(board.refuses(invite(newcomer(.chair)), by: "cora") == .frozen)
        for role in [Role.observer, .recipient, .auditor, .translator, .adjudicator] {
            #expect(board.refuses(invite(newcomer(role)), by: "cora") == nil)
        }
        #expect(board.refuses(.removeMember(RemoveMember(person: "ravi")), by: "cora") == .frozen)
        #expect(board.refuses(.removeMember(RemoveMember(person: "hale")), by: "cora") == .frozen)
        #expect(board.refuses(.removeMember(RemoveMember(person: "otto")), by: "cora") == nil)
        #expect(board.refuses(.removeMember(RemoveMember(person: "newt")), by: "cora") == .unknown)
    }

    @Test func `who ever read the first opinion as translator judges nothing any more, not even once removed`() throws {
        var board = try CaseUnderTest.prepared()
        try board.perform(.removeMember(RemoveMember(person: "tove")), by: "cora")
        for role in [Role.reviewer, .deputy, .adjudicator] {
            var tove = newcomer(role)
            tove.person = "tove"
            if role == .deputy { tove.deputyFor = "ravi" }
            #expect(board.refusal(of: invite(tove), by: "cora") == Rejection(.notBlind, "tove"))
        }
        for role in [Role.observer, .recipient, .auditor, .translator] {
            var tove = newcomer(role)
            tove.person = "tove"
            #expect(board.refuses(invite(tove), by: "cora") == nil)
        }
    }

    @Test func `a recipient is not removed once the record is out`() throws {
        let board = try CaseUnderTest.delivered()
        #expect(board.refuses(.removeMember(RemoveMember(person: "rhea")), by: "cora") == .frozen)
    }

    @Test func `a removed member reads nothing any more`() throws {
        var board = try CaseUnderTest.inReview()
        try board.perform(.removeMember(RemoveMember(person: "otto")), by: "cora")
        #expect(board.state.seen(by: "otto") == nil)
        #expect(board.refuses(.markRead(MarkRead(part: "histo")), by: "otto") == .unknown)
    }

    @Test func `an invited reviewer declares conflicts and reads no document`() throws {
        let board = try CaseUnderTest.prepared()
        let seen = try #require(board.state.seen(by: "ravi"))
        #expect(seen.state.dossier.facts?.title == Saying.sheet.title)
        #expect(seen.state.dossier.sources.isEmpty)
        #expect(board.refuses(.annotate(Annotate(annotation: Saying.note("n1", on: board.place))), by: "ravi") != nil)
    }

    @Test func `a declared conflict reaches the coordinator and blocks the freeze until the member is removed`() throws
    {
        var board = try CaseUnderTest.prepared()
        let conflict = DeclareConflicts(statement: "Habe den Patienten operiert.")
        try board.perform(.declareConflicts(conflict), by: "pia")
        #expect(board.last(.logistics)?.name == .conflictsDeclared)
        let freeze = Command.freezePanel(FreezePanel(settings: Saying.settings))
        #expect(board.refusal(of: freeze, by: "cora") == Rejection(.conflictOfInterest, "pia"))
        try board.perform(.removeMember(RemoveMember(person: "pia")), by: "cora")
        #expect(board.refuses(freeze, by: "cora") == nil)
    }

    @Test func `a member invited anew declares anew`() throws {
        var board = try CaseUnderTest.prepared()
        try board.perform(.removeMember(RemoveMember(person: "pia")), by: "cora")
        try board.perform(invite(Persona.pia), by: "cora")
        let freeze = Command.freezePanel(FreezePanel(settings: Saying.settings))
        #expect(board.refusal(of: freeze, by: "cora") == Rejection(.incomplete, "pia"))
    }

    @Test func `a panel has at most forty members`() throws {
        var board = try CaseUnderTest.prepared()
        for number in Persona.panel.count..<Limits.panelMembers {
            var member = newcomer(.reviewer)
            member.person = PersonID(stringLiteral: "p\(number)")
            try board.perform(invite(member), by: "cora")
        }
        #expect(board.refuses(invite(newcomer(.reviewer)), by: "cora") == .limitReached)
    }

    @Test func `who is recused does nothing more, reads on, and is not counted`() throws {
        var board = try CaseUnderTest.inDiscussion()
        try board.perform(.recuse(Recuse(reason: "Befangen")), by: "pia")
        #expect(board.refuses(Saying.option("o1"), by: "pia") == .roleForbids)
        #expect(board.refuses(.recuse(Recuse(reason: "Noch einmal")), by: "pia") == .roleForbids)
        #expect(board.state.seen(by: "pia")?.state.board == board.state.board)
        #expect(board.state.activePanel.count == 3)
        #expect(board.last(.logistics)?.name == .recused)
    }

    @Test func `recusal wants a reason`() throws {
        #expect(try CaseUnderTest.inReview().refuses(.recuse(Recuse(reason: " ")), by: "sven") == .reasonRequired)
    }
}
