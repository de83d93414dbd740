/// How often somebody may do something: a burst, refilled every second (a token bucket).
struct Allowance {
    private let burst: Double
    private let perSecond: Double
    private var left: Double
    private var filledAt: ContinuousClock.Instant

    init(burst: Int, perSecond: Int, now: ContinuousClock.Instant) {
        self.burst = Double(burst)
        self.perSecond = Double(perSecond)
        left = Double(burst)
        filledAt = now
    }

    /// Takes one, or returns false when all are taken.
    mutating func take(now: ContinuousClock.Instant) -> Bool {
        let seconds = filledAt.duration(to: now) / .seconds(1)
        left = min(burst, left + seconds * perSecond)
        filledAt = now
        guard left >= 1 else { return false }
        left -= 1
        return true
    }
}
