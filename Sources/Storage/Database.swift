import Foundation
internal import GRDB

/// The pragmas every connection runs under. Each is set, then read back: a default that changes is found at start, not after a power cut.
enum Pragmas {
    /// GRDB sets `synchronous = NORMAL` for WAL after `prepareDatabase`, so these are set once the connection stands.
    static let writer: [(name: String, value: String)] = [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("secure_delete", "1"),
        ("trusted_schema", "0"),
        ("busy_timeout", "5000"),
        ("wal_autocheckpoint", "0"),
    ]
    static let reader: [(name: String, value: String)] = [
        ("query_only", "1"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("busy_timeout", "5000"),
    ]

    static func apply(_ pragmas: [(name: String, value: String)], to queue: DatabaseQueue) throws {
        try queue.inDatabase { database in
            for pragma in pragmas {
                try database.execute(sql: "PRAGMA \(pragma.name) = \(pragma.value)")
                let found = try String.fetchOne(database, sql: "PRAGMA \(pragma.name)")
                guard found == pragma.value else {
                    throw StorageFault.pragma(pragma.name, found: found ?? "nothing")
                }
            }
        }
    }
}

/// What storage cannot do anything about. Logged with a correlation id, shown without detail.
package enum StorageFault: Error, CustomStringConvertible {
    case pragma(String, found: String)
    /// SQLite rolled the whole transaction back (a full disk, say): nobody in the batch is acknowledged.
    case rolledBack(String)
    /// The disk did not do as it was told: whether the transaction is durable is known only after a restart.
    case inputOutput(String)
    /// The stored schema is newer than this program.
    case unknownVersion(String)
    case unreadable(String)
    /// The directory holds no database.
    case noBoard(String)

    package var description: String {
        switch self {
        case .pragma(let name, let found): "pragma \(name) reads back as \(found)"
        case .rolledBack(let why): "the transaction was rolled back: \(why)"
        case .inputOutput(let why): "the disk failed: \(why)"
        case .unknownVersion(let version): "the data was written by a newer version (\(version))"
        case .unreadable(let what): "stored data cannot be read: \(what)"
        case .noBoard(let directory): "there is no board in \(directory)"
        }
    }
}

/// The data directory: one database, one writer, any number of read-only readers.
package final class Store: Sendable {
    package let directory: String
    private let queue: DatabaseQueue

    /// Opens or creates the database in `directory`, brings its schema up to date and proves the pragmas.
    /// The caller holds the directory's lock.
    package init(directory: String) throws {
        self.directory = directory
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.label = "writer"
        configuration.maximumReaderCount = 1
        let path = Self.path(in: directory)
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try Pragmas.apply(Pragmas.writer, to: queue)
            try Schema.migrate(queue)
        } catch let error as DatabaseError {
            throw StorageFault.unreadable("\(path): \(error.message ?? "\(error)")")
        }
    }

    package static func path(in directory: String) -> String { directory + "/consilium.sqlite" }

    /// The one writing connection. Only one thread may use it.
    package func writer() -> Writer { Writer(queue) }

    /// A read-only connection of its own, for one thread at a time.
    package func reader() throws -> Reader { try Reader(file: Self.path(in: directory)) }

    /// The writer's pragmas as SQLite reports them now.
    package func writerPragmas() throws -> [String: String] {
        try queue.inDatabase { database in
            var found: [String: String] = [:]
            for pragma in Pragmas.writer {
                found[pragma.name] = try String.fetchOne(database, sql: "PRAGMA \(pragma.name)")
            }
            return found
        }
    }
}
