import TumorBoard

/// One socket's cursor into one case: which streams, and up to where. Confined to the loop.
///
/// Behind, it reads the disk piece by piece; caught up, it is handed each new frame. There is no other state between
/// history and live, so nothing can be lost or doubled there.
final class Subscription {
    let caseID: CaseID
    /// Request ids may be repeated after a reconnect; the number tells one join from another.
    let number: UInt64
    unowned let conversation: LiveConversation
    let streams: Set<Stream>
    /// The same for the streams that are no person's own: asked for each row and reader, so without hashing.
    fileprivate let shared: UInt8
    /// Everything readable up to this ledger position was sent.
    var position: Int64 = 0
    var isCaughtUp = false
    /// A piece of replay is being read, or waits for the peer to take the last one.
    var isReading = false
    /// Signals that came while the peer had not taken what was sent before: the latest of each person.
    var waitingSignals: [PersonID: [UInt8]] = [:]
    /// Where the client stands in each stream it reads, as far as the replay has come; empty once it has caught up.
    var after: [String: Int]

    init(
        caseID: CaseID,
        number: UInt64,
        conversation: LiveConversation,
        streams: Set<Stream>,
        after: [String: Int]
    ) {
        self.caseID = caseID
        self.number = number
        self.conversation = conversation
        self.streams = streams
        shared = streams.reduce(0) { $0 | $1.bit }
        self.after = after
    }
}

extension Subscription {
    func reads(_ stream: Stream) -> Bool {
        if case .own = stream { streams.contains(stream) } else { shared & stream.bit != 0 }
    }
}

extension Stream {
    fileprivate var bit: UInt8 { 1 << UInt8(order) }
}

/// A case somebody follows: the recent frames, and the cursors. Confined to the loop.
final class LiveCase {
    private(set) var tail: [LiveRow] = []
    private var tailBytes = 0
    /// The tail holds every row after this position.
    private(set) var tailStart: Int64 = 0
    var subscriptions: [Subscription] = []
    /// Who may read and write: as of the first join, then as of every commit that changed it.
    var access: Access?
    /// Joins on their way: the case stays live for them.
    var joining = 0

    /// Keeps a row for those a little behind; forgets the oldest beyond `limit` bytes.
    func keep(_ row: LiveRow, limit: Int) {
        tail.append(row)
        tailBytes += row.frame.count
        var dropped = 0
        while tailBytes > limit, dropped < tail.count - 1 {
            tailBytes -= tail[dropped].frame.count
            tailStart = tail[dropped].position
            dropped += 1
        }
        tail.removeFirst(dropped)
    }

    /// Rows after a position, or `nil` when the tail no longer reaches back so far.
    func rows(after position: Int64) -> ArraySlice<LiveRow>? {
        guard position >= tailStart else { return nil }
        let start = tail.firstIndex { $0.position > position } ?? tail.endIndex
        return tail[start...]
    }
}
