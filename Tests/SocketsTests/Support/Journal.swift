import Foundation

/// What happened, in order, written by any thread and waited for by a test.
final class Journal<Entry: Sendable>: @unchecked Sendable {
    // SAFETY: `entries` is touched under `condition` alone.
    private let condition = NSCondition()
    private var entries: [Entry] = []

    func note(_ entry: Entry) {
        condition.withLock {
            entries.append(entry)
            condition.broadcast()
        }
    }

    var all: [Entry] { condition.withLock { entries } }

    struct TimedOut: Error {
        let entries: [Entry]
    }

    /// Waits until `isDone` says so of all entries, and returns them.
    @discardableResult
    func wait(until isDone: ([Entry]) -> Bool) throws -> [Entry] {
        let deadline = Date(timeIntervalSinceNow: 20)
        return try condition.withLock {
            while !isDone(entries) {
                guard condition.wait(until: deadline) else { throw TimedOut(entries: entries) }
            }
            return entries
        }
    }

    /// Waits for an entry that `isWanted`.
    @discardableResult
    func first(where isWanted: (Entry) -> Bool) throws -> Entry {
        let entries = try wait { $0.contains(where: isWanted) }
        guard let entry = entries.first(where: isWanted) else { throw TimedOut(entries: entries) }
        return entry
    }
}
