import Testing
import TumorBoard

@testable import BoardServer

/// A budget of memory: what was taken comes back whole, whoever lets go of it.
@Suite("A budget of memory")
struct MemoryBudgetTests {
    private func person(_ id: String) throws -> MemoryBudget.Holder { .person(try #require(PersonID(id))) }

    /// A share, or why there is none.
    private func take(
        _ byteCount: Int,
        by holder: MemoryBudget.Holder,
        of budget: MemoryBudget
    ) -> Result<MemoryBudget.Share, MemoryBudget.Refusal> {
        do throws(MemoryBudget.Refusal) {
            return .success(try budget.take(byteCount, by: holder))
        } catch {
            return .failure(error)
        }
    }

    private func refusal(of result: Result<MemoryBudget.Share, MemoryBudget.Refusal>) -> MemoryBudget.Refusal? {
        if case .failure(let refusal) = result { refusal } else { nil }
    }

    @Test func `is given out to its last byte, and again when that has come back`() throws {
        let budget = MemoryBudget(byteCount: 100, sharesPerHolder: 10)
        for _ in 1...3 {
            let first = try budget.take(60, by: try person("p1"))
            #expect(refusal(of: take(41, by: try person("p2"), of: budget)) == .spent)
            let second = try budget.take(40, by: try person("p2"))
            #expect(refusal(of: take(1, by: try person("p3"), of: budget)) == .spent)
            withExtendedLifetime((first, second)) {}
        }
    }

    @Test func `has so many shares for each holder at once, and again when one has come back`() throws {
        let budget = MemoryBudget(byteCount: 100, sharesPerHolder: 2)
        for _ in 1...3 {
            let shares = try (1...2).map { _ in try budget.take(1, by: try person("p1")) }
            #expect(refusal(of: take(1, by: try person("p1"), of: budget)) == .heldByOne)
            #expect(refusal(of: take(1, by: .address("192.0.2.1"), of: budget)) == nil)
            withExtendedLifetime(shares) {}
        }
    }
}
