import Foundation
internal import GRDB

/// The one writing connection. Used by one thread: it alone begins transactions and checkpoints.
package final class Writer {
    private let queue: DatabaseQueue

    init(_ queue: DatabaseQueue) { self.queue = queue }

    /// Runs `body` in one transaction and commits it with `synchronous = FULL`.
    ///
    /// When it returns, everything appended is durable. When it throws `rolledBack`, nothing is: SQLite rolls a whole
    /// transaction back on its own after a full disk, and a batch must not go on in autocommit.
    package func commit<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try queue.inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            do {
                let result = try body(Transaction(database))
                guard database.isInsideTransaction else { throw StorageFault.rolledBack("lost before commit") }
                try database.execute(sql: "COMMIT")
                return result
            } catch {
                if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
                if let fault = error as? DatabaseError { throw StorageFault.rolledBack("\(fault.resultCode)") }
                throw error
            }
        }
    }

    /// Moves the write-ahead log into the database, off the commit path.
    package func checkpoint() throws {
        try queue.inDatabase { database in
            _ = try database.checkpoint(.passive)
        }
    }

    /// A consistent copy of the whole database, made while readers read.
    package func backup(to path: String) throws {
        try queue.inDatabase { database in
            try database.execute(sql: "VACUUM INTO ?", arguments: [path])
        }
    }
}

/// What may be done inside the writer's transaction.
package struct Transaction {
    let database: GRDB.Database

    init(_ database: GRDB.Database) { self.database = database }

    /// Runs one command's work: if it throws, its rows alone are undone and the batch goes on.
    ///
    /// Throws `rolledBack` when SQLite has undone the whole batch.
    package func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        try database.execute(sql: "SAVEPOINT command")
        do {
            let result = try body()
            try database.execute(sql: "RELEASE command")
            return result
        } catch {
            guard database.isInsideTransaction else { throw StorageFault.rolledBack("\(error)") }
            try database.execute(sql: "ROLLBACK TO command")
            try database.execute(sql: "RELEASE command")
            throw error
        }
    }
}
