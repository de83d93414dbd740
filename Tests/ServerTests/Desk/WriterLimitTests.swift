import Foundation
import Sockets
import Storage
import TestSupport
import Testing
import TumorBoard

@testable import BoardServer

/// How much the writer does in one batch, and how far its log grows.
@Suite("The writer's batches")
struct WriterLimitTests {
    /// Lets a writer do what waits already; how many answers each commit had.
    private func batches(
        of cases: [String],
        _ change: (inout WriterThread.Limits) -> Void
    ) throws -> [Int] {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        var limits = WriterThread.Limits()
        // A machine that is busy with something else decides slowly.
        limits.deciding = .seconds(20)
        change(&limits)
        let answers = Monitor<(batches: [Int], isDone: Bool)>(([], false))
        let inbox = Inbox(capacity: 1_000, capacityPerAggregate: 1_000, capacityPerPerson: 1_000)
        let writer = WriterThread(
            store: try Store(directory: folder),
            environment: .system,
            cache: StateCache(capacity: 1 << 20),
            inbox: inbox,
            limits: limits,
            log: SilentLog.logger,
            readiness: Readiness(directory: folder, floor: 0),
            publish: { committed in answers.withLock { $0.batches.append(committed.replies.count) } },
            rehydrate: { _ in }
        )
        for name in cases { #expect(inbox.add(.elapse(try #require(CaseID(name)), respond: { _ in }))) }
        inbox.close()
        writer.run { answers.withLock { $0.isDone = true } }
        let done = answers.withLock(when: { $0.isDone }, before: .now + .seconds(20)) { $0.batches }
        return try #require(done)
    }

    private static let cases = Array(repeating: "busy", count: 8) + ["a", "b"]

    @Test func `take no more of one case than so many, and of every other`() throws {
        #expect(try batches(of: Self.cases) { $0.perCase = 3 } == [5, 3, 2])
    }

    @Test func `take no more in all than so many`() throws {
        #expect(try batches(of: Self.cases) { $0.perBatch = 4 } == [4, 4, 2])
    }

    @Test func `end when the time for deciding is over, and the rest has the next`() throws {
        #expect(try batches(of: Self.cases) { $0.deciding = .zero } == Array(repeating: 1, count: 10))
        #expect(try batches(of: Self.cases) { _ in } == [10])
    }

    @Test func `of a crowd begin no sooner than so long after each other, and of a single speaker at once`() throws {
        func duration(crowd: Int) throws -> Duration {
            let begun = ContinuousClock.now
            // Three batches of two: the pause comes after each of a crowd.
            #expect(
                try batches(of: ["a", "a", "a", "b", "b", "b"]) { limits in
                    (limits.perCase, limits.crowd, limits.commitInterval) = (1, crowd, .milliseconds(700))
                } == [2, 2, 2]
            )
            return begun.duration(to: .now)
        }
        #expect(try duration(crowd: 2) >= .milliseconds(2_100))
        #expect(try duration(crowd: 3) < .milliseconds(2_100))
    }

    @Test func `are moved into the database after so many, so that the log does not grow`() throws {
        func logSize(after commits: Int, perCheckpoint count: Int) throws -> Int {
            var limits = ServerLimits()
            limits.writer.commitsPerCheckpoint = count
            let board = try TestBoard(limits: limits)
            defer { board.end() }
            for number in 1...commits { try board.add("p\(number)") }
            let file = board.folder + "/consilium.sqlite-wal"
            return try #require(FileManager.default.attributesOfItem(atPath: file)[.size] as? Int)
        }
        let (often, never) = (try logSize(after: 60, perCheckpoint: 1), try logSize(after: 60, perCheckpoint: 10_000))
        #expect(often * 4 < never)
    }
}
