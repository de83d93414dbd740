import TumorBoard

/// Sign-ins that failed, by where they came from: an account, an address. Each one beyond a few makes the next wait twice as
/// long.
struct FailedAttempts {
    /// Failures that cost nothing; each further one doubles the wait, from a second up to `longestWait`.
    static let free = 5
    static let longestWait = Duration.seconds(300)

    private struct Count {
        var failures: Int
        var blockedUntil: Moment
    }

    private let capacity: Int
    private var counts: [String: Count] = [:]

    /// - Parameter capacity: of sources that need not wait, how many are remembered; with one more, all of these are forgotten.
    init(capacity: Int = 10_000) { self.capacity = capacity }

    /// How many sources are known.
    var count: Int { counts.count }

    /// For how long nothing is to be checked that comes from any of `sources`; nil when it may be checked now.
    func wait(_ sources: [String], at now: Moment) -> Duration? {
        guard let until = sources.compactMap({ counts[$0]?.blockedUntil }).max(), until > now else { return nil }
        return .milliseconds(until.milliseconds - now.milliseconds)
    }

    /// One more from each of `sources`.
    mutating func add(_ sources: [String], at now: Moment) {
        for source in sources { add(source, at: now) }
    }

    private mutating func add(_ source: String, at now: Moment) {
        if counts.count >= capacity, counts[source] == nil { counts = counts.filter { $0.value.blockedUntil > now } }
        let failures = (counts[source]?.failures ?? 0) + 1
        let excess = failures - Self.free
        let wait = excess <= 0 ? .zero : min(Self.longestWait, .seconds(1 << min(excess - 1, 9)))
        counts[source] = Count(failures: failures, blockedUntil: now.advanced(by: wait))
    }

    /// The last one was none. An account's failures are forgotten; of an address's only this one is taken back, or one's own
    /// sign-ins would clear the way to others' passwords.
    mutating func forgive(_ sources: [String], at now: Moment) {
        for source in sources {
            if source.hasPrefix("address/"), let known = counts[source], known.failures > 1 {
                counts[source] = Count(failures: known.failures - 1, blockedUntil: now)
            } else {
                counts[source] = nil
            }
        }
    }
}
