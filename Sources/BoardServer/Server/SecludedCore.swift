import Dispatch
import Logging
import Sockets
import Storage

/// A board without a door: what the command line uses when no server runs on the data. The same desk decides.
enum SecludedCore {
    /// Holds the lock and writes until `body` ends.
    ///
    /// - Throws: `FileLock.Held` while a server runs on the data.
    static func use<Result>(
        _ configuration: Server.Configuration,
        log: Logger,
        _ body: (Core) throws -> Result
    ) throws -> Result {
        try DataFolder.create(configuration.data)
        let lock = try FileLock(path: configuration.data + "/lock")
        defer { withExtendedLifetime(lock) {} }
        return try open(configuration, log: log, body)
    }

    /// The same for who holds the lock.
    static func open<Result>(
        _ configuration: Server.Configuration,
        log: Logger,
        _ body: (Core) throws -> Result
    ) throws -> Result {
        let core = try Core(configuration, log: log)
        let writerEnded = DispatchSemaphore(value: 0)
        core.start(
            publish: { committed in
                for change in committed.directoryChanges { core.directory.apply(change) }
                for reply in committed.replies { reply() }
            },
            whenWriterEnds: { writerEnded.signal() }
        )
        defer {
            core.finishReading()
            core.stop()
            writerEnded.wait()
        }
        return try body(core)
    }
}

/// Waits for the one answer of something that answers on another thread.
func answer<Answer: Sendable>(of say: (@escaping @Sendable (Answer) -> Void) throws -> Void) throws -> Answer {
    let given = Monitor<Answer?>(nil)
    try say { answer in given.withLock { $0 = answer } }
    return try given.withLock(when: { $0 != nil }) { answer in
        guard let answer else { throw StorageFault.unreadable("no answer") }
        return answer
    }
}
