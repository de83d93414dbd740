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
        let streams = Set(after.keys)
        var after = after
        while true {
            let chunk = try reader.events(aggregate: "c1", of: streams, after: after, byteLimit: byteLimit)
            pieces.append(chunk.events.map { String(decoding: $0.body, as: UTF8.self) })
            after = chunk.after
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
        let first = try reader.events(aggregate: "c1", of: ["board"], byteLimit: 1_000)
        #expect(first.isComplete)
        try ledger.append([("board", "b3"), ("own/p2", "hidden")])
        let next = try reader.events(aggregate: "c1", of: ["board"], after: first.after, byteLimit: 1_000)
        #expect(next.events.map(\.seq) == [3])
    }

    @Test func `a long history comes in pieces that each begin where the last one ended`() throws {
        let ledger = try Ledger()
        let streams = ["dossier", "board", "own/p1"]
        try ledger.store.writer().commit { transaction in
            for number in 0..<2_000 { try Ledger.append("\(number)", to: streams[number % 3], in: transaction) }
        }
        let pieces = try replay(ledger, after: ["dossier": 0, "board": 0, "own/p1": 0], byteLimit: 1 << 20)
        #expect(pieces.flatMap(\.self) == (0..<2_000).map(String.init))
        #expect(pieces.count > 3)
    }

    @Test func `all streams of a case are read when none is named, those born in between too`() throws {
        let ledger = try Ledger()
        try ledger.append(Self.history)
        let reader = try ledger.store.reader()
        let first = try reader.events(aggregate: "c1", byteLimit: 1 << 20)
        #expect(first.events.count == Self.history.count)
        try ledger.append([("own/p3", "new"), ("other", "new")])
        let next = try reader.events(aggregate: "c1", after: first.after, byteLimit: 1 << 20)
        #expect(next.events.map(\.stream) == ["own/p3", "other"])
        #expect(next.isComplete)
    }
}
