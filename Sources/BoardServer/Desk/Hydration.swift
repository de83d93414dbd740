import Storage
import TumorBoard

/// Folding a case from disk. Only `evolve` is replayed, never `decide`.
enum Hydration {
    /// The newest event schema this program reads. Older ones are upcast at decode; a newer one is refused.
    static let eventVersion = 1

    /// Refuses data that a newer program has written to, before anything is served from it.
    static func checkVersion(of reader: Reader) throws {
        if let version = try reader.lastEventVersion(), version > eventVersion {
            throw StorageFault.unknownVersion("event \(version)")
        }
    }

    static func decode(_ stored: StoredEvent) throws -> Event {
        guard stored.version <= eventVersion else {
            throw StorageFault.unknownVersion("event \(stored.version)")
        }
        do {
            return try Canonical.decode(Event.self, from: stored.body)
        } catch {
            throw StorageFault.unreadable("\(stored.stream) \(stored.seq)")
        }
    }

    static func apply(_ stored: StoredEvent, to state: inout CaseState) throws {
        guard let stream = Stream(name: stored.stream) else { throw StorageFault.unreadable(stored.stream) }
        let event = try decode(stored)
        state.apply(event, on: stream, seq: stored.seq, at: Moment(milliseconds: stored.at))
    }

    /// The whole case, and the position it stands at; `nil` when the ledger holds no such case.
    static func fold(_ id: CaseID, from reader: Reader) throws -> (state: CaseState, position: Int64)? {
        var state = CaseState(id: id)
        var after: [String: Int] = [:]
        while true {
            let chunk = try reader.events(aggregate: id.text, after: after, byteLimit: 1 << 20)
            for event in chunk.events { try apply(event, to: &state) }
            after = chunk.after
            if chunk.isComplete { return state.exists ? (state, chunk.position) : nil }
        }
    }
}
