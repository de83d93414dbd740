import Testing

@testable import TumorBoard

/// Lists are brought up to date only for events that may change them, so those said to change none must not.
@Suite struct ListTests {
    @Test(arguments: Phase.allCases)
    func `an event that is said to change no list changes no card and nobody's standing`(_ phase: Phase) throws {
        let board = try CaseUnderTest.in(phase)
        let people = board.state.members.map(\.person)
        let before = (board.state.card, people.map(board.state.standing(of:)), board.state.nextDeadline)
        let quiet = try Golden.lines(of: "events.jsonl").map { try Canonical.decode(Event.self, from: $0.utf8) }
            .filter { !$0.mayChangeLists }
        #expect(Set(quiet.map(\.name)).count > 10)
        // The board's first event is the reveal, and that may.
        let streams: [Stream] = people.map(Stream.own) + (board.state.head(of: .board) > 0 ? [.board] : [])
        for event in quiet {
            for stream in streams {
                var state = board.state
                state.apply(event, on: stream, seq: state.head(of: stream) + 1, at: Moment(milliseconds: 0))
                #expect(state.card == before.0, "\(event.name)")
                #expect(people.map(state.standing(of:)) == before.1, "\(event.name)")
                #expect(state.members == board.state.members, "\(event.name)")
                #expect(state.nextDeadline == before.2, "\(event.name)")
            }
        }
    }
}
