/// What one party may use of something in one tick of the loop, however often it gets a turn in it.
struct TickBudget {
    private let limit: Int
    private var tick: UInt64 = 0
    private var used = 0

    init(perTick limit: Int) { self.limit = limit }

    /// What is left of it in `tick`.
    mutating func remaining(in tick: UInt64) -> Int {
        if self.tick != tick {
            self.tick = tick
            used = 0
        }
        return max(0, limit - used)
    }

    /// Uses `amount`, of which the last use may go beyond what remains.
    mutating func use(_ amount: Int) { used += amount }
}
