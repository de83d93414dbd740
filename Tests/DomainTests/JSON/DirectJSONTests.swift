import Foundation
import Testing

@testable import TumorBoard

/// The direct way to and from JSON says what Foundation says.
@Suite struct DirectJSONTests {
    private static let rounds = 150

    private func checkSame<Value: JSONReadable & JSONWritable>(_ value: Value) throws {
        let stored = try FoundationJSON.bytes(of: value)
        let written = try JSONWriter.bytes(of: value)
        #expect(written == stored, "\(String(decoding: written, as: UTF8.self))")
        let read = try stored.withUnsafeBufferPointer { try JSONReader.read(Value.self, from: $0) }
        #expect(try FoundationJSON.bytes(of: read) == stored)
    }

    @Test func `a command of a discussion is written and read as Foundation does it`() throws {
        var values = RandomValues(seed: 1)
        for round in 0..<Self.rounds * RandomValues.commandCount { try checkSame(values.command(round)) }
    }

    @Test func `an event of a discussion is written and read as Foundation does it`() throws {
        var values = RandomValues(seed: 2)
        for round in 0..<Self.rounds * RandomValues.eventCount { try checkSame(values.event(round)) }
    }

    @Test func `every optional field was there, and was not`() {
        var values = RandomValues(seed: 3)
        var fields = OptionalFields()
        for round in 0..<Self.rounds {
            fields.visit(values.command(round))
            fields.visit(values.event(round))
        }
        #expect(fields.absent == fields.present)
        #expect(fields.present.isSuperset(of: ["Comment.target", "Target.point", "CastBallot.reasons"]))
    }

    @Test func `what is directly read and written of all that can be said is what a discussion consists of`() throws {
        let commands = try Golden.lines(of: "commands.jsonl").filter { isRead(Command.self, $0) }
            .map { try Canonical.decode(Command.self, from: $0.utf8) }
        #expect(
            Set(commands.map(\.name)) == [
                .postComment, .annotate, .amendAnnotation, .deleteAnnotation, .markRead, .stateOpinion, .castBallot,
            ]
        )
        let events = try Golden.lines(of: "events.jsonl").filter { isRead(Event.self, $0) }
            .map { try Canonical.decode(Event.self, from: $0.utf8) }
        #expect(
            Set(events.map(\.name)) == [
                .commented, .annotated, .annotationAmended, .annotationDeleted, .partRead, .opinionStated, .ballotCast,
            ]
        )
        for command in commands { try checkSame(command) }
        for event in events { try checkSame(event) }
        #expect(throws: NotDirect.self) { try JSONWriter.bytes(of: Command.deliver(Deliver())) }
    }

    private func isRead(_ type: (some JSONReadable).Type, _ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { (try? JSONReader.read(type, from: $0)) != nil }
    }

    @Test func `numbers and texts of every size are written as Foundation does it`() throws {
        var values = RandomValues(seed: 4)
        for _ in 0..<Self.rounds {
            try checkSame([values.integer(), values.integer()])
            try checkSame([values.text(), values.text()])
        }
        for number in [
            0, -0.0, 5, 0.1, 1e-5, 1e15, 1e16, 1e22, 123456.789, .pi, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
        ] {
            #expect(try JSONWriter.bytes(of: [number]) == FoundationJSON.bytes(of: [number]))
        }
        #expect(throws: NotDirect.self) { try JSONWriter.bytes(of: [Double.infinity]) }
        #expect(throws: NotDirect.self) { try JSONWriter.bytes(of: [Double.nan]) }
        let everything = String(String.UnicodeScalarView((0...0x10FFFF).compactMap(Unicode.Scalar.init)))
        try checkSame([everything])
    }
}

/// What was stored before there was a direct way.
enum FoundationJSON {
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}

/// Which optional fields of the domain's types have been seen with a value and without.
private struct OptionalFields {
    private(set) var present: Set<String> = []
    private(set) var absent: Set<String> = []

    mutating func visit(_ value: Any) {
        let mirror = Mirror(reflecting: value)
        for child in mirror.children {
            if Mirror(reflecting: child.value).displayStyle == .optional, let label = child.label {
                let name = "\(type(of: value)).\(label)"
                if Mirror(reflecting: child.value).children.isEmpty {
                    absent.insert(name)
                } else {
                    present.insert(name)
                }
            }
            visit(child.value)
        }
    }
}
