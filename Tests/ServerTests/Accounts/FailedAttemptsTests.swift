import Testing
import TumorBoard

@testable import BoardServer

@Suite("Failed sign-ins")
struct FailedAttemptsTests {
    private let now = Moment(milliseconds: 1_000_000)

    /// So many failures, each after the wait of the one before; how long is waited after the last.
    private func wait(after count: Int, in failed: inout FailedAttempts) -> Duration? {
        for _ in 0..<count { failed.add(["login/p1"], at: now) }
        return failed.wait(["login/p1"], at: now)
    }

    @Test(arguments: [(5, nil), (6, 1), (7, 2), (10, 16), (14, 256), (15, 300), (2_000, 300)] as [(Int, Int?)])
    func `cost nothing, then twice as much each, then five minutes`(count: Int, seconds: Int?) {
        var failed = FailedAttempts()
        #expect(wait(after: count, in: &failed) == seconds.map { .seconds($0) })
    }

    @Test func `of any source count, and the longest wait holds`() {
        var failed = FailedAttempts()
        for _ in 1...6 { failed.add(["login/p1", "address/a"], at: now) }
        for _ in 1...2 { failed.add(["address/a"], at: now) }
        #expect(failed.wait(["login/p1"], at: now) == .seconds(1))
        #expect(failed.wait(["login/p1", "address/a"], at: now) == .seconds(4))
        #expect(failed.wait(["login/p2", "address/b"], at: now) == nil)
        #expect(failed.wait(["address/a"], at: now.advanced(by: .seconds(4))) == nil)
    }

    @Test func `are remembered of so many sources, and of those that wait in any case`() {
        var failed = FailedAttempts(capacity: 100)
        for _ in 1...6 { failed.add(["login/waits"], at: now) }
        for number in 1...99 { failed.add(["login/\(number)"], at: now) }
        #expect(failed.count == 100)
        failed.add(["login/waits"], at: now)
        #expect(failed.count == 100, "a source that is known needs no room")
        failed.add(["login/one more"], at: now)
        #expect(failed.count == 2)
        #expect(failed.wait(["login/waits"], at: now) == .seconds(2))
    }

    @Test func `are forgiven an account whole, and an address one at a time`() {
        var failed = FailedAttempts()
        for _ in 1...8 { failed.add(["login/p1", "address/a"], at: now) }
        failed.forgive(["login/p1", "address/a"], at: now)
        #expect(failed.wait(["login/p1", "address/a"], at: now) == nil)
        failed.add(["login/p1", "address/a"], at: now)
        #expect(failed.wait(["login/p1"], at: now) == nil)
        #expect(failed.wait(["address/a"], at: now) == .seconds(4))
    }
}
