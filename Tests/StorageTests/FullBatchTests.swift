import Storage
import TestSupport
import Testing

@Suite(
    "A disk that fills up in the middle of a batch",
    .enabled(if: SmallDisk.isPossible, "a small disk to fill needs the right to mount a tmpfs")
)
struct FullBatchTests {
    @Test
    func `the command that did not fit takes the whole batch with it, and the next one finds everything as it was`()
        throws
    {
        let disk = try SmallDisk(megabytes: 6)
        let ledger = try Ledger(in: disk.folder + "/data")
        try ledger.append([("board", "before")])
        var found: (any Error)?
        #expect(throws: StorageFault.self) {
            try ledger.store.writer().commit { transaction in
                try transaction.savepoint { _ = try Ledger.append("lost", to: "board", in: transaction) }
                do {
                    let tooMuch = [UInt8](repeating: 7, count: 16 << 20)
                    try transaction.savepoint { try transaction.store(aggregate: "c1", hash: "h", bytes: tooMuch) }
                } catch {
                    found = error
                    throw error
                }
            }
        }
        // Not the command's own error, which would be undone alone: the batch's.
        #expect(found is StorageFault)
        #expect(try ledger.texts(of: "board") == ["before"])
        try ledger.append([("board", "after")])
        #expect(try ledger.texts(of: "board") == ["before", "after"])
        #expect(try ledger.flaws().isEmpty)
    }
}
