internal import GRDB

/// Stored bytes, looked up by case and hash, readable by whoever may read a stream that publishes them.
extension Transaction {
    package func store(aggregate: String, hash: String, bytes: [UInt8]) throws {
        try database.cachedStatement(
            sql: "INSERT INTO blob (aggregate, hash, bytes) VALUES (?, ?, ?) ON CONFLICT (aggregate, hash) DO NOTHING"
        ).execute(arguments: [aggregate, hash, bytes.databaseValue])
    }

    package func publish(aggregate: String, hash: String, stream: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO publication (aggregate, hash, stream) VALUES (?, ?, ?)
                ON CONFLICT (aggregate, hash, stream) DO NOTHING
                """
        ).execute(arguments: [aggregate, hash, stream])
    }
}

/// Stored bytes, and which of the reader's streams publish them.
package struct ReadableBlob: Sendable, Equatable {
    package var bytes: [UInt8]
    package var streams: Set<String>
}

extension Reader {
    /// The bytes, if one of the reader's streams publishes them; `nil` for unknown and unreadable alike.
    package func blob(aggregate: String, hash: String, readable: Set<String>) throws -> ReadableBlob? {
        try read { database in
            let all = try String.fetchAll(
                database.cachedStatement(sql: "SELECT stream FROM publication WHERE aggregate = ? AND hash = ?"),
                arguments: [aggregate, hash]
            )
            let streams = readable.intersection(all)
            guard !streams.isEmpty else { return nil }
            return try Row.fetchOne(
                database.cachedStatement(sql: "SELECT bytes FROM blob WHERE aggregate = ? AND hash = ?"),
                arguments: [aggregate, hash]
            ).map { ReadableBlob(bytes: try $0.bytes("bytes"), streams: streams) }
        }
    }
}
