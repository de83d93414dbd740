internal import GRDB

/// Replay: what happened in some streams of an aggregate, in the order of the commits, piece by piece.
extension Reader {
    /// Events of one piece, whatever its bytes.
    private static let rowsPerChunk = 512

    /// A piece of replay: events in commit order, and where it ended.
    package struct Chunk: Sendable {
        package var events: [StoredEvent] = []
        /// Everything of these streams up to here is in this chunk or was before it.
        package var position: Int64
        /// For each stream, the last sequence number that is in this chunk or was before it: where the next one begins.
        package var after: [String: Int]
        /// Whether this chunk ends with the ledger as it was read.
        package var isComplete = true
    }

    /// Events of several streams of one aggregate merged in commit order.
    ///
    /// - Parameters:
    ///   - streams: which of them; nil for all, those born while one reads included.
    ///   - after: for each stream, the last sequence number that the asker holds; 0 where it is absent.
    ///   - byteLimit: stops behind the event that reaches it; at least one event is returned.
    package func events(
        aggregate: String,
        of streams: Set<String>? = nil,
        after: [String: Int] = [:],
        byteLimit: Int
    ) throws -> Chunk {
        try read { database in
            let end = try Int64.fetchOne(database, sql: "SELECT coalesce(max(position), 0) FROM event") ?? 0
            var chunk = Chunk(position: end, after: after)
            let names = try Self.names(of: streams, aggregate: aggregate, in: database)
            let positions = try Self.nextPositions(of: names, after: after, in: database)
            guard !positions.isEmpty else { return chunk }
            let list = positions.prefix(Self.rowsPerChunk).map(String.init).joined(separator: ",")
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(StoredEvent.columns), e.stream FROM event e
                    WHERE position IN (\(list)) ORDER BY position
                    """
            )
            var bytes = 0
            while bytes < byteLimit, let row = try rows.next() {
                let event = try StoredEvent(row, stream: names[row[StoredEvent.columnCount]] ?? "")
                bytes += event.body.count + 160
                chunk.after[event.stream] = event.seq
                chunk.events.append(event)
            }
            if chunk.events.count < positions.count {
                chunk.isComplete = false
                chunk.position = chunk.events.last?.position ?? 0
            }
            return chunk
        }
    }

    /// Streams by their row.
    private static func names(
        of streams: Set<String>?,
        aggregate: String,
        in database: GRDB.Database
    ) throws -> [Int64: String] {
        let rows = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT id, name FROM stream WHERE aggregate = ?"),
            arguments: [aggregate]
        )
        let names = Dictionary(uniqueKeysWithValues: rows.map { row -> (Int64, String) in (row[0], row[1]) })
        return streams.map { streams in names.filter { streams.contains($0.value) } } ?? names
    }

    /// The positions of the next events, in order, one more than a piece takes when there are more.
    ///
    /// A stream's events lie in its index in their order, so each stream is asked for no more than a piece: together they
    /// would be sorted anew for every piece, all that is left of them.
    private static func nextPositions(
        of names: [Int64: String],
        after: [String: Int],
        in database: GRDB.Database
    ) throws -> [Int64] {
        let statement = try database.cachedStatement(
            sql: "SELECT position FROM event WHERE stream = ? AND seq > ? ORDER BY seq LIMIT \(rowsPerChunk + 1)"
        )
        let next = try names.flatMap { id, name in
            try Int64.fetchAll(statement, arguments: [id, after[name] ?? 0])
        }
        return Array(next.sorted().prefix(rowsPerChunk + 1))
    }
}
