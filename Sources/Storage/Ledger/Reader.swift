internal import GRDB

/// A read-only connection. Never holds a transaction across network I/O: each call is one.
package final class Reader: Sendable {
    private let queue: DatabaseQueue

    /// Opens a database file to read it: nothing of it is made, migrated or moved.
    package init(file: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "reader"
        queue = try DatabaseQueue(path: file, configuration: configuration)
        try Pragmas.apply(Pragmas.reader, to: queue)
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

    /// Rows sorted for one piece: without a bound each piece would sort all that is left.
    private static let rowsPerChunk = 512

    /// A piece of replay: events in commit order, and where it ended.
    package struct Chunk: Sendable {
        package var events: [StoredEvent]
        /// Everything of these streams up to here is in this chunk or was before it.
        package var position: Int64
        /// Whether the ledger held more when it was read.
        package var isComplete: Bool
    }

    /// Events of several streams of one aggregate merged in commit order.
    ///
    /// - Parameters:
    ///   - after: for each stream, the last sequence number the reader holds.
    ///   - beyond: only events after this ledger position.
    ///   - byteLimit: stops after the event that reaches it; at least one event is returned.
    package func events(
        aggregate: String,
        after: [String: Int],
        beyond: Int64,
        byteLimit: Int
    ) throws -> Chunk {
        try read { database in
            let end = try Int64.fetchOne(database, sql: "SELECT coalesce(max(position), 0) FROM event") ?? 0
            let streams = try Self.ids(of: Array(after.keys), aggregate: aggregate, in: database)
            guard !streams.isEmpty else { return Chunk(events: [], position: end, isComplete: true) }
            let names = Dictionary(uniqueKeysWithValues: streams.map { ($0.id, $0.name) })
            let conditions = streams.map { "(stream = \($0.id) AND seq > \(after[$0.name] ?? 0))" }
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(StoredEvent.columns), e.stream FROM event e WHERE position IN (
                        SELECT position FROM event WHERE position > ? AND (\(conditions.joined(separator: " OR ")))
                        ORDER BY position LIMIT \(Self.rowsPerChunk + 1)
                    ) ORDER BY position
                    """,
                arguments: [beyond]
            )
            return try Self.chunk(from: rows, end: end, beyond: beyond, byteLimit: byteLimit) { row in
                names[row[StoredEvent.columnCount]] ?? ""
            }
        }
    }

    /// All streams of one aggregate in commit order, those born while one reads included.
    package func events(aggregate: String, beyond: Int64, byteLimit: Int) throws -> Chunk {
        try read { database in
            let end = try Int64.fetchOne(database, sql: "SELECT coalesce(max(position), 0) FROM event") ?? 0
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(StoredEvent.columns), s.name FROM event e
                    JOIN stream s ON s.id = e.stream WHERE e.position IN (
                        SELECT e.position FROM stream s JOIN event e ON e.stream = s.id
                        WHERE s.aggregate = ? AND e.position > ? ORDER BY e.position LIMIT \(Self.rowsPerChunk + 1)
                    ) ORDER BY e.position
                    """,
                arguments: [aggregate, beyond]
            )
            return try Self.chunk(from: rows, end: end, beyond: beyond, byteLimit: byteLimit) {
                $0[StoredEvent.columnCount]
            }
        }
    }

    /// Takes rows until the bytes or the rows of a piece are reached.
    private static func chunk(
        from rows: RowCursor,
        end: Int64,
        beyond: Int64,
        byteLimit: Int,
        name: (Row) -> String
    ) throws -> Chunk {
        var chunk = Chunk(events: [], position: end, isComplete: true)
        var bytes = 0
        while let row = try rows.next() {
            if bytes >= byteLimit || chunk.events.count == rowsPerChunk {
                chunk.isComplete = false
                chunk.position = chunk.events.last?.position ?? beyond
                break
            }
            let event = try StoredEvent(row, stream: name(row))
            bytes += event.body.count + 160
            chunk.events.append(event)
        }
        return chunk
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

    private static func ids(
        of names: [String],
        aggregate: String,
        in database: GRDB.Database
    ) throws -> [(id: Int64, name: String)] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT id, name FROM stream WHERE aggregate = ? ORDER BY id"),
            arguments: [aggregate]
        ).map { ($0["id"], $0["name"]) }.filter { names.contains($0.1) }
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
