import Testing

@testable import TumorBoard

/// The rest of the matrix: those who hold no office, no longer, or not on this case.
@Suite struct OutsiderTests {
    private func board(_ phase: Phase) throws -> CaseUnderTest { try #require(RuleMatrixTests.boards[phase]) }

    @Test func `every role has somebody in the tests and every phase a case`() {
        #expect(Set(Persona.all.map(\.role)) == Set(Role.allCases))
        #expect(Set(RuleMatrixTests.boards.keys) == Set(Phase.allCases))
        #expect(RuleMatrixTests.cells.count == Phase.allCases.count * Persona.all.count * Command.Name.allCases.count)
        for role in Role.allCases { #expect(Persona.with(role).role == role) }
    }

    @Test(arguments: Phase.allCases)
    func `whatever a stranger says to a case, it is unknown, in one word`(_ phase: Phase) throws {
        let board = try board(phase)
        for name in Command.Name.allCases {
            let command = Sample.command(name, in: board, by: "stranger")
            let refusal = board.refusal(of: command, by: "stranger", content: Sample.content(name))
            #expect(refusal == Rejection(.unknown), "\(name)")
        }
    }

    @Test(arguments: Phase.allCases)
    func `a removed member is a stranger again, also for what they were asking`(_ phase: Phase) throws {
        var board = try board(phase)
        board.append(Decision(.logistics, .memberRemoved(MemberRemoved(person: "tove"))))
        #expect(board.state.seen(by: "tove") == nil)
        for name in Command.Name.allCases {
            let command = Sample.command(name, in: board, by: "tove")
            #expect(board.refusal(of: command, by: "tove", content: Sample.content(name)) == Rejection(.unknown))
        }
    }

    @Test(arguments: [Phase.review, .discussion, .voting, .drafting, .signOff])
    func `the recused are refused everything and told why, which is their own doing`(_ phase: Phase) throws {
        var board = try board(phase)
        try board.perform(.recuse(Recuse(reason: "Befangen")), by: "pia")
        let phase = board.state.phase
        for name in Command.Name.allCases {
            let command = Sample.command(name, in: board, by: "pia")
            let refusal = board.refusal(of: command, by: "pia", content: Sample.content(name))
            let permission = Permission.for(name)
            let isGiven = permission.roles.contains(.reviewer) && permission.phases.contains(phase)
            if isGiven { #expect(refusal == Rejection(.roleForbids, "recused"), "\(name)") }
            #expect(refusal?.code == .roleForbids || refusal?.code == .phaseForbids, "\(name)")
        }
    }

    @Test(arguments: Role.allCases)
    func `a case is opened by whoever will coordinate it, and by no other office`(_ role: Role) {
        var opener = Persona.with(role)
        opener.role = role
        let board = CaseUnderTest()
        let opened = Result { () throws(Rejection) in
            try Rules.open(OpenCase(sheet: Saying.sheet), case: board.id, by: opener, means: board.means)
        }
        switch opened {
        case .success(let decision):
            #expect(role == .coordinator)
            let invited = decision.appended.compactMap { appended -> Membership? in
                if case .memberInvited(let payload) = appended.event { payload.member } else { nil }
            }
            #expect(invited == [opener])
        case .failure(let refusal):
            #expect(role != .coordinator)
            #expect(refusal == Rejection(.roleForbids, Command.Name.openCase.rawValue))
        }
    }

    @Test func `each permission names offices and phases, and openCase alone is given to nobody on a case`() {
        for name in Command.Name.allCases {
            let permission = Permission.for(name)
            #expect(permission.roles.isEmpty == (name == .openCase), "\(name)")
            #expect(permission.phases.isEmpty == (name == .openCase), "\(name)")
        }
    }
}
