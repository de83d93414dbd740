/// What one person may say on all their sockets together: messages and bytes, each a burst that is refilled every second.
/// It outlives the sockets, or a new one would be a new allowance; there are no more than people with accounts.
struct Speech {
    private var messages: Allowance
    private var bytes: Allowance

    init(_ limits: ServerLimits, now: ContinuousClock.Instant) {
        messages = Allowance(burst: limits.requestBurst, perSecond: limits.requestsPerSecond, now: now)
        bytes = Allowance(burst: limits.requestByteBurst, perSecond: limits.requestBytesPerSecond, now: now)
    }

    /// Takes one message of so many bytes; false when it is one too many.
    mutating func take(_ byteCount: Int, now: ContinuousClock.Instant) -> Bool {
        messages.take(now: now) && bytes.take(byteCount, now: now)
    }
}
