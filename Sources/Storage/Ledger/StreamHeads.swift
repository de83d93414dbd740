/// Where the streams stand that were written to last, so that an append need not ask.
///
/// The writer alone has it and is alone in writing, so it holds what the transaction at hand holds: a command that is
/// undone is undone here, and whoever loses a transaction begins with an empty one.
struct StreamHeads {
    struct Key: Hashable {
        var aggregate: String
        var stream: String
    }

    struct Head {
        /// The stream's row.
        var id: Int64
        var seq: Int
        var chain: [UInt8]
        /// When its last event was, in milliseconds since 1970.
        var at: Int64
    }

    private struct Entry {
        var head: Head
        /// Whether the stream's row says the same.
        var isSaved: Bool
    }

    /// Streams remembered between transactions; beyond it all are forgotten, and looked up again.
    static let capacity = 8_192

    private var entries: [Key: Entry] = [:]
    /// Streams whose rows are behind; some of them more than once.
    private var unsaved: [Key] = []
    /// What the command at hand has replaced, oldest first.
    private var replaced: [(key: Key, entry: Entry?)] = []

    subscript(key: Key) -> Head? { entries[key]?.head }

    /// Notes a head that was looked up, or that of a stream begun just now.
    mutating func know(_ head: Head, of key: Key) {
        replaced.append((key, entries.updateValue(Entry(head: head, isSaved: true), forKey: key)))
    }

    /// Notes what an append has made of a head.
    mutating func advance(_ key: Key, to head: Head) {
        let before = entries.updateValue(Entry(head: head, isSaved: false), forKey: key)
        replaced.append((key, before))
        if before?.isSaved != false { unsaved.append(key) }
    }

    /// A command begins, or has ended well.
    mutating func keepCommand() { replaced.removeAll(keepingCapacity: true) }

    /// The command at hand is undone.
    mutating func undoCommand() {
        while let last = replaced.popLast() { entries[last.key] = last.entry }
    }

    /// The heads whose rows are behind, each once; from now on they are not.
    mutating func takeUnsaved() -> [Head] {
        defer { unsaved.removeAll(keepingCapacity: true) }
        return unsaved.compactMap { key in
            guard let entry = entries[key], !entry.isSaved else { return nil }
            entries[key]?.isSaved = true
            return entry.head
        }
    }

    /// The transaction is over: what was noted in it holds.
    mutating func committed() {
        replaced.removeAll(keepingCapacity: true)
        if entries.count > Self.capacity { entries.removeAll() }
    }
}
