import Testing

@testable import TumorBoard

@Suite struct RevealTests {
    private func revealed(_ board: CaseUnderTest) throws -> Revealed {
        guard case .revealed(let payload)? = board.events(.board).first else {
            throw Rejection(.unknown, "reveal")
        }
        return payload
    }

    @Test func `the last seal and the reveal are one decision, and until then nothing is on the board`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["ravi", "sven", "hale"] {
            try board.seal(by: person)
            #expect(board.events(.board).isEmpty)
            #expect(board.state.phase == .review)
        }
        try board.seal(by: "pia")
        #expect(board.state.phase == .discussion)
        #expect(board.events(.board).map(\.name) == [.revealed])
        #expect(board.last(.dossier)?.name == .phaseChanged)
    }

    @Test func `the last to seal is told no more than the first`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["ravi", "sven", "hale"] { try board.seal(by: person) }
        try board.answerAll(by: "pia")
        let decision = try board.perform(board.sealCommand(by: "pia"), by: "pia")
        #expect(decision.appended.map(\.stream) == [.own("pia")])
    }

    @Test func `it lists reviewers by pseudonym and the panel by name, and ties neither to the other`() throws {
        let payload = try revealed(CaseUnderTest.inDiscussion())
        #expect(payload.reviewers.map(\.pseudonym) == ["R-A", "R-B", "R-C", "R-D"])
        #expect(payload.panel.map(\.name) == payload.panel.map(\.name).sorted())
        #expect(payload.reviewers.allSatisfy { $0.opinion != nil && !$0.isLate })
        let reviewers = String(decoding: Canonical.bytes(payload.reviewers), as: UTF8.self)
        for member in Persona.panel { #expect(!reviewers.contains("\"\(member.person)\"")) }
    }

    @Test func `it publishes the sealed packages and the first opinion to all who read the board`() throws {
        let board = try CaseUnderTest.inDiscussion()
        let payload = try revealed(board)
        let published = Set(board.events(.board).flatMap(\.publishes))
        for member in Persona.panel {
            #expect(try published.contains(#require(board.state.own[member.person]?.seal?.opinion)))
        }
        #expect(try published.contains(#require(board.state.quarantine.firstPlan?.content)))
        #expect(payload.firstValues == Saying.firstOpinion.values)
        #expect(published.allSatisfy { board.blobs[$0.hash]?.count == $0.size })
    }

    @Test func `it opens no notebook`() throws {
        let board = try CaseUnderTest.inDiscussion()
        let seen = try #require(board.state.seen(by: "ravi"))
        #expect(Set(seen.state.own.keys) == ["ravi"])
        #expect(seen.state.quarantine == QuarantineState())
    }

    @Test func `the recused are neither listed nor waited for`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["ravi", "hale", "sven"] { try board.seal(by: person) }
        try board.perform(.recuse(Recuse(reason: "Befangen")), by: "pia")
        let payload = try revealed(board)
        #expect(payload.reviewers.count == 3)
        #expect(!payload.panel.contains { $0.person == "pia" })
    }

    @Test func `when everyone is recused there is nothing to reveal`() throws {
        var board = try CaseUnderTest.inReview()
        for member in Persona.panel { try board.perform(.recuse(Recuse(reason: "Befangen")), by: member.person) }
        #expect(board.state.phase == .review)
        #expect(board.events(.board).isEmpty)
    }

    @Test func `the reveal of the largest panel fits one event`() throws {
        var board = CaseUnderTest()
        let blob = Blob(hash: String(repeating: "f", count: 64), size: Limits.pageBytes)
        let name = String(repeating: "n", count: 40)
        for number in 0..<Limits.panelMembers {
            let person = PersonID(stringLiteral: "person-\(number)")
            let member = Membership(
                person: person,
                name: name,
                role: .reviewer,
                discipline: "discipline-\(number)",
                institution: "i"
            )
            let findings = (0..<100).map { field in
                Finding(
                    field: "field-\(field)-\(name.prefix(20))",
                    value: "\(number)",
                    primary: String(name.prefix(32))
                )
            }
            board.state.logistics.members[person] = member
            board.state.custody.reviewers[person] = "R-\(number)"
            board.state.own[person, default: OwnState()].seal = OwnState.Seal(
                opinion: blob,
                pages: Array(repeating: blob, count: Limits.pagesPerPackage),
                values: SealedValues(dimensions: CaseUnderTest.plan, findings: findings),
                dossier: 1
            )
        }
        let text = Saying.words(String(repeating: "w", count: Limits.firstValuesBytes - 100))
        board.state.quarantine.firstPlan = QuarantineState.FirstPlan(
            content: blob,
            values: [.scope: text],
            findings: []
        )
        #expect(Canonical.bytes(board.state.activePanel).count <= Limits.panelBytes)
        let decision = Reveal(full: board.state, means: board.means).decision
        for appended in decision.appended {
            #expect(Canonical.bytes(appended.event).count <= Limits.eventBytes)
        }
    }
}
