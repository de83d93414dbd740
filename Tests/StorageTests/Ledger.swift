import GRDB
import Storage
import TestSupport

/// A ledger in a folder of its own, and a stranger's connection to the same file.
final class Ledger {
    let folder: String
    let store: Store

    init(in folder: String? = nil) throws {
        self.folder = try folder ?? TemporaryFolder.make()
        store = try Store(directory: self.folder)
    }

    deinit { TemporaryFolder.remove(folder) }

    /// Appends one event in the transaction at hand.
    @discardableResult
    static func append(
        _ text: String,
        to stream: String,
        of aggregate: String = "c1",
        at: Int64 = 1_000,
        in transaction: Transaction
    ) throws -> StoredEvent {
        try transaction.append(
            aggregate: aggregate,
            stream: stream,
            body: Array(text.utf8),
            version: 1,
            at: at,
            author: "p1"
        )
    }

    /// Appends events to streams, one commit each.
    func append(_ events: [(stream: String, text: String)]) throws {
        let writer = store.writer()
        for event in events {
            try writer.commit { _ = try Self.append(event.text, to: event.stream, in: $0) }
        }
    }

    /// One stream as it reads back.
    func texts(of stream: String) throws -> [String] {
        try store.reader().events(aggregate: "c1", stream: stream, after: 0, limit: 1_000)
            .map { String(decoding: $0.body, as: UTF8.self) }
    }

    func flaws() throws -> [Flaw] {
        let reader = try store.reader()
        return try reader.aggregates().flatMap { aggregate in
            try reader.heads(aggregate: aggregate).flatMap { head in
                try reader.verify(aggregate: aggregate, stream: head.stream, head: (head.seq, head.chain))
            }
        }
    }

    /// What somebody with the file and no manners does to it.
    func tamper(_ sql: String) throws {
        let stranger = try DatabaseQueue(path: folder + "/consilium.sqlite")
        try stranger.inDatabase { try $0.execute(sql: sql) }
        try stranger.close()
    }
}
