import Synchronization
import TumorBoard

/// How many commands each person may say, over HTTP and all their sockets together: nobody's script takes the writer from
/// the others. There are no more entries than people with accounts.
final class CommandAllowance: Sendable {
    private let buckets = Mutex<[PersonID: TokenBucket]>([:])
    private let burst: Int
    private let perSecond: Int

    init(burst: Int, perSecond: Int) {
        self.burst = burst
        self.perSecond = perSecond
    }

    /// - Returns: nothing when the person may say a command now; otherwise how long they are to wait.
    func take(_ person: PersonID, at now: ContinuousClock.Instant = .now) -> Duration? {
        buckets.withLock { buckets in
            buckets[person, default: TokenBucket(burst: burst, perSecond: perSecond, at: now)].take(at: now)
        }
    }
}
