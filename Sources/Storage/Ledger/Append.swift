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
        let key = StreamHeads.Key(aggregate: aggregate, stream: stream)
        let head = try head(of: key)
        let chain = Chain.next(after: head.chain, body: body)
        let next = StreamHeads.Head(id: head.id, seq: head.seq + 1, chain: chain, at: max(at, head.at))
        try ledger.insertEvent.run { arguments in
            arguments.add(next.id)
            arguments.add(next.seq)
            arguments.add(next.at)
            arguments.add(author)
            arguments.add(version)
            arguments.add(body)
            arguments.add(chain)
        }
        ledger.heads.advance(key, to: next)
        return StoredEvent(
            position: database.lastInsertedRowID,
            stream: stream,
            seq: next.seq,
            at: next.at,
            author: author,
            version: version,
            body: body,
            chain: chain
        )
    }

    private func head(of key: StreamHeads.Key) throws -> StreamHeads.Head {
        if let head = try knownHead(of: key) { return head }
        try database.cachedStatement(sql: "INSERT INTO stream (aggregate, name, head, chain) VALUES (?, ?, 0, x'')")
            .execute(arguments: [key.aggregate, key.stream])
        let head = StreamHeads.Head(id: database.lastInsertedRowID, seq: 0, chain: Chain.start, at: 0)
        ledger.heads.know(head, of: key)
        return head
    }

    /// Where a stream stands in this transaction; nil when there is no such stream.
    private func knownHead(of key: StreamHeads.Key) throws -> StreamHeads.Head? {
        if let head = ledger.heads[key] { return head }
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT s.id, s.head, s.chain, coalesce(e.at, 0) AS at FROM stream s
                    LEFT JOIN event e ON e.stream = s.id AND e.seq = s.head
                    WHERE s.aggregate = ? AND s.name = ?
                    """
            ),
            arguments: [key.aggregate, key.stream]
        )
        guard let row else { return nil }
        let head = StreamHeads.Head(id: row["id"], seq: row["head"], chain: try row.bytes("chain"), at: row["at"])
        ledger.heads.know(head, of: key)
        return head
    }

    /// The chain hash at a stream's head.
    package func chain(aggregate: String, stream: String) throws -> [UInt8]? {
        try knownHead(of: StreamHeads.Key(aggregate: aggregate, stream: stream))?.chain
    }

    /// Brings the rows of the streams up to what was appended: once for a batch, however much it appended.
    func saveHeads() throws {
        for head in ledger.heads.takeUnsaved() {
            try ledger.saveHead.run { arguments in
                arguments.add(head.seq)
                arguments.add(head.chain)
                arguments.add(head.id)
            }
        }
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
