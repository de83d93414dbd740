/// What a check of the ledger found, in words without content or hashes.
package struct Flaw: Sendable, Equatable, CustomStringConvertible {
    package var aggregate: String
    package var stream: String
    package var what: String

    package init(aggregate: String, stream: String, what: String) {
        self.aggregate = aggregate
        self.stream = stream
        self.what = what
    }

    package var description: String { "\(aggregate) \(stream): \(what)" }
}

extension Reader {
    /// Walks one stream: sequence numbers without a gap, times never going back, every chain hash right, the head true.
    package func verify(aggregate: String, stream: String, head: (seq: Int, chain: [UInt8])) throws -> [Flaw] {
        var flaws: [Flaw] = []
        var chain = Chain.start
        var seq = 0
        var at = Int64.min
        var position = Int64.min
        func report(_ what: String) { flaws.append(Flaw(aggregate: aggregate, stream: stream, what: what)) }
        while true {
            let events = try events(aggregate: aggregate, stream: stream, after: seq, limit: 1_000)
            if events.isEmpty { break }
            for event in events {
                if event.seq != seq + 1 { report("event \(seq + 1) is missing") }
                if event.at < at { report("event \(event.seq) lies before its predecessor in time") }
                if event.position < position { report("event \(event.seq) lies before its predecessor in the ledger") }
                chain = Chain.next(after: chain, body: event.body)
                if chain != event.chain { report("event \(event.seq) does not match its chain hash") }
                (seq, at, position, chain) = (event.seq, event.at, event.position, event.chain)
            }
        }
        if head.seq != seq || head.chain != chain { report("the head does not match the last event") }
        return flaws
    }
}
