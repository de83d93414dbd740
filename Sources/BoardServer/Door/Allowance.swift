/// How much of something somebody may do: a burst, refilled every second (a token bucket).
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

    /// Takes one, or so many; false when fewer are left.
    mutating func take(_ amount: Int = 1, now: ContinuousClock.Instant) -> Bool {
        let seconds = filledAt.duration(to: now) / .seconds(1)
        left = min(burst, left + seconds * perSecond)
        filledAt = now
        guard left >= Double(amount) else { return false }
        left -= Double(amount)
        return true
    }
}
