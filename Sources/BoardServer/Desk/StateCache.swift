import Synchronization
import TumorBoard

/// Folded cases: identifiers, versions and values, no text. Only the writer changes an entry, and only after COMMIT.
final class StateCache: Sendable {
    struct Entry: Sendable {
        var state: CaseState
        var access: Access
        /// The ledger position up to which it is folded.
        var position: Int64
        /// Folded by a reader: the writer reads the tail behind it before its first use.
        var isProvisional: Bool
        var lastUse: UInt64
    }

    private struct Content {
        var entries: [CaseID: Entry] = [:]
        var weight = 0
        var clock: UInt64 = 0
        /// Raised whenever an entry goes: a fold begun before may be older than what was written meanwhile.
        var generation: UInt64 = 0
    }

    private let content = Mutex(Content())
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    func entry(_ id: CaseID) -> Entry? {
        content.withLock { content in
            content.clock += 1
            content.entries[id]?.lastUse = content.clock
            return content.entries[id]
        }
    }

    /// To be asked before a fold begins.
    var generation: UInt64 { content.withLock(\.generation) }

    /// A reader offers what it folded; a state the writer knows is never replaced, and a fold that something was evicted
    /// behind is not taken.
    func offer(_ state: CaseState, id: CaseID, position: Int64, since generation: UInt64) {
        let access = Access(state)
        content.withLock { content in
            guard content.generation == generation, content.entries[id] == nil else { return }
            content.clock += 1
            content.entries[id] = Entry(
                state: state,
                access: access,
                position: position,
                isProvisional: true,
                lastUse: content.clock
            )
            content.weight += state.weight
            evict(&content, keeping: { [id] })
        }
    }

    /// Forgets the least recently used beyond the capacity, never one in `waiting`.
    private func evict(_ content: inout Content, keeping waiting: () -> Set<CaseID>) {
        guard content.weight > capacity else { return }
        let kept = waiting()
        while content.weight > capacity {
            let oldest = content.entries.filter { !kept.contains($0.key) }.min { $0.value.lastUse < $1.value.lastUse }
            guard let oldest else { break }
            content.weight -= oldest.value.state.weight
            content.entries[oldest.key] = nil
            content.generation += 1
        }
    }

    /// Published at COMMIT. Evicts the least recently used cases beyond the capacity, never one that waits for the writer.
    func publish(_ changed: [CaseID: Entry], keeping waiting: () -> Set<CaseID>) {
        content.withLock { content in
            for (id, var entry) in changed {
                content.clock += 1
                entry.lastUse = content.clock
                content.weight += entry.state.weight
                let replaced = content.entries.updateValue(entry, forKey: id)
                content.weight -= replaced?.state.weight ?? 0
            }
            evict(&content, keeping: waiting)
        }
    }

    /// After a batch that was rolled back: what it touched is folded anew.
    func drop(_ ids: some Sequence<CaseID>) {
        content.withLock { content in
            content.generation += 1
            for id in ids {
                content.weight -= content.entries[id]?.state.weight ?? 0
                content.entries[id] = nil
            }
        }
    }
}
