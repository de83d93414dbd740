import CLinux
import Glibc

/// State that threads share and wait for: a lock with a condition. Whoever changes the state wakes all that wait.
package final class Monitor<State>: @unchecked Sendable {
    // SAFETY: `state` is touched between lock and unlock of `mutex` alone; both objects have stable addresses from
    // init to deinit.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state: State

    package init(_ state: sending State) {
        self.state = state
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Runs `body`, of a few lines, alone with the state.
    package func withLock<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        return try body(&state)
    }

    /// Blocks until `isReady` holds and then runs `body` before anybody can change that.
    package func withLock<Result>(
        when isReady: (State) -> Bool,
        _ body: (inout State) throws -> Result
    ) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        while !isReady(state) { pthread_cond_wait(changed, mutex) }
        return try body(&state)
    }

    /// The same with an end to the waiting: nothing when `deadline` comes first.
    package func withLock<Result>(
        when isReady: (State) -> Bool,
        before deadline: ContinuousClock.Instant,
        _ body: (inout State) throws -> Result
    ) rethrows -> Result? {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        while !isReady(state) {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return nil }
            // The condition waits by the wall clock, which may jump: no single wait is long.
            var until = timespec()
            clock_gettime(CLOCK_REALTIME, &until)
            let wait = min(left, .milliseconds(200)).components
            let nanoseconds = until.tv_nsec + Int(wait.attoseconds / 1_000_000_000)
            until.tv_sec += Int(wait.seconds) + nanoseconds / 1_000_000_000
            until.tv_nsec = nanoseconds % 1_000_000_000
            pthread_cond_timedwait(changed, mutex, &until)
        }
        return try body(&state)
    }
}
