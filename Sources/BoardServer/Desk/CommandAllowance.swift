import Synchronization
import TumorBoard

/// How many commands each person may say, over HTTP and all their sockets together: nobody's script takes the writer from
/// the others. There are no more entries than people with accounts.
final class CommandAllowance: Sendable {
    /// What is told to whoever has said too much: by then there is something left again.
    static let secondsToWait = 1
    private let allowances = Mutex<[PersonID: Allowance]>([:])
    private let burst: Int
    private let perSecond: Int

    init(burst: Int, perSecond: Int) {
        self.burst = burst
        self.perSecond = perSecond
    }

    /// Whether the person may say a command now.
    func take(_ person: PersonID, now: ContinuousClock.Instant = .now) -> Bool {
        allowances.withLock { allowances in
            allowances[person, default: Allowance(burst: burst, perSecond: perSecond, now: now)].take(now: now)
        }
    }
}
