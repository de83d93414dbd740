import Storage
import Testing

@Suite("Replay")
struct ReplayTests {
    private static let history = [
        ("dossier", "d1"), ("own/p1", "o1"), ("own/p2", "hidden"), ("board", "b1"), ("dossier", "d2"),
        ("own/p1", "o2"), ("board", "b2"), ("own/p2", "hidden"), ("dossier", "d3"),
    ]

    /// Everything of three streams, read in pieces of a size, each from where the last one ended.
    private func replay(_ ledger: Ledger, after: [String: Int], byteLimit: Int) throws -> [[String]] {
        let reader = try ledger.store.reader()
        var pieces: [[String]] = []
        var position: Int64 = 0
        while true {
            let chunk = try reader.events(aggregate: "c1", after: after, beyond: position, byteLimit: byteLimit)
            pieces.append(chunk.events.map { String(decoding: $0.body, as: UTF8.self) })
            position = chunk.position
            if chunk.isComplete { return pieces }
        }
    }

    @Test(arguments: [1, 200, 400, 100_000])
    func `streams are merged in the order of their commits, whatever the size of the pieces`(_ byteLimit: Int) throws {
        let ledger = try Ledger()
        try ledger.append(Self.history)
        let pieces = try replay(ledger, after: ["dossier": 0, "board": 0, "own/p1": 0], byteLimit: byteLimit)
        #expect(pieces.flatMap(\.self) == ["d1", "o1", "b1", "d2", "o2", "b2", "d3"])
        #expect(pieces.allSatisfy { !$0.isEmpty })
        if byteLimit == 1 { #expect(pieces.count == 7) }
    }

    @Test func `each stream resumes behind what the reader holds of it`() throws {
        let ledger = try Ledger()
        try ledger.append(Self.history)
        let pieces = try replay(ledger, after: ["dossier": 2, "board": 0, "own/p1": 1], byteLimit: 1)
        #expect(pieces.flatMap(\.self) == ["b1", "o2", "b2", "d3"])
    }

    @Test func `what is committed between two pieces comes with the next one`() throws {
        let ledger = try Ledger()
        try ledger.append(Self.history)
        let reader = try ledger.store.reader()
        let first = try reader.events(aggregate: "c1", after: ["board": 0], beyond: 0, byteLimit: 1_000)
        #expect(first.isComplete)
        try ledger.append([("board", "b3"), ("own/p2", "hidden")])
        let next = try reader.events(aggregate: "c1", after: ["board": 0], beyond: first.position, byteLimit: 1_000)
        #expect(next.events.map(\.seq) == [3])
    }
}
