import DequeModule

/// A fixed number of named threads that take jobs from one bounded queue, oldest first: for what may block or takes
/// long, such as reading from disk and hashing passwords. With one thread, jobs run in the order of their submission.
package final class WorkerPool: Sendable {
    private struct State {
        var jobs: Deque<@Sendable () -> Void> = []
        var isClosed = false
        var threads: [NamedThread] = []
    }

    private let state: Monitor<State>
    private let capacity: Int

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - name: of the pool; its threads are called name-0, name-1 and so on.
    ///   - capacity: how many jobs may wait.
    /// - Throws: `SystemError` when a thread cannot be started.
    package init(name: String, threads: Int, capacity: Int) throws {
        precondition(threads > 0, "a pool has a thread")
        precondition(capacity > 0, "a job may wait")
        self.capacity = capacity
        let state = Monitor(State())
        self.state = state
        do {
            for number in 0..<threads {
                let thread = try NamedThread("\(name)-\(number)") {
                    Scheduling.interruptNobody()
                    Self.work(on: state)
                }
                state.withLock { $0.threads.append(thread) }
            }
        } catch {
            shutdown()
            throw error
        }
    }

    /// Leaves the threads to end by themselves once the queue is empty; an owner who must know when calls `shutdown`.
    deinit {
        for thread in close() { thread.detach() }
    }

    /// Hands over a job.
    ///
    /// - Returns: false when the queue is full or the pool is shut down: the job will not run, and its owner says so
    ///   to whoever asked for it.
    package func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { state in
            guard !state.isClosed, state.jobs.count < capacity else { return false }
            state.jobs.append(job)
            return true
        }
    }

    /// How many jobs wait; those that run are not among them.
    package var waitingCount: Int { state.withLock { $0.jobs.count } }

    /// Takes no more jobs, runs those that wait, and returns when all threads have ended. Calling it again does
    /// nothing. Not for the pool's own threads.
    package func shutdown() {
        for thread in close() { thread.join() }
    }

    /// Each thread is given to one caller alone, since it can be joined or detached only once.
    private func close() -> [NamedThread] {
        state.withLock { state in
            state.isClosed = true
            defer { state.threads = [] }
            return state.threads
        }
    }

    private static func work(on state: Monitor<State>) {
        while let job = state.withLock(when: { !$0.jobs.isEmpty || $0.isClosed }, { $0.jobs.popFirst() }) { job() }
    }
}
