import Cryptography
import Storage
import Testing

@Suite("The ledger")
struct LedgerTests {
    @Test func `events of a stream count from one and each carries the hash of all before it`() throws {
        let ledger = try Ledger()
        try ledger.append([("board", "one"), ("dossier", "other"), ("board", "two")])
        let events = try ledger.store.reader().events(aggregate: "c1", stream: "board", after: 0, limit: 10)
        #expect(events.map(\.seq) == [1, 2])
        let first = SHA256.hash(Array("\none".utf8))
        let second = SHA256.hash(Array("\(Hexadecimal.encode(first))\ntwo".utf8))
        #expect(events.map(\.chain) == [first, second])
        #expect(events[1].tag == String(Hexadecimal.encode(second).prefix(16)))
        #expect(try ledger.flaws().isEmpty)
    }

    @Test(arguments: [
        "UPDATE event SET body = x'00' WHERE seq = 1",
        "UPDATE event SET author = '' WHERE seq = 1",
        "DELETE FROM event WHERE seq = 1",
        "DELETE FROM event",
        "REPLACE INTO event SELECT * FROM event WHERE seq = 1",
    ])
    func `an event is never changed and never deleted`(_ sql: String) throws {
        let ledger = try Ledger()
        try ledger.append([("board", "one"), ("board", "two")])
        #expect(throws: (any Error).self) { try ledger.tamper("PRAGMA recursive_triggers = ON; \(sql)") }
        #expect(try ledger.texts(of: "board") == ["one", "two"])
        #expect(try ledger.flaws().isEmpty)
    }

    @Test(arguments: [
        ("UPDATE event SET body = CAST('ONE' AS BLOB) WHERE seq = 2", "event 2 does not match its chain hash"),
        ("DELETE FROM event WHERE seq = 2", "event 2 is missing"),
        ("DELETE FROM event WHERE seq = 3", "the head does not match the last event"),
        ("UPDATE event SET at = 1 WHERE seq = 2", "event 2 lies before its predecessor in time"),
        (
            "UPDATE event SET position = position + 10 WHERE seq = 2",
            "event 3 lies before its predecessor in the ledger"
        ),
    ])
    func `verify finds what was done to the file behind the program's back`(_ sql: String, _ finding: String) throws {
        let ledger = try Ledger()
        try ledger.append([("board", "one"), ("board", "two"), ("board", "three")])
        #expect(try ledger.flaws().isEmpty)
        try ledger.tamper("DROP TRIGGER event_is_immutable; DROP TRIGGER event_is_permanent; \(sql)")
        #expect(try ledger.flaws().map(\.what).contains(finding))
    }

    @Test func `what verify prints holds neither content nor a hash`() throws {
        let ledger = try Ledger()
        try ledger.append([("board", "secret")])
        try ledger.tamper("DROP TRIGGER event_is_immutable; UPDATE event SET body = CAST('changed' AS BLOB)")
        let flaws = try ledger.flaws()
        #expect(flaws.map(\.description) == ["c1 board: event 1 does not match its chain hash"])
    }

    @Test func `time never goes back within a stream and each stream has its own`() throws {
        let ledger = try Ledger()
        let times = try ledger.store.writer().commit { transaction in
            try [("board", 5_000), ("board", 3_000), ("own/p1", 3_000), ("board", 6_000)].map { stream, at in
                try Ledger.append("x", to: stream, at: Int64(at), in: transaction).at
            }
        }
        #expect(times == [5_000, 5_000, 3_000, 6_000])
    }
}
