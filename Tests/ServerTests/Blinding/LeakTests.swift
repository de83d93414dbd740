import TestSupport
import Testing

@testable import BoardServer

/// The comparison of two worlds is itself put to the test: servers that leak on purpose, one way each.
@Suite("A leak is found", .serialized)
struct LeakTests {
    /// What is hidden here was said over HTTP, some of it before and some after what the onlooker does.
    private static let hidden = HiddenWork.manyNotes

    private func worlds(under kind: Leak.Kind) throws -> (quiet: Recording, busy: Recording) {
        (
            try ReviewScript.live(as: "p2", hidden: nil, in: World(leak: Leak(kind))),
            try ReviewScript.live(as: "p2", hidden: Self.hidden, in: World(leak: Leak(kind)))
        )
    }

    @Test(arguments: Leak.Kind.allCases)
    func `a server that leaks in one way is found out`(_ kind: Leak.Kind) throws {
        let (quiet, busy) = try worlds(under: kind)
        let differences = busy.differences(from: quiet)
        #expect(!differences.isEmpty)
        switch kind {
        case .header: try checkEveryRoute(of: busy, differing: differences)
        case .status: #expect(differences.contains { $0.contains("201 Created") })
        case .entityTag: #expect(differences.contains { $0.contains("ETag") })
        case .closeCode: #expect(differences.contains { $0.hasPrefix("the end of the live socket") })
        case .frame, .frameOrder, .frameLength: #expect(differences.contains { $0.contains(#""push":"note""#) })
        case .length, .refusal, .time, .draw: break
        }
    }

    /// A leak in whatever answer is found in that very answer, and there is an answer of every documented operation.
    private func checkEveryRoute(of busy: Recording, differing differences: [String]) throws {
        let answers = busy.pieces.filter { $0.text.contains("\r\nAge: ") }
        #expect(differences.count == answers.count)
        let operations = try DocumentedOperation.all.get()
        let answered = operations.filter { operation in answers.contains { Self.isAnswer($0.name, to: operation) } }
        #expect(answered.map(\.id) == operations.map(\.id))
    }

    /// A piece is named by its method and target.
    private static func isAnswer(_ name: String, to operation: DocumentedOperation) -> Bool {
        let words = name.split(separator: " ")
        guard words.count > 1, words[0] == operation.method else { return false }
        let wanted = operation.path.split(separator: "/")
        let path = words[1].prefix { $0 != "?" }.split(separator: "/")
        return wanted.count == path.count && zip(wanted, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
