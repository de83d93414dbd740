import Testing

@testable import BoardServer

/// A burst, refilled every second, and never more than it was.
@Suite("An allowance")
struct AllowanceTests {
    private let start = ContinuousClock.now

    /// How many can be taken at once.
    private func count(_ allowance: inout Allowance, at seconds: Double) -> Int {
        var count = 0
        while count < 1_000, allowance.take(now: start + .seconds(seconds)) { count += 1 }
        return count
    }

    @Test func `is refilled by so many a second`() {
        var allowance = Allowance(burst: 10, perSecond: 2, now: start)
        #expect(count(&allowance, at: 0) == 10)
        #expect(count(&allowance, at: 0.25) == 0)
        #expect(count(&allowance, at: 1.5) == 3)
        #expect(count(&allowance, at: 1.5) == 0)
    }

    @Test func `is never more than its burst, however long nothing was said`() {
        var allowance = Allowance(burst: 10, perSecond: 2, now: start)
        #expect(count(&allowance, at: 3_600) == 10)
    }

    @Test func `leaves what is there to who asks for less`() {
        var allowance = Allowance(burst: 10, perSecond: 1, now: start)
        #expect([8, 3, 2, 1].map { allowance.take($0, now: start) } == [true, false, true, false])
    }
}
