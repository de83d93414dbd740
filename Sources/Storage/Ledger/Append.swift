internal import GRDB

/// The events of one command, appended in the order given.
extension Transaction {
    /// Appends one event to a stream of an aggregate and returns it as stored.
    ///
    /// `at` is clamped to its predecessor in the same stream only.
    package func append(
        aggregate: String,
        stream: String,
        body: [UInt8],
        version: Int,
        at: Int64,
        author: String
    ) throws -> StoredEvent {
        let head = try head(aggregate: aggregate, stream: stream)
        let event = StoredEvent(
            position: 0,
            stream: stream,
            seq: head.seq + 1,
            at: max(at, head.at),
            author: author,
            version: version,
            body: body,
            chain: Chain.next(after: head.chain, body: body)
        )
        try database.cachedStatement(
            sql: "INSERT INTO event (stream, seq, at, author, version, body, chain) VALUES (?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            head.id, event.seq, event.at, event.author, event.version, event.body.databaseValue,
            event.chain.databaseValue,
        ])
        let position = database.lastInsertedRowID
        try database.cachedStatement(sql: "UPDATE stream SET head = ?, chain = ? WHERE id = ?")
            .execute(arguments: [event.seq, event.chain.databaseValue, head.id])
        var stored = event
        stored.position = position
        return stored
    }

    private struct Head {
        var id: Int64
        var seq: Int
        var chain: [UInt8]
        var at: Int64
    }

    private func head(aggregate: String, stream: String) throws -> Head {
        let known = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT s.id, s.head, s.chain, coalesce(e.at, 0) AS at FROM stream s
                    LEFT JOIN event e ON e.stream = s.id AND e.seq = s.head
                    WHERE s.aggregate = ? AND s.name = ?
                    """
            ),
            arguments: [aggregate, stream]
        )
        if let known {
            return Head(id: known["id"], seq: known["head"], chain: try known.bytes("chain"), at: known["at"])
        }
        try database.cachedStatement(sql: "INSERT INTO stream (aggregate, name, head, chain) VALUES (?, ?, 0, x'')")
            .execute(arguments: [aggregate, stream])
        return Head(id: database.lastInsertedRowID, seq: 0, chain: Chain.start, at: 0)
    }
}

/// What the writer reads inside its own transaction.
extension Transaction {
    package func exists(aggregate: String) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM stream WHERE aggregate = ?)"),
            arguments: [aggregate]
        ) ?? false
    }

    /// The chain hash at a stream's head.
    package func chain(aggregate: String, stream: String) throws -> [UInt8]? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT chain FROM stream WHERE aggregate = ? AND name = ?"),
            arguments: [aggregate, stream]
        )?.bytes("chain")
    }

    /// The events of a case behind a folded position, at most `limit`.
    package func events(aggregate: String, beyond position: Int64, limit: Int) throws -> [StoredEvent] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT \(StoredEvent.columns), s.name
                    FROM stream s JOIN event e ON e.stream = s.id
                    WHERE s.aggregate = ? AND e.position > ? ORDER BY e.position LIMIT ?
                    """
            ),
            arguments: [aggregate, position, limit]
        ).map { try StoredEvent($0, stream: $0[StoredEvent.columnCount]) }
    }
}
