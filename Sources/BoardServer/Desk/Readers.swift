import Sockets
import Storage
import Synchronization
import TumorBoard

/// A few threads with a read-only connection each: replay from disk, documents, folding, exports. Each takes the next job of
/// a `ReadQueue`.
final class Readers: Sendable {
    private struct Waiting {
        var queue: ReadQueue
        var isClosed = false
    }

    private let pool: WorkerPool
    private let waiting: Mutex<Waiting>
    private let connections: Mutex<[Reader]>

    init(store: Store, threads: Int, capacity: Int, capacityPerPerson: Int) throws {
        pool = try WorkerPool(name: "reader", threads: threads, capacity: capacity)
        waiting = Mutex(Waiting(queue: ReadQueue(capacity: capacity, capacityPerPerson: capacityPerPerson)))
        connections = Mutex(try (0..<threads).map { _ in try store.reader() })
    }

    /// - Parameter person: whose turn it takes; nobody's for the server's own work.
    /// - Returns: false when too much waits: nothing was taken.
    func submit(for person: PersonID? = nil, _ job: @escaping ReadQueue.Job) -> Bool {
        let isTaken = waiting.withLock { waiting in
            !waiting.isClosed && waiting.queue.add(job, for: person)
        }
        // One turn of a thread for each job, whichever it takes. Refused only while closing, which runs what is left.
        if isTaken { _ = pool.submit { [self] in runNext() } }
        return isTaken
    }

    private func runNext() {
        guard let job = waiting.withLock({ $0.queue.next() }) else { return }
        guard let reader = connections.withLock({ $0.popLast() }) else {
            preconditionFailure("there are as many connections as threads")
        }
        defer { connections.withLock { $0.append(reader) } }
        job(reader)
    }

    /// Takes nothing more, and returns when everything that was taken is done.
    func shutdown() {
        waiting.withLock { $0.isClosed = true }
        pool.shutdown()
        while waiting.withLock({ $0.queue.count > 0 }) { runNext() }
    }
}
