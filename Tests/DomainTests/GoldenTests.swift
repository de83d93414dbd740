import Testing

@testable import TumorBoard

/// What was stored once must be read for ever: one line for each kind of event and command, as it was written first.
@Suite struct GoldenTests {
    private static let events = "events.jsonl"
    private static let commands = "commands.jsonl"

    private func line(_ value: some Encodable) -> String { String(decoding: Canonical.bytes(value), as: UTF8.self) }

    /// The first event of each kind on each kind of stream, out of a case in which everything happens.
    private func samples() throws -> [Event] {
        var found: [String: Event] = [:]
        for board in try [CaseUnderTest.eventful(), .in(.withdrawn)] {
            for (stream, events) in board.streams.sorted(by: { $0.key.name < $1.key.name }) {
                let kind = stream.name.split(separator: "/").first ?? ""
                for event in events where found["\(event.name) \(kind)"] == nil {
                    found["\(event.name) \(kind)"] = event
                }
            }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test func `every kind of event is kept, and written today as it was then`() throws {
        let samples = try samples()
        #expect(Set(samples.map(\.name)) == Set(Event.Name.allCases))
        try Golden.check(contains: samples.map { line($0) }, in: Self.events)
    }

    @Test func `every kept event reads back to the same bytes`() throws {
        let lines = try Golden.lines(of: Self.events)
        #expect(lines.count >= Event.Name.allCases.count)
        for kept in lines {
            #expect(line(try Canonical.decode(Event.self, from: kept.utf8)) == kept)
        }
    }

    @Test func `every kind of command is kept, and reads back to the same bytes`() throws {
        let board = try CaseUnderTest.busy(in: .review)
        let samples = Command.Name.allCases.map { line(Sample.command($0, in: board, by: "ravi")) }
        try Golden.check(contains: samples, in: Self.commands)
        for kept in try Golden.lines(of: Self.commands) {
            #expect(line(try Canonical.decode(Command.self, from: kept.utf8)) == kept)
        }
    }

    @Test func `a field that a later version adds is passed over`() throws {
        let later = #"{"partRead":{"part":"histo","seconds":12}}"#
        #expect(line(try Canonical.decode(Event.self, from: later.utf8)) == #"{"partRead":{"part":"histo"}}"#)
    }

    @Test(arguments: [#"{"unheardOf":{}}"#, #"{}"#, #"{"partRead":{"part":"a b"}}"#, #"{"partRead":{}}"#])
    func `what cannot be understood is an error, never a guess`(_ text: String) {
        #expect(throws: DecodingError.self) { try Canonical.decode(Event.self, from: text.utf8) }
    }

    @Test func `every event publishes what a reader of it may fetch, and all of it is stored`() throws {
        for board in try [CaseUnderTest.eventful(), .closed()] {
            for blob in board.streams.values.flatMap(\.self).flatMap(\.publishes) {
                #expect(board.blobs[blob.hash]?.count == blob.size)
            }
        }
    }
}
