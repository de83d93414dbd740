import Cryptography
import Foundation
import Logging
import Storage
import TumorBoard

/// The one thread that writes: takes the next batch, decides each command under a savepoint, commits once, publishes.
final class WriterThread: Sendable {
    struct Limits: Sendable {
        /// Commands of one case in one batch.
        var perCase = 64
        var perBatch = 1_024
        /// Time for deciding in one batch; what is left waits for the next.
        var deciding = Duration.milliseconds(5)
        /// A cached case further behind than this goes back to a reader.
        var tail = 256
        /// Below this many free bytes nothing new is taken; reading goes on.
        var freeSpaceFloor: Int64 = 32 << 20
        /// After a batch of at least `crowd` tasks the next begins no sooner than so long after it: those who say the most
        /// share a commit, and what it tells them leaves in fewer, fuller records. Whoever speaks alone never waits.
        var commitInterval = Duration.milliseconds(2)
        var crowd = 4
        /// Pages in the write-ahead log grow until this many commits, then a checkpoint runs between batches.
        var commitsPerCheckpoint = 256
    }

    private let store: Store
    private let environment: Environment
    private let cache: StateCache
    private let inbox: Inbox
    private let limits: Limits
    private let log: Logger
    private let readiness: Readiness
    private let publish: @Sendable (Committed) -> Void
    /// A command whose case is not folded goes back to a reader.
    private let rehydrate: @Sendable (Order) -> Void

    init(
        store: Store,
        environment: Environment,
        cache: StateCache,
        inbox: Inbox,
        limits: Limits,
        log: Logger,
        readiness: Readiness,
        publish: @escaping @Sendable (Committed) -> Void,
        rehydrate: @escaping @Sendable (Order) -> Void
    ) {
        self.store = store
        self.environment = environment
        self.cache = cache
        self.inbox = inbox
        self.limits = limits
        self.log = log
        self.readiness = readiness
        self.publish = publish
        self.rehydrate = rehydrate
    }

    /// Runs until the inbox is closed and empty.
    func run(whenDone: @escaping @Sendable () -> Void) {
        let thread = Thread { [self] in
            let writer = store.writer()
            var commits = 0
            while let tasks = inbox.take(limit: limits.perCase, total: limits.perBatch) {
                let begun = ContinuousClock.now
                perform(tasks, with: writer)
                if tasks.count >= limits.crowd { rest(until: begun + limits.commitInterval) }
                commits += 1
                if commits >= limits.commitsPerCheckpoint {
                    commits = 0
                    do { try writer.checkpoint() } catch { log.warning("checkpoint failed", error: error) }
                }
            }
            try? writer.checkpoint()
            whenDone()
        }
        thread.name = "writer"
        thread.stackSize = 4 << 20
        thread.start()
    }

    private func rest(until moment: ContinuousClock.Instant) {
        let left = ContinuousClock.now.duration(to: moment)
        if left > .zero { Thread.sleep(forTimeInterval: left / .seconds(1)) }
    }

    private func perform(_ tasks: [WriterTask], with writer: Writer) {
        var remaining = tasks[...]
        if !DiskSpace.isLeft(in: store.directory, floor: limits.freeSpaceFloor) {
            // Signing out and revoking stay possible: a few bytes, and nobody is shut in.
            refuse(tasks.filter { !$0.isAboutAccounts })
            remaining = tasks.filter(\.isAboutAccounts)[...]
        }
        while !remaining.isEmpty {
            let deadline = ContinuousClock.now.advanced(by: limits.deciding)
            var batch = Batch(cache: cache, environment: environment, tailLimit: limits.tail, log: log)
            var taken: [WriterTask] = []
            do {
                try writer.commit { transaction in
                    while let task = remaining.first {
                        remaining.removeFirst()
                        taken.append(task)
                        try batch.perform(task, in: transaction)
                        if ContinuousClock.now > deadline { break }
                    }
                }
            } catch {
                // Nobody in the batch is acknowledged; what it touched is folded anew.
                log.error("batch rolled back", error: error)
                // What the disk holds now only recovery can tell: the process ends, and the restart reads it.
                if case StorageFault.inputOutput = error {
                    // Not through the log, which writes later than this process lives.
                    FileHandle.standardError.write(Data("consilium: \(error)\n".utf8))
                    exit(EX_IOERR)
                }
                cache.drop(batch.touched)
                readiness.committed(false)
                refuse(taken)
                continue
            }
            readiness.committed(true)
            cache.publish(batch.entries, keeping: { Set(inbox.waiting.compactMap { CaseID($0) }) })
            publish(batch.committed)
            batch.cold.forEach(rehydrate)
        }
    }

    private func refuse(_ tasks: [WriterTask]) {
        let replies = tasks.compactMap { task -> (@Sendable () -> Void)? in
            switch task {
            case .order(let order): { order.respond(.unavailable) }
            case .conference(let order): { order.respond(.unavailable) }
            case .accounts(let change): { change.respond(.unavailable) }
            case .probe(let respond): { respond(.unavailable) }
            case .elapse(_, let respond): { respond(.unavailable) }
            case .forgetReceipts: nil
            }
        }
        publish(Committed(replies: replies))
    }
}

extension Logger {
    /// A fault with its technical description as metadata, never in the message.
    func warning(_ message: Message, error: any Error) {
        warning(message, metadata: ["error": "\(error)"])
    }

    func error(_ message: Message, error: any Error) {
        self.error(message, metadata: ["error": "\(error)"])
    }
}
