import Testing

@testable import TumorBoard

/// Pairs of worlds that differ only in the hidden work of others: whoever it is hidden from cannot tell them apart.
@Suite struct SecrecyTests {
    /// For each phase and reader a world, and the same with work that the reader may not know of.
    private static let worlds: [Phase: [PersonID: (CaseUnderTest, CaseUnderTest)]] = {
        do {
            return Dictionary(
                uniqueKeysWithValues: try sealedOrPrivate.map { phase in
                    let pairs = try Persona.all.map { ($0.person, try makeWorlds(in: phase, hiddenFrom: $0.person)) }
                    return (phase, Dictionary(uniqueKeysWithValues: pairs))
                }
            )
        } catch { preconditionFailure("hidden work was refused: \(error)") }
    }()

    private func worlds(in phase: Phase, hiddenFrom reader: PersonID) throws -> (CaseUnderTest, CaseUnderTest) {
        try #require(Self.worlds[phase]?[reader])
    }

    private static func makeWorlds(
        in phase: Phase,
        hiddenFrom reader: PersonID
    ) throws -> (CaseUnderTest, CaseUnderTest) {
        let quiet = try #require(RuleMatrixTests.boards[phase])
        var busy = quiet
        for person: PersonID in ["pia", "sven", "ravi", "hale"] where person != reader {
            switch phase {
            case .intake:
                guard reader != "cora" else { break }
                try busy.perform(.declareConflicts(DeclareConflicts(statement: "Verwandt")), by: person)
            case .review: try reviewWork(&busy, by: person)
            case .voting:
                for nonce: Character in ["7", "8"] {
                    try busy.perform(Saying.ballot(1, ["o1": .rating(5), "o2": .rating(4)], nonce: nonce), by: person)
                }
                try privateNotes(&busy, by: person)
            case .discussion, .drafting, .signOff: try privateNotes(&busy, by: person)
            default: break
            }
        }
        // Who has sealed is the coordinator's to know, so that is hidden from the others only.
        if phase == .review, reader != "cora", reader != "sven" { try busy.seal(by: "sven") }
        // Hale never seals, so that no seal is the last.
        if phase == .review, reader != "cora", reader != "ravi", reader != "hale" { try busy.seal(by: "ravi") }
        if phase == .review, reader != "cora", reader != "pia" {
            try busy.perform(.recuse(Recuse(reason: "Befangen")), by: "pia")
        }
        // Sven's seat is taken by his deputy: that is theirs and the coordinator's to know, and nobody else's.
        if phase.isSealed, !["cora", "sven", "dora"].contains(reader) {
            try busy.perform(.recuse(Recuse(reason: "Befangen")), by: "sven")
            try busy.perform(.markRead(MarkRead(part: "histo")), by: "dora")
        }
        return (quiet, busy)
    }

    private static func privateNotes(_ board: inout CaseUnderTest, by person: PersonID) throws {
        try board.perform(.annotate(Annotate(annotation: Saying.note("hidden", on: board.place))), by: person)
        try board.perform(.markRead(MarkRead(part: "scan")), by: person)
    }

    private static func reviewWork(_ board: inout CaseUnderTest, by person: PersonID) throws {
        try privateNotes(&board, by: person)
        // The very names that the reader's own samples use: they must not collide.
        try board.perform(.annotate(Annotate(annotation: Saying.note("sample", on: board.place))), by: person)
        try board.answerAll(by: person, values: [.intent: Saying.words("palliativ")])
        try board.perform(.deleteAnnotation(DeleteAnnotation(id: "hidden", revision: 1)), by: person)
    }

    private func outcome(_ name: Command.Name, in board: CaseUnderTest, by person: PersonID) -> [String] {
        let command = Sample.command(name, in: board, by: person)
        do {
            let decision = try board.decide(command, by: person, content: Sample.content(name))
            return decision.appended.map {
                $0.stream.name + " " + String(decoding: Canonical.bytes($0.event), as: UTF8.self)
            }
                + decision.blobs.map(\.blob.hash) + [String(decoding: Canonical.bytes(decision.answer), as: UTF8.self)]
        } catch {
            return ["\(error.code) \(error.detail ?? "")"]
        }
    }

    static let sealedOrPrivate: [Phase] = [.intake, .review, .discussion, .voting, .drafting, .signOff]

    @Test(arguments: sealedOrPrivate)
    func `hidden work changes nothing that anyone it is hidden from may see`(_ phase: Phase) throws {
        for member in Persona.all {
            let (quiet, busy) = try worlds(in: phase, hiddenFrom: member.person)
            #expect(quiet.state != busy.state || (phase == .intake && member.person == "cora"))
            #expect(quiet.state.seen(by: member.person) == busy.state.seen(by: member.person))
            #expect(quiet.state.standing(of: member.person) == busy.state.standing(of: member.person))
        }
    }

    @Test(arguments: sealedOrPrivate)
    func `hidden work changes no decision, no answer and no refusal`(_ phase: Phase) throws {
        for member in Persona.all {
            let (quiet, busy) = try worlds(in: phase, hiddenFrom: member.person)
            for name in Command.Name.allCases {
                let (one, other) = (
                    outcome(name, in: quiet, by: member.person), outcome(name, in: busy, by: member.person)
                )
                #expect(one == other, "\(name) by \(member.person) in \(phase)")
            }
        }
    }

    @Test(arguments: sealedOrPrivate)
    func `hidden work changes nothing that is appended where its reader reads, up to a release`(_ phase: Phase) throws {
        for member in Persona.all where member.role != .coordinator {
            let (quiet, busy) = try worlds(in: phase, hiddenFrom: member.person)
            for name in Command.Name.allCases where name != .closeRound {
                var (one, other) = (quiet, busy)
                let command = Sample.command(name, in: quiet, by: member.person)
                _ = try? one.perform(command, by: member.person, content: Sample.content(name))
                _ = try? other.perform(command, by: member.person, content: Sample.content(name))
                let (first, second) = (
                    read(one, by: member.person, since: quiet), read(other, by: member.person, since: busy)
                )
                #expect(first == second, "\(name) by \(member.person)")
            }
        }
    }

    /// What a member can read of the events that came after `before`.
    private func read(_ board: CaseUnderTest, by person: PersonID, since before: CaseUnderTest) -> [String: [[UInt8]]] {
        guard let heads = board.state.seen(by: person)?.state.heads else { return [:] }
        let new = heads.keys.map { stream in
            (stream.name, board.events(stream).dropFirst(before.events(stream).count).map { Canonical.bytes($0) })
        }
        return Dictionary(new) { $1 }
    }

    @Test func `a view that let one hidden stream through would be noticed`() throws {
        let (quiet, busy) = try worlds(in: .review, hiddenFrom: "ravi")
        func leaky(_ board: CaseUnderTest, _ stream: Stream) throws -> Int {
            try #require(board.state.seen(by: "ravi")).state.head(of: stream) + board.state.head(of: stream)
        }
        #expect(try leaky(quiet, .logistics) != leaky(busy, .logistics))
        #expect(try leaky(quiet, .own("pia")) != leaky(busy, .own("pia")))
    }

    @Test(arguments: Phase.allCases)
    func `what is not readable is empty in a member's view`(_ phase: Phase) throws {
        let board = try #require(RuleMatrixTests.boards[phase])
        for member in Persona.all {
            guard let seen = board.state.seen(by: member.person) else { continue }
            let streams = Visibility.streams(
                of: member.person,
                as: member.role,
                in: phase,
                owners: board.state.own.keys
            )
            #expect(Set(seen.state.heads.keys).isSubset(of: streams))
            #expect(streams.contains(.quarantine) || seen.state.quarantine == QuarantineState())
            #expect(streams.contains(.logistics) || seen.state.logistics == LogisticsState())
            #expect(streams.contains(.custody) || seen.state.custody == CustodyState())
            #expect(streams.contains(.board) || seen.state.board == BoardState())
            #expect(
                Set(seen.state.own.keys).isSubset(
                    of: member.role == .auditor ? Set(board.state.own.keys) : [member.person]
                )
            )
        }
    }
}
