import Foundation
import Sockets
import Testing

@Suite struct WorkerPoolTests {
    @Test func `one thread runs jobs in the order they were submitted`() throws {
        let pool = try WorkerPool(name: "writer", threads: 1, capacity: 1_000)
        let journal = Journal<Int>()
        for number in 0..<1_000 { #expect(pool.submit { journal.note(number) }) }
        pool.shutdown()
        #expect(journal.all == Array(0..<1_000))
    }

    @Test func `its threads interrupt nobody when they are woken`() throws {
        let pool = try WorkerPool(name: "worker", threads: 1, capacity: 1)
        let policy = Journal<Int32>()
        #expect(pool.submit { policy.note(sched_getscheduler(0)) })
        // SCHED_BATCH (sched(7)), which Swift's Glibc does not show.
        #expect(try policy.first { _ in true } == 3)
        pool.shutdown()
        #expect(sched_getscheduler(0) == 0, "nor does anybody else's thread change")
    }

    @Test func `a full queue refuses, and has room again once a job is done`() throws {
        let pool = try WorkerPool(name: "reader", threads: 1, capacity: 2)
        let begun = DispatchSemaphore(value: 0)
        let release = DispatchSemaphore(value: 0)
        let journal = Journal<String>()
        #expect(
            pool.submit {
                begun.signal()
                release.wait()
            }
        )
        #expect(begun.wait(timeout: .now() + 20) == .success)
        #expect(pool.submit { journal.note("first") })
        #expect(pool.submit { journal.note("second") })
        #expect(!pool.submit { journal.note("third") })
        #expect(pool.waitingCount == 2)
        release.signal()
        try journal.wait { $0.count == 2 }
        #expect(pool.submit { journal.note("fourth") })
        pool.shutdown()
        #expect(journal.all == ["first", "second", "fourth"])
    }

    @Test func `two threads run two jobs at once`() throws {
        let pool = try WorkerPool(name: "scrypt", threads: 2, capacity: 2)
        let one = DispatchSemaphore(value: 0)
        let other = DispatchSemaphore(value: 0)
        let journal = Journal<Bool>()
        // Each waits for the other.
        #expect(
            pool.submit {
                one.signal()
                journal.note(other.wait(timeout: .now() + 20) == .success)
            }
        )
        #expect(
            pool.submit {
                other.signal()
                journal.note(one.wait(timeout: .now() + 20) == .success)
            }
        )
        #expect(try journal.wait { $0.count == 2 } == [true, true])
        pool.shutdown()
    }

    @Test func `a pool that is shut down takes nothing, however often it is shut down`() throws {
        let pool = try WorkerPool(name: "reader", threads: 2, capacity: 2)
        pool.shutdown()
        pool.shutdown()
        #expect(!pool.submit {})
    }

    @Test func `a pool that is let go runs what it has taken`() throws {
        let journal = Journal<Int>()
        do {
            let pool = try WorkerPool(name: "reader", threads: 1, capacity: 10)
            for number in 0..<10 { #expect(pool.submit { journal.note(number) }) }
        }
        #expect(try journal.wait { $0.count == 10 } == Array(0..<10))
    }
}
