internal import Cryptography
internal import GRDB

/// What a check finds of the stored bytes: each hashed again, each known to somebody.
extension Reader {
    /// A blob's name within its aggregate, and the streams that publish it.
    package struct StoredBlob: Sendable {
        /// Names the row without telling anything of its content.
        package var row: Int64
        package var hash: String
        package var byteCount: Int
        package var streams: Set<String>
        /// Whether the bytes have the hash they are stored under.
        package var isWhole: Bool
    }

    /// Every aggregate that stores bytes or says that it publishes some.
    package func aggregatesWithBlobs() throws -> [String] {
        try read { database in
            try String.fetchAll(
                database,
                sql: "SELECT aggregate FROM blob UNION SELECT aggregate FROM publication ORDER BY aggregate"
            )
        }
    }

    /// Reads and hashes every blob of an aggregate, one at a time.
    package func blobs(aggregate: String) throws -> [StoredBlob] {
        let publications = try publications(aggregate: aggregate)
        let rows = try read { database in
            try Int64.fetchAll(
                database,
                sql: "SELECT id FROM blob WHERE aggregate = ? ORDER BY id",
                arguments: [aggregate]
            )
        }
        return try rows.compactMap { id in
            let stored = try read { database in
                try Row.fetchOne(database, sql: "SELECT hash, bytes FROM blob WHERE id = ?", arguments: [id])
                    .map { (hash: $0["hash"] as String, bytes: try $0.bytes("bytes")) }
            }
            guard let stored else { return nil }
            return StoredBlob(
                row: id,
                hash: stored.hash,
                byteCount: stored.bytes.count,
                streams: publications[stored.hash] ?? [],
                isWhole: Hexadecimal.encode(SHA256.hash(stored.bytes)) == stored.hash
            )
        }
    }

    /// By hash, the streams whose readers may fetch it.
    package func publications(aggregate: String) throws -> [String: Set<String>] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT hash, stream FROM publication WHERE aggregate = ?",
                arguments: [aggregate]
            ).reduce(into: [:]) { publications, row in publications[row["hash"], default: []].insert(row["stream"]) }
        }
    }
}
