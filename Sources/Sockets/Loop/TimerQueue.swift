/// Names a timer, to cancel it with. A timer's number is never used again.
package struct LoopTimer: Hashable, Sendable {
    fileprivate let number: UInt64
}

/// Actions and their times, in a binary heap; those due at the same instant run in the order they were scheduled.
///
/// Cancelling forgets the action at once; its place in the heap goes when its time comes, or when cancelled places
/// outnumber the living, so that the heap stays proportional to what is scheduled.
struct TimerQueue {
    private struct Entry {
        let due: ContinuousClock.Instant
        let number: UInt64

        static func < (left: Entry, right: Entry) -> Bool {
            (left.due, left.number) < (right.due, right.number)
        }
    }

    private var heap: [Entry] = []
    private var actions: [UInt64: () -> Void] = [:]
    private var lastNumber: UInt64 = 0

    var count: Int { actions.count }

    /// Places in the heap, cancelled ones among them.
    var placeCount: Int { heap.count }

    mutating func schedule(at due: ContinuousClock.Instant, _ action: @escaping () -> Void) -> LoopTimer {
        lastNumber += 1
        actions[lastNumber] = action
        heap.append(Entry(due: due, number: lastNumber))
        siftUp(from: heap.count - 1)
        return LoopTimer(number: lastNumber)
    }

    /// Cancelling what has run, or was cancelled, does nothing.
    mutating func cancel(_ timer: LoopTimer) {
        guard actions.removeValue(forKey: timer.number) != nil else { return }
        if heap.count > 2 * actions.count + 64 { compact() }
    }

    /// When the next action is due.
    mutating func nextDue() -> ContinuousClock.Instant? {
        while let first = heap.first, actions[first.number] == nil { removeFirst() }
        return heap.first?.due
    }

    /// Takes the next action that is due at `now`, if any.
    mutating func popDue(at now: ContinuousClock.Instant) -> (() -> Void)? {
        while let first = heap.first, first.due <= now {
            removeFirst()
            if let action = actions.removeValue(forKey: first.number) { return action }
        }
        return nil
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        siftDown(from: 0)
    }

    private mutating func compact() {
        heap.removeAll { actions[$0.number] == nil }
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(from: index) }
    }

    private mutating func siftUp(from start: Int) {
        var index = start
        while index > 0 {
            let parent = (index - 1) / 2
            guard heap[index] < heap[parent] else { return }
            heap.swapAt(index, parent)
            index = parent
        }
    }

    private mutating func siftDown(from start: Int) {
        var index = start
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            guard least != index else { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
