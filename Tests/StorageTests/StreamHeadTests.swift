import Storage
import Testing

/// The writer remembers where streams stand: what it remembers is what the disk says, whatever became of a command.
@Suite("Where the streams stand")
struct StreamHeadTests {
    private struct Refused: Error {}

    @Test func `a stream begun by a command that is undone is begun anew by the next`() throws {
        let ledger = try Ledger()
        try ledger.store.writer().commit { transaction in
            let lost: Void? = try? transaction.savepoint {
                try Ledger.append("lost", to: "board", in: transaction)
                throw Refused()
            }
            #expect(lost == nil)
            try transaction.savepoint { _ = try Ledger.append("one", to: "board", in: transaction) }
        }
        #expect(try ledger.texts(of: "board") == ["one"])
        #expect(try ledger.flaws().isEmpty)
    }

    @Test func `a writer goes on after a transaction that was lost in the middle`() throws {
        let ledger = try Ledger()
        let writer = ledger.store.writer()
        try writer.commit { _ = try Ledger.append("one", to: "board", in: $0) }
        #expect(throws: Refused.self) {
            try writer.commit { transaction in
                try transaction.savepoint { _ = try Ledger.append("lost", to: "board", in: transaction) }
                try transaction.savepoint { _ = try Ledger.append("lost", to: "own/p1", in: transaction) }
                throw Refused()
            }
        }
        try writer.commit { transaction in
            for stream in ["board", "own/p1", "board"] { try Ledger.append("after", to: stream, in: transaction) }
        }
        #expect(try ledger.texts(of: "board") == ["one", "after", "after"])
        #expect(try ledger.texts(of: "own/p1") == ["after"])
        #expect(try ledger.flaws().isEmpty)
    }

    @Test func `commands kept and undone in turn leave the rows of the streams true`() throws {
        let ledger = try Ledger()
        let writer = ledger.store.writer()
        for round in 0..<3 {
            try writer.commit { transaction in
                for number in 0..<9 {
                    try? transaction.savepoint {
                        for stream in ["board", "own/p\(number % 4)"] {
                            try Ledger.append("\(round)-\(number)", to: stream, in: transaction)
                        }
                        if number % 3 == 1 { throw Refused() }
                    }
                }
            }
            #expect(try ledger.flaws().isEmpty)
        }
        #expect(try ledger.texts(of: "board").count == 18)
    }

    @Test func `the closing manifest sees what the same transaction has appended`() throws {
        let ledger = try Ledger()
        let chains = try ledger.store.writer().commit { transaction in
            let event = try Ledger.append("one", to: "own/p1", in: transaction)
            return (
                event.chain, try transaction.chain(aggregate: "c1", stream: "own/p1"),
                try transaction.chain(aggregate: "c1", stream: "board")
            )
        }
        #expect(chains.0 == chains.1)
        #expect(chains.2 == nil)
    }
}
