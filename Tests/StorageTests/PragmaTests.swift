import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite("The database's promises")
struct PragmaTests {
    @Test func `the writer runs with synchronous FULL and every other pragma as it was set`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let pragmas = try Store(directory: folder).writerPragmas()
        #expect(pragmas["synchronous"] == "2")
        #expect(pragmas["journal_mode"] == "wal")
        #expect(pragmas["foreign_keys"] == "1")
        #expect(pragmas["secure_delete"] == "1")
        #expect(pragmas["trusted_schema"] == "0")
        #expect(pragmas["wal_autocheckpoint"] == "0")
    }

    @Test func `a value that reads back differently refuses the start`() throws {
        let queue = try DatabaseQueue()
        #expect(throws: StorageFault.self) { try Pragmas.apply([(name: "foreign_keys", value: "2")], to: queue) }
        try Pragmas.apply([(name: "foreign_keys", value: "1")], to: queue)
    }
}
