import Testing

@testable import TumorBoard

@Suite struct WholeCaseTests {
    @Test func `a case goes from opening to a signed, delivered, acknowledged and closed record`() throws {
        let board = try CaseUnderTest.closed()
        #expect(board.state.phase == .closed)
        let phases = board.events(.dossier).compactMap { event in
            if case .phaseChanged(let payload) = event { payload.to } else { nil }
        }
        #expect(
            phases == [.review, .discussion, .voting, .discussion, .drafting, .signOff, .signed, .delivered, .closed]
        )
    }

    @Test func `the record quotes everything a reader needs without the server`() throws {
        let board = try CaseUnderTest.signed()
        let stored = try #require(board.state.board.record)
        let record = try Canonical.decode(Record.self, from: #require(board.blobs[stored.record.hash]))
        #expect(record.sheet == Saying.sheet)
        #expect(record.outcome == .fundamentallyDifferent)
        #expect(record.options.map(\.id) == ["o1", "o2"])
        #expect(record.results.map(\.ballots) == [4])
        #expect(record.responses.map(\.value.position) == [.concur, .concur, .concur, .dissent])
        #expect(record.silent.isEmpty)
        #expect(record.signatures.map(\.member.person) == ["hale", "ravi", "pia", "sven"])
        #expect(record.signatures.last?.attestsOnly == true)
        #expect(record.unresolved.map(\.id) == ["d1", "d2"])
    }

    @Test(arguments: Phase.allCases)
    func `every phase can be reached`(_ phase: Phase) throws {
        #expect(try CaseUnderTest.in(phase).state.phase == phase)
    }

    @Test func `folding stream by stream gives the same state as folding in the order of time`() throws {
        let board = try CaseUnderTest.closed()
        var folded = CaseState(id: board.id)
        for (stream, events) in board.streams {
            for (index, event) in events.enumerated() {
                folded.apply(event, on: stream, seq: index + 1, at: .start)
            }
        }
        #expect(folded == board.state)
    }
}
