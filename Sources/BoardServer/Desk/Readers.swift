import Sockets
import Storage
import Synchronization

/// A few threads with a read-only connection each: replay from disk, documents, folding, exports.
final class Readers: Sendable {
    private let pool: WorkerPool
    private let connections: Mutex<[Reader]>

    init(store: Store, threads: Int, capacity: Int) throws {
        pool = try WorkerPool(name: "reader", threads: threads, capacity: capacity)
        connections = Mutex(try (0..<threads).map { _ in try store.reader() })
    }

    /// False when the queue is full: nothing was taken.
    func submit(_ job: @escaping @Sendable (Reader) -> Void) -> Bool {
        pool.submit { [self] in
            guard let reader = connections.withLock({ $0.popLast() }) else {
                preconditionFailure("there are as many connections as threads")
            }
            defer { connections.withLock { $0.append(reader) } }
            job(reader)
        }
    }

    func shutdown() { pool.shutdown() }
}
