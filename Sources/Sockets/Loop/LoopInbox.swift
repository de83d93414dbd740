/// The jobs that other threads send to the loop, in the order they were sent.
///
/// It is bounded: a thread that finds it full waits for the next tick. That cannot lock up, because the loop waits for
/// nobody; its own jobs are therefore taken without regard to the bound.
final class LoopInbox: Sendable {
    typealias Job = @Sendable () -> Void

    private struct State {
        var jobs: [Job] = []
        /// The loop was woken and has not fetched yet: no need to wake it again.
        var isWoken = false
        var isStopping = false
        /// The loop has ended; nothing is taken any more.
        var isClosed = false
    }

    private let state = Monitor(State())
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    enum Receipt {
        /// The inbox is closed.
        case refused
        case taken
        /// Taken, and the loop must be woken for it.
        case takenFirst
    }

    func append(_ job: @escaping Job, waitingForRoom: Bool) -> Receipt {
        state.withLock(when: { !waitingForRoom || $0.jobs.count < capacity || $0.isClosed }) { state in
            guard !state.isClosed else { return .refused }
            state.jobs.append(job)
            defer { state.isWoken = true }
            return state.isWoken ? .taken : .takenFirst
        }
    }

    /// Moves all jobs into `batch`, which must be empty, and leaves its storage for the next ones.
    func takeAll(into batch: inout [Job]) {
        state.withLock { state in
            state.isWoken = false
            swap(&state.jobs, &batch)
        }
    }

    func requestStop() { state.withLock { $0.isStopping = true } }

    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Closes the inbox if nothing is in it, so that no accepted job is ever left behind.
    func closeIfEmpty() -> Bool {
        state.withLock { state in
            state.isClosed = state.jobs.isEmpty
            return state.isClosed
        }
    }
}
