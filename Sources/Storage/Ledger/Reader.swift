internal import GRDB

/// A read-only connection. Never holds a transaction across network I/O: each call is one.
package final class Reader: Sendable {
    private let queue: DatabaseQueue

    /// Opens a database file to read it: nothing of it is made, migrated or moved.
    package init(file: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "reader"
        do {
            queue = try DatabaseQueue(path: file, configuration: configuration)
            try Pragmas.apply(Pragmas.reader, to: queue)
        } catch let error as DatabaseError {
            throw StorageFault.unreadable("\(file): \(error.message ?? "\(error)")")
        }
    }

    /// - Throws: `unknownVersion` when a newer program has changed the schema.
    package func checkSchema() throws { try Schema.check(queue) }

    /// What SQLite itself finds wrong with the file; nothing when it is sound.
    package func structuralFlaws() throws -> [String] {
        try read { database in
            try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
    }

    /// The connection itself, outside a transaction.
    func connection<Result>(_ body: (GRDB.Database) throws -> Result) throws -> Result {
        try queue.inDatabase(body)
    }

    func read<Result>(_ body: (GRDB.Database) throws -> Result) throws -> Result {
        try queue.read(body)
    }

    /// One stream from a sequence number on.
    package func events(aggregate: String, stream: String, after: Int, limit: Int) throws -> [StoredEvent] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT \(StoredEvent.columns)
                        FROM event e JOIN stream s ON s.id = e.stream
                        WHERE s.aggregate = ? AND s.name = ? AND e.seq > ? ORDER BY e.seq LIMIT ?
                        """
                ),
                arguments: [aggregate, stream, after, limit]
            ).map { try StoredEvent($0, stream: stream) }
        }
    }

    /// The chain hash at a sequence number, to tell whether a client's position belongs to this history.
    package func chain(aggregate: String, stream: String, seq: Int) throws -> [UInt8]? {
        try read { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT e.chain FROM event e JOIN stream s ON s.id = e.stream
                        WHERE s.aggregate = ? AND s.name = ? AND e.seq = ?
                        """
                ),
                arguments: [aggregate, stream, seq]
            )?.bytes("chain")
        }
    }

    /// Every stream of an aggregate with its head.
    package func heads(aggregate: String) throws -> [(stream: String, seq: Int, chain: [UInt8])] {
        try read { database in
            try Row.fetchAll(
                database.cachedStatement(
                    sql: "SELECT name, head, chain FROM stream WHERE aggregate = ? ORDER BY name"
                ),
                arguments: [aggregate]
            ).map { ($0["name"], $0["head"], try $0.bytes("chain")) }
        }
    }

    /// The schema version of the last event. No program writes an older one after a newer, so it is the newest of all.
    package func lastEventVersion() throws -> Int? {
        try read { database in
            try Int.fetchOne(database, sql: "SELECT version FROM event ORDER BY position DESC LIMIT 1")
        }
    }

    /// Every aggregate in the ledger.
    package func aggregates() throws -> [String] {
        try read { database in
            try String.fetchAll(database, sql: "SELECT DISTINCT aggregate FROM stream ORDER BY aggregate")
        }
    }
}

extension StoredEvent {
    /// What `init(_:stream:)` reads, by place: finding a column by its name costs more than reading it.
    static let columns = "e.position, e.seq, e.at, e.author, e.version, e.body, e.chain"
    static let columnCount = 7

    init(_ row: Row, stream: String) throws {
        self.init(
            position: row[0],
            stream: stream,
            seq: row[1],
            at: row[2],
            author: row[3],
            version: row[4],
            body: try row.bytes(5),
            chain: try row.bytes(6)
        )
    }
}
