import Foundation
import Mutation
import Testing

@testable import TumorBoard

/// What is almost a message: the direct way takes it for what Foundation takes it for, or leaves it.
@Suite struct MutatedJSONTests {
    private func direct<Value: JSONReadable>(_ type: Value.Type, _ text: [UInt8]) -> Value? {
        text.withUnsafeBufferPointer { try? JSONReader.read(type, from: $0) }
    }

    private func check<Value: JSONReadable & Encodable>(_ type: Value.Type, _ text: [UInt8]) throws -> Bool {
        let expected = Result { try JSONDecoder().decode(type, from: Data(text)) }
        let canonical = Result { try Canonical.decode(type, from: text) }
        switch (expected, canonical) {
        case (.success(let expected), .success(let canonical)):
            #expect(try FoundationJSON.bytes(of: expected) == FoundationJSON.bytes(of: canonical))
        case (.failure(let expected), .failure(let canonical)):
            #expect("\(expected)" == "\(canonical)", "\(String(decoding: text, as: UTF8.self))")
        default: Issue.record("\(expected) and \(canonical): \(String(decoding: text, as: UTF8.self))")
        }
        return direct(type, text) != nil
    }

    @Test(arguments: JSONMutation.allCases)
    func `a mutated message is read as Foundation reads it, and refused in its words`(mutation: JSONMutation) throws {
        var values = RandomValues(seed: 5)
        var taken = 0
        let rounds = 140
        for round in 0..<rounds {
            let command = try FoundationJSON.bytes(of: values.command(round))
            if try check(Command.self, mutation.applied(to: command, using: &values.random)) { taken += 1 }
            let event = try FoundationJSON.bytes(of: values.event(round))
            if try check(Event.self, mutation.applied(to: event, using: &values.random)) { taken += 1 }
        }
        switch mutation {
        case .addSpace, .swapMembers: #expect(taken == 2 * rounds)
        // Not where it stands beside the name of the message, or in what is one.
        case .addMember, .escapeCharacter: #expect(taken > rounds / 2)
        case .truncate: #expect(taken == 0)
        default: break
        }
    }

    @Test func `no prefix of a message is taken for one`() throws {
        var values = RandomValues(seed: 6)
        for round in 0..<3 * RandomValues.commandCount {
            let text = try JSONWriter.bytes(of: values.command(round))
            for end in text.indices { #expect(direct(Command.self, Array(text[..<end])) == nil) }
            #expect(direct(Command.self, text) != nil)
        }
    }

    @Test func `nesting without end is left to Foundation`() {
        for bracket in ["[", #"{"a":"#] {
            let deep = #"{"partRead":{"part":"histo","later":"# + String(repeating: bracket, count: 100_000)
            #expect(direct(Event.self, Array(deep.utf8)) == nil)
        }
        let shallow = #"{"partRead":{"part":"histo","later":[[[[{"a":[{}]}]]]]}}"#
        #expect(direct(Event.self, Array(shallow.utf8)) != nil)
    }

    @Test(arguments: [
        #"{"partRead":{"part":"a","part":"a"}}"#, #"{"partRead":{"part":null,"part":"a"}}"#,
        #"{"partRead":{"part":"a"},"partRead":{"part":"a"}}"#, #"{"partRead":{"part":"a"},"recused":{}}"#,
        #"{"\u0070artRead":{"part":"a"}}"#, #"{"partRead":{"part":"a b"}}"#, #"{"partRead":{"part":"a"}} x"#,
        #"{"partRead":{"part":"a",}}"#, #"{"partRead":{,"part":"a"}}"#, #"{"partRead":{"part":"a" "b":1}}"#,
    ])
    func `what is not plainly one message is left to Foundation`(text: String) {
        #expect(direct(Event.self, Array(text.utf8)) == nil)
    }
}
