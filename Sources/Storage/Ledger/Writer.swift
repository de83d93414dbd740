import Foundation
internal import GRDB

/// The one writing connection. Used by one thread: it alone begins transactions and checkpoints.
package final class Writer {
    private let queue: DatabaseQueue
    private var ledger: OpenLedger?

    init(_ queue: DatabaseQueue) { self.queue = queue }

    /// Runs `body` in one transaction and commits it with `synchronous = FULL`.
    ///
    /// When it returns, everything appended is durable. When it throws `rolledBack`, nothing is: SQLite rolls a whole
    /// transaction back on its own after a full disk, and a batch must not go on in autocommit. After `inputOutput`
    /// only a restart tells.
    package func commit<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try queue.inDatabase { database in
            let ledger = try self.ledger ?? OpenLedger(database)
            self.ledger = ledger
            let transaction = Transaction(database, ledger)
            do {
                try ledger.begin.execute()
                let result = try body(transaction)
                guard database.isInsideTransaction else { throw StorageFault.rolledBack("lost before commit") }
                try transaction.saveHeads()
                try ledger.commit.execute()
                ledger.heads.committed()
                return result
            } catch {
                // Where the streams stand is looked up again, and no statement remembers a failure.
                self.ledger = nil
                if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
                throw (error as? DatabaseError).map(StorageFault.init) ?? error
            }
        }
    }

    /// Moves the write-ahead log into the database, off the commit path.
    package func checkpoint() throws {
        try queue.inDatabase { database in
            _ = try database.checkpoint(.passive)
        }
    }
}

/// What may be done inside the writer's transaction.
package struct Transaction {
    let database: GRDB.Database
    let ledger: OpenLedger

    init(_ database: GRDB.Database, _ ledger: OpenLedger) {
        self.database = database
        self.ledger = ledger
    }

    /// Writes a page that says what it said before: when this commits, anything can.
    package func probe() throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Errors of the disk or of memory, not of one command's rows.
    private static let batchEnding: [ResultCode] = [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM]

    /// Runs one command's work: if it throws, its rows alone are undone and the batch goes on.
    ///
    /// Throws `rolledBack` when SQLite has undone the whole batch, and for a full disk, which is nobody's own fault.
    package func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        try ledger.savepoint.run()
        ledger.heads.keepCommand()
        do {
            let result = try body()
            try ledger.release.run()
            ledger.heads.keepCommand()
            return result
        } catch {
            let fault = (error as? DatabaseError).map(StorageFault.init)
            guard database.isInsideTransaction else { throw fault ?? .rolledBack("\(error)") }
            if let fault, let code = (error as? DatabaseError)?.resultCode, Self.batchEnding.contains(code) {
                throw fault
            }
            try database.execute(sql: "ROLLBACK TO command")
            try database.execute(sql: "RELEASE command")
            ledger.heads.undoCommand()
            throw error
        }
    }
}

extension StorageFault {
    /// What an error of SQLite means for the transaction it came up in.
    fileprivate init(_ error: DatabaseError) {
        self = error.resultCode == .SQLITE_IOERR ? .inputOutput("\(error)") : .rolledBack("\(error.extendedResultCode)")
    }
}
