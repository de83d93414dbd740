import BoardAPI
import Foundation
import Mutation
import Testing
import TumorBoard

/// A request on the socket is read directly, and means what Foundation takes it for.
@Suite struct RequestReadingTests {
    private static let direct: Set<String> = [
        "postComment", "annotate", "amendAnnotation", "deleteAnnotation", "markRead", "stateOpinion", "castBallot",
    ]

    /// The commands of the protocol's page as requests, and the requests that are no commands.
    private static var requests: [[UInt8]] {
        let commands = Fence.all(.command).map(\.text).filter { text in
            direct.contains { text.hasPrefix(#"{"\#($0)":{"#) }
        }
        let said = commands.flatMap { command -> [String] in
            guard let start = command.range(of: ":{")?.upperBound else { return [] }
            let name = String(command.dropFirst().prefix { $0 != ":" })
            let fields = String(command[start...].dropLast())
            return [#"\#(name):{"case":"c7",\#(fields)"#, #"\#(name):{"case":"c7","password":"geheim",\#(fields)"#]
        }
        let others = [
            #""beat":{}"#, #""leave":{"case":"c7"}"#, #""join":{"case":"c7","at":{}}"#,
            #""show":{"case":"c7","viewport":{"part":"ct","start":120,"end":480}}"#,
            #""show":{"pointer":{"x":41.5,"y":20,"part":"ct"},"case":"c7"}"#,
            #""show":{"case":"c7","pointer":{"part":"ct","at":7}}"#,
            #""join":{"at":{"board":[7,"0a1b2c3d4e5f6071"],"own":[0,""]},"case":"c7"}"#,
        ]
        return (said + others).map { Array(#"{"id":"r.1_-",\#($0)}"#.utf8) }
    }

    private func meaning(_ request: LiveRequest) throws -> String {
        switch request.said {
        case .join(let join): "\(request.id) join \(join.caseID) \(join.at.sorted { $0.key < $1.key })"
        case .leave(let caseID): "\(request.id) leave \(caseID)"
        case .beat: "\(request.id) beat"
        case .show(let signal, let caseID): "\(request.id) \(caseID) \(signal)"
        case .command(let command, let caseID, let password):
            "\(request.id) \(caseID) \(password ?? "-") \(String(decoding: try Canonical.encode(command), as: UTF8.self))"
        }
    }

    private func direct(_ text: [UInt8]) -> LiveRequest? {
        text.withUnsafeBufferPointer { try? JSONReader.read(LiveRequest.self, from: $0) }
    }

    @Test func `every request of a discussion is read directly`() throws {
        let requests = Self.requests
        #expect(requests.count >= 12)
        for text in requests {
            let expected = try JSONDecoder().decode(LiveRequest.self, from: Data(text))
            #expect(try direct(text).map(meaning) == meaning(expected), "\(String(decoding: text, as: UTF8.self))")
        }
    }

    @Test(arguments: JSONMutation.allCases)
    func `a mutated request is read as Foundation reads it, and refused in its words`(mutation: JSONMutation) throws {
        var random = SplitMix(seed: 7)
        for text in Self.requests {
            for _ in 0..<20 {
                let mutated = mutation.applied(to: text, using: &random)
                let expected = Result { try JSONDecoder().decode(LiveRequest.self, from: Data(mutated)) }
                let answer = Result { try Canonical.decode(LiveRequest.self, from: mutated) }
                switch (expected, answer) {
                case (.success(let expected), .success(let answer)):
                    #expect(try meaning(expected) == meaning(answer))
                case (.failure(let expected), .failure(let answer)): #expect("\(expected)" == "\(answer)")
                default: Issue.record("\(expected) and \(answer): \(String(decoding: mutated, as: UTF8.self))")
                }
            }
        }
    }
}
