/// An allowance that a burst may use up at once, and that time gives back evenly.
struct TokenBucket: Sendable {
    /// In seconds: an allowance that is never refilled is asked about again all the same.
    private static let longestWait = 3_600.0
    private let burst: Double
    private let perSecond: Double
    private var left: Double
    private var countedAt: ContinuousClock.Instant

    init(burst: Int, perSecond: Int, at now: ContinuousClock.Instant) {
        self.burst = Double(burst)
        self.perSecond = Double(perSecond)
        left = Double(burst)
        countedAt = now
    }

    /// Takes one.
    ///
    /// - Returns: nothing when there was one; otherwise how long it takes until there is.
    mutating func take(at now: ContinuousClock.Instant) -> Duration? {
        let seconds = max(0, countedAt.duration(to: now) / .seconds(1))
        left = min(burst, left + seconds * perSecond)
        countedAt = now
        guard left < 1 else {
            left -= 1
            return nil
        }
        return .seconds(min(Self.longestWait, (1 - left) / perSecond))
    }
}
