internal import GRDB

/// One migration per released version; a migration is never edited once released.
enum Schema {
    static func migrate(_ queue: DatabaseQueue) throws {
        try check(queue)
        try migrator.migrate(queue)
    }

    /// - Throws: `unknownVersion` when a newer program has changed the schema.
    static func check(_ queue: DatabaseQueue) throws {
        if try queue.read(migrator.hasBeenSuperseded) { throw StorageFault.unknownVersion("schema") }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        Version1.register(in: &migrator)
        return migrator
    }
}
