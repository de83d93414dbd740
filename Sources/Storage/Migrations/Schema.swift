internal import GRDB

/// One migration per released version; a migration is never edited once released.
enum Schema {
    static func migrate(_ queue: DatabaseQueue) throws {
        var migrator = DatabaseMigrator()
        Version1.register(in: &migrator)
        if try queue.read(migrator.hasBeenSuperseded) {
            throw StorageFault.unknownVersion("schema")
        }
        try migrator.migrate(queue)
    }
}
