import Testing

@testable import TumorBoard

@Suite struct SignOffTests {
    private static let sign = Command.sign(Sign(version: 1))
    private static let conclude = Command.conclude(Conclude(version: 1))

    private func respond(
        _ position: Response.Position,
        alternative: String? = nil,
        reasons: String? = nil,
        version: Int = 1
    ) -> Command {
        let response = Response(version: version, position: position, alternative: alternative, reasons: reasons)
        return .respond(Respond(response: response))
    }

    private func signed(by people: PersonID...) throws -> CaseUnderTest {
        var board = try CaseUnderTest.inSignOff()
        for person in people {
            try board.perform(respond(.concur), by: person)
            try board.perform(Self.sign, by: person)
        }
        return board
    }

    @Test func `a dissent has an alternative and reasons`() throws {
        let board = try CaseUnderTest.inSignOff()
        #expect(board.refuses(respond(.dissent), by: "sven") == .reasonRequired)
        #expect(board.refuses(respond(.dissent, alternative: "OP"), by: "sven") == .reasonRequired)
        #expect(board.refuses(respond(.dissent, alternative: "OP", reasons: " "), by: "sven") == .reasonRequired)
        #expect(board.refuses(respond(.dissent, alternative: "OP", reasons: "Weil"), by: "sven") == nil)
        let long = String(repeating: "x", count: Limits.dissentLength + 1)
        #expect(board.refuses(respond(.dissent, alternative: "OP", reasons: long), by: "sven") == .limitReached)
        #expect(board.refuses(respond(.concur, alternative: "OP"), by: "sven") == .invalid)
        #expect(board.refuses(respond(.concur, version: 2), by: "sven") == .stale)
    }

    @Test func `a response may change until it is signed`() throws {
        var board = try CaseUnderTest.inSignOff()
        #expect(board.refuses(Self.sign, by: "sven") == .incomplete)
        try board.perform(respond(.concur), by: "sven")
        try board.perform(respond(.dissent, alternative: "OP", reasons: "Weil"), by: "sven")
        try board.perform(Self.sign, by: "sven")
        #expect(board.refuses(respond(.concur), by: "sven") == .alreadyDone)
        #expect(board.refuses(Self.sign, by: "sven") == .alreadyDone)
        guard case .signed(let payload)? = board.last(.board) else { return }
        #expect(payload.attestsOnly)
        #expect(payload.at == board.now)
    }

    @Test func `the chair and one signer of each required discipline conclude`() throws {
        #expect(try signed(by: "ravi").refusal(of: Self.conclude, by: "hale") == Rejection(.incomplete, "chair"))
        #expect(try signed(by: "hale").refusal(of: Self.conclude, by: "hale") == Rejection(.incomplete, "radiology"))
        #expect(try signed(by: "hale", "ravi").refusal(of: Self.conclude, by: "hale") == nil)
        #expect(try signed(by: "hale", "ravi").refuses(Self.conclude, by: "ravi") == .roleForbids)
    }

    @Test func `a dissenter's signature stands for the discipline`() throws {
        var board = try signed(by: "hale")
        try board.perform(respond(.dissent, alternative: "OP", reasons: "Weil"), by: "ravi")
        try board.perform(Self.sign, by: "ravi")
        #expect(board.refuses(Self.conclude, by: "hale") == nil)
    }

    @Test func `the record is of what stands now, no older`() throws {
        let board = try signed(by: "hale", "ravi")
        let seen = try #require(board.state.seen(by: "hale"))
        var built = try #require(board.builtRecord(by: "hale"))
        func decide(_ prepared: Prepared) throws {
            _ = try Rules.decide(Self.conclude, by: "hale", prepared: prepared, seen: seen, means: board.means)
        }
        try decide(.record(built))
        built.board -= 1
        #expect(throws: Rejection(.stale, "record")) { try decide(.record(built)) }
        built.board += 1
        built.dossier -= 1
        #expect(throws: Rejection(.stale, "record")) { try decide(.record(built)) }
        #expect(throws: Rejection(.stale, "record")) { try decide(.nothing) }
    }

    @Test func `silence is no response, never consent`() throws {
        var board = try signed(by: "hale", "ravi")
        try board.perform(Self.conclude, by: "hale")
        let blob = try #require(board.state.board.record?.record)
        let record = try Canonical.decode(Record.self, from: #require(board.blobs[blob.hash]))
        #expect(record.silent.map(\.person) == ["pia", "sven"])
        #expect(record.responses.map(\.member.person) == ["hale", "ravi"])
    }

    @Test func `the way back voids every response and signature`() throws {
        var board = try signed(by: "hale", "ravi")
        try board.perform(.returnToDiscussion(ReturnToDiscussion(reason: "Neuer Befund")), by: "hale")
        #expect(board.state.standing(of: "ravi").signedVersion == nil)
        #expect(board.state.standing(of: "ravi").respondedVersion == nil)
        try board.perform(.beginDrafting(BeginDrafting()), by: "hale")
        try board.perform(.openSignOff(OpenSignOff(version: 1)), by: "hale")
        #expect(board.refuses(Self.sign, by: "ravi") == .incomplete)
        #expect(board.refusal(of: Self.conclude, by: "hale") == Rejection(.incomplete, "chair"))
        let record = try RecordBuilder.build(
            case: board.id,
            dossier: board.events(.dossier),
            board: board.events(.board),
            concluded: board.now,
            chair: "hale"
        )
        #expect(record.signatures.isEmpty && record.responses.isEmpty)
    }

    @Test func `there is no record before a draft is out for signature`() throws {
        let board = try CaseUnderTest.inDrafting()
        #expect(throws: Rejection(.incomplete, "draft")) {
            try RecordBuilder.build(
                case: board.id,
                dossier: board.events(.dossier),
                board: board.events(.board),
                concluded: board.now,
                chair: "hale"
            )
        }
    }

    @Test func `after the signature there are only addenda`() throws {
        var board = try CaseUnderTest.signed()
        let addendum = Command.addAddendum(AddAddendum(text: "Nachbefund eingetroffen"))
        try board.perform(addendum, by: "ravi")
        #expect(board.refuses(addendum, by: "cora") == .roleForbids)
        #expect(board.refuses(respond(.concur), by: "ravi") == .phaseForbids)
        #expect(board.refuses(.returnToDiscussion(ReturnToDiscussion(reason: "Neu")), by: "hale") == .phaseForbids)
        #expect(board.refuses(.withdraw(Withdraw(reason: "Zu spät")), by: "cora") == .phaseForbids)
    }

    @Test func `what was settled is not listed as unresolved, what was left open is`() throws {
        var board = try CaseUnderTest.inDiscussion()
        for (id, status) in [("d1", .resolved), ("d2", .acceptedAsOpen)] as [(DiscrepancyID, Discrepancy.Status)] {
            let settle = SettleDiscrepancy(id: id, status: status, conclusion: "Besprochen")
            try board.perform(.settleDiscrepancy(settle), by: "hale")
        }
        #expect(Minutes(board.events(.board)).unresolved.map(\.id) == ["d2"])
        #expect(Minutes(board.events(.board)).unresolved.map(\.status) == [.acceptedAsOpen])
    }
}
