import Testing

@testable import TumorBoard

@Suite struct DeliveryTests {
    @Test func `a recipient sees nothing before delivery, then the record alone`() throws {
        var board = try CaseUnderTest.signed()
        #expect(board.state.seen(by: "rhea") == nil)
        try board.perform(.deliver(Deliver()), by: "cora")
        let seen = try #require(board.state.seen(by: "rhea"))
        #expect(seen.phase == .delivered)
        #expect(seen.signedRecord == board.state.board.record)
        #expect(seen.state.dossier == DossierState() && seen.state.board == BoardState())
        #expect(Set(seen.state.heads.keys) == [.delivery])
    }

    @Test func `the recipient's list names the case it got, and nothing of it before`() throws {
        var board = try CaseUnderTest.signed()
        try board.perform(.deliver(Deliver()), by: "cora")
        let card = try #require(board.state.seen(by: "rhea")).state.card
        let facts = try #require(board.state.dossier.facts)
        #expect(card.title == facts.title)
        #expect(card.patient == facts.patient)
        #expect(card.language == facts.language)
        #expect(card.clinicalDeadline == nil && card.urgency == nil && card.board == nil)
    }

    @Test func `what the panel adds reaches the recipient, said before the delivery or after`() throws {
        var board = try CaseUnderTest.signed()
        try board.perform(.addAddendum(AddAddendum(text: "Vorher")), by: "ravi")
        #expect(board.state.seen(by: "rhea") == nil)
        try board.perform(.deliver(Deliver()), by: "cora")
        try board.perform(.addAddendum(AddAddendum(text: "Nachher")), by: "hale")
        for stream in [Stream.board, .delivery] {
            let said = board.events(stream).compactMap { event in
                if case .addendumAdded(let payload) = event { payload.text } else { nil }
            }
            #expect(said == ["Vorher", "Nachher"])
        }
        #expect(board.state.seen(by: "rhea")?.state.head(of: .delivery) == 3)
    }

    @Test func `there is somebody to deliver to`() throws {
        var board = try CaseUnderTest.signed()
        try board.perform(.removeMember(RemoveMember(person: "rhea")), by: "cora")
        #expect(board.refusal(of: .deliver(Deliver()), by: "cora") == Rejection(.incomplete, "recipient"))
    }

    @Test func `the recipient acknowledges once, and nobody in their place`() throws {
        var board = try CaseUnderTest.delivered()
        for member in Persona.panel + [Persona.cora, Persona.otto] {
            #expect(board.refuses(.acknowledge(Acknowledge()), by: member.person) == .roleForbids)
        }
        try board.perform(.acknowledge(Acknowledge()), by: "rhea")
        #expect(board.refuses(.acknowledge(Acknowledge()), by: "rhea") == .alreadyDone)
        #expect(board.state.standing(of: "rhea").acknowledged)
    }

    @Test func `a case closes when every recipient has acknowledged`() throws {
        var board = try CaseUnderTest.delivered()
        let second = Membership(person: "sami", name: "Dr. Sami Roth", role: .recipient)
        try board.perform(.invite(Invite(member: second)), by: "cora")
        try board.perform(.acknowledge(Acknowledge()), by: "rhea")
        #expect(board.refusal(of: .close(Close()), by: "cora") == Rejection(.incomplete, "sami"))
        try board.perform(.acknowledge(Acknowledge()), by: "sami")
        #expect(board.refuses(.close(Close()), by: "cora") == nil)
    }

    @Test func `the closing manifest opens the panel sheet and gives the heads of own streams by pseudonym`() throws {
        let board = try CaseUnderTest.closed()
        guard case .closed(let manifest)? = board.last(.dossier) else {
            Issue.record("no manifest")
            return
        }
        let frozen = board.events(.dossier).compactMap { event in
            if case .panelFrozen(let payload) = event { payload.sheet } else { nil }
        }
        #expect(frozen == [Hexadecimal.encode(board.means.sha256(Canonical.bytes(manifest.sheet)))])
        #expect(manifest.heads.map(\.pseudonym) == ["R-A", "R-B", "R-C", "R-D"])
        for (person, pseudonym) in board.state.custody.reviewers {
            let head = try #require(manifest.heads.first { $0.pseudonym == pseudonym })
            #expect(head.seq == board.events(.own(person)).count)
            #expect(head.hash == "head of own/\(person)")
        }
    }

    @Test func `the auditor reads nothing before close and everything after`() throws {
        #expect(try CaseUnderTest.delivered().state.seen(by: "aude") == nil)
        let board = try CaseUnderTest.closed()
        #expect(board.state.seen(by: "aude")?.state == board.state)
    }

    @Test(arguments: [Phase.closed, .withdrawn])
    func `when it is over nobody appends anything`(_ phase: Phase) throws {
        let board = try CaseUnderTest.in(phase)
        for member in Persona.all {
            for name in Command.Name.allCases {
                let refusal = board.refuses(Sample.command(name, in: board, by: member.person), by: member.person)
                #expect(refusal != nil)
            }
        }
    }
}
