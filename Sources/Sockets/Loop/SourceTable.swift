/// Which source an event belongs to.
///
/// The kernel is given a number made of a slot and that slot's generation, never the address of an object. Removing a
/// source ends its generation, so an event that was already fetched for it, or for a descriptor whose number was
/// reused in the same batch, finds nobody: no event can reach a freed or foreign object, in whatever order a batch
/// comes.
struct SourceTable {
    /// A source's place in the table, as the kernel carries it.
    struct Token: Equatable {
        fileprivate let slot: UInt32
        fileprivate let generation: UInt32

        var rawValue: UInt64 { UInt64(generation) << 32 | UInt64(slot) }

        fileprivate init(slot: UInt32, generation: UInt32) {
            self.slot = slot
            self.generation = generation
        }

        init(rawValue: UInt64) {
            slot = UInt32(truncatingIfNeeded: rawValue)
            generation = UInt32(truncatingIfNeeded: rawValue >> 32)
        }
    }

    private struct Slot {
        var source: (any EventSource)?
        var generation: UInt32 = 0
    }

    private var slots: ContiguousArray<Slot> = []
    private var free: [UInt32] = []

    var count: Int { slots.count - free.count }

    mutating func insert(_ source: any EventSource) -> Token {
        let slot: UInt32
        if let reused = free.popLast() {
            slot = reused
        } else {
            slot = UInt32(slots.count)
            slots.append(Slot())
        }
        slots[Int(slot)].source = source
        return Token(slot: slot, generation: slots[Int(slot)].generation)
    }

    /// The source at `token`, unless it was removed.
    subscript(token: Token) -> (any EventSource)? {
        guard token.slot < slots.count, slots[Int(token.slot)].generation == token.generation else { return nil }
        return slots[Int(token.slot)].source
    }

    mutating func remove(_ token: Token) {
        guard self[token] != nil else { return }
        slots[Int(token.slot)].source = nil
        slots[Int(token.slot)].generation &+= 1
        free.append(token.slot)
    }
}
