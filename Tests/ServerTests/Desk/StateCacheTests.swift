import Testing
import TumorBoard

@testable import BoardServer

/// Folded cases in memory: as many as there is room for, and none that is older than what was written.
@Suite("Folded cases in memory")
struct StateCacheTests {
    private func id(_ number: Int) throws -> CaseID { try #require(CaseID("case-\(number)")) }

    private func entry(_ id: CaseID, at position: Int64 = 1) -> StateCache.Entry {
        let state = CaseState(id: id)
        return .init(state: state, access: Access(state), position: position, isProvisional: false, lastUse: 0)
    }

    /// Room for so many empty cases.
    private func cache(of count: Int) throws -> StateCache {
        StateCache(capacity: count * CaseState(id: try id(1)).weight)
    }

    @Test func `the least recently used goes first`() throws {
        let cache = try cache(of: 2)
        for number in 1...2 { cache.publish([try id(number): entry(try id(number))], keeping: { [] }) }
        #expect(try cache.entry(id(1)) != nil)
        cache.publish([try id(3): entry(try id(3))], keeping: { [] })
        #expect(try cache.entry(id(2)) == nil)
        for number in [1, 3] { #expect(try cache.entry(id(number)) != nil) }
    }

    @Test func `one with waiting commands is never evicted, and another is in its place`() throws {
        let cache = try cache(of: 2)
        let waiting: Set<CaseID> = [try id(1), try id(2), try id(3)]
        for number in 1...3 { cache.publish([try id(number): entry(try id(number))], keeping: { waiting }) }
        for number in 1...3 { #expect(try cache.entry(id(number)) != nil, "beyond the bound rather than folded again") }
        let kept = try id(2)
        cache.publish([try id(4): entry(try id(4))], keeping: { [kept] })
        #expect(try cache.entry(id(2)) != nil)
        #expect(try [1, 3].allSatisfy { try cache.entry(id($0)) == nil })
    }

    @Test func `what a reader folded never takes the place of what the writer knows`() throws {
        let cache = try cache(of: 4)
        let first = try id(1)
        cache.publish([first: entry(first, at: 7)], keeping: { [] })
        cache.offer(CaseState(id: first), id: first, position: 3, since: cache.generation)
        #expect(cache.entry(first)?.position == 7)
        #expect(cache.entry(first)?.isProvisional == false)
    }

    @Test func `a fold that was begun before something was dropped or evicted is not taken`() throws {
        let cache = try cache(of: 1)
        let (first, second) = (try id(1), try id(2))
        let before = cache.generation
        cache.drop([second])
        cache.offer(CaseState(id: first), id: first, position: 3, since: before)
        #expect(cache.entry(first) == nil)
        let after = cache.generation
        cache.offer(CaseState(id: first), id: first, position: 3, since: after)
        #expect(cache.entry(first)?.isProvisional == true)
        // Evicts the first, and with it goes what was being folded.
        cache.publish([second: entry(second)], keeping: { [] })
        cache.offer(CaseState(id: first), id: first, position: 3, since: after)
        #expect(cache.entry(first) == nil)
    }

    @Test func `what a lost batch touched is folded anew`() throws {
        let cache = try cache(of: 2)
        let (first, second) = (try id(1), try id(2))
        for id in [first, second] { cache.publish([id: entry(id)], keeping: { [] }) }
        cache.drop([first])
        #expect(cache.entry(first) == nil)
        #expect(cache.entry(second) != nil)
    }
}
