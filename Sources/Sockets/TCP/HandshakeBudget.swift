/// How many steps of handshakes a listener's connections take in one tick together: a step may cost half a millisecond
/// of signing, and a crowd that arrives at once must not stop those who are in.
final class HandshakeBudget {
    private var budget: TickBudget

    init(stepsPerTick: Int) { budget = TickBudget(perTick: stepsPerTick) }

    /// Takes one step of `tick`, or returns false when all are taken.
    func take(in tick: UInt64) -> Bool {
        guard budget.remaining(in: tick) > 0 else { return false }
        budget.use(1)
        return true
    }
}
