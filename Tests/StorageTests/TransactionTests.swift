import Storage
import Testing

@Suite("A batch of commands")
struct TransactionTests {
    private struct Refused: Error {}

    @Test func `a command that fails is undone alone and the others are committed`() throws {
        let ledger = try Ledger()
        try ledger.store.writer().commit { transaction in
            try transaction.savepoint { _ = try Ledger.append("one", to: "board", in: transaction) }
            #expect(throws: Refused.self) {
                try transaction.savepoint {
                    try Ledger.append("lost", to: "board", in: transaction)
                    try Ledger.append("lost", to: "own/p1", in: transaction)
                    throw Refused()
                }
            }
            try transaction.savepoint { _ = try Ledger.append("two", to: "board", in: transaction) }
        }
        #expect(try ledger.texts(of: "board") == ["one", "two"])
        #expect(try ledger.texts(of: "own/p1").isEmpty)
        #expect(try ledger.flaws().isEmpty)
    }

    @Test func `a command that breaks the database's own rules is undone alone`() throws {
        let ledger = try Ledger()
        let receipt = Receipt(person: "p1", aggregate: "c1", key: "k", digest: [1], reply: [2], at: 1)
        try ledger.store.writer().commit { transaction in
            try transaction.savepoint { try transaction.keep(receipt) }
            #expect(throws: (any Error).self) {
                try transaction.savepoint {
                    try Ledger.append("lost", to: "board", in: transaction)
                    try transaction.keep(receipt)
                }
            }
            try transaction.savepoint { _ = try Ledger.append("one", to: "board", in: transaction) }
        }
        #expect(try ledger.texts(of: "board") == ["one"])
    }

    @Test func `a batch that is lost leaves nothing behind, not even what its commands had finished`() throws {
        let ledger = try Ledger()
        try ledger.append([("board", "before")])
        #expect(throws: Refused.self) {
            try ledger.store.writer().commit { transaction in
                try transaction.savepoint {
                    try Ledger.append("lost", to: "board", in: transaction)
                    try transaction.keep(
                        Receipt(person: "p1", aggregate: "c1", key: "k", digest: [1], reply: [2], at: 1)
                    )
                    try transaction.store(aggregate: "c1", hash: "h", bytes: [1])
                    try transaction.publish(aggregate: "c1", hash: "h", stream: "board")
                }
                throw Refused()
            }
        }
        #expect(try ledger.texts(of: "board") == ["before"])
        #expect(try ledger.store.reader().blob(aggregate: "c1", hash: "h", readable: ["board"]) == nil)
        let receipt = try ledger.store.writer().commit { try $0.receipt(person: "p1", aggregate: "c1", key: "k") }
        #expect(receipt == nil)
        try ledger.append([("board", "after")])
        #expect(try ledger.flaws().isEmpty)
    }

    @Test func `a receipt is found by person, case and key together`() throws {
        let ledger = try Ledger()
        let receipt = Receipt(person: "p1", aggregate: "c1", key: "k", digest: [1, 2], reply: Array("{}".utf8), at: 7)
        let found = try ledger.store.writer().commit { transaction in
            try transaction.keep(receipt)
            return [
                try transaction.receipt(person: "p1", aggregate: "c1", key: "k"),
                try transaction.receipt(person: "p2", aggregate: "c1", key: "k"),
                try transaction.receipt(person: "p1", aggregate: "c2", key: "k"),
                try transaction.receipt(person: "p1", aggregate: "c1", key: "K"),
            ]
        }
        #expect(found == [receipt, nil, nil, nil])
    }

    @Test func `a blob is read through a readable stream that publishes it and otherwise does not exist`() throws {
        let ledger = try Ledger()
        try ledger.store.writer().commit { transaction in
            try transaction.store(aggregate: "c1", hash: "h", bytes: [1, 2, 3])
            try transaction.publish(aggregate: "c1", hash: "h", stream: "own/p1")
        }
        let reader = try ledger.store.reader()
        #expect(try reader.blob(aggregate: "c1", hash: "h", readable: ["board", "own/p1"])?.bytes == [1, 2, 3])
        #expect(try reader.blob(aggregate: "c1", hash: "h", readable: ["board", "own/p2"]) == nil)
        #expect(try reader.blob(aggregate: "c2", hash: "h", readable: ["own/p1"]) == nil)
        #expect(try reader.blob(aggregate: "c1", hash: "other", readable: ["own/p1"]) == nil)
        try ledger.store.writer().commit { try $0.publish(aggregate: "c1", hash: "h", stream: "board") }
        #expect(try reader.blob(aggregate: "c1", hash: "h", readable: ["board", "own/p2"])?.bytes == [1, 2, 3])
    }
}
