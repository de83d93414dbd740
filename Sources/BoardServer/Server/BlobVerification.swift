import Storage
import TumorBoard

/// The check of one case's stored bytes: each has its hash, each event's references exist and are open to its readers, and
/// nothing is stored or open that no event refers to.
struct BlobVerification {
    private(set) var blobCount = 0
    private(set) var flaws: [Flaw] = []

    init(of aggregate: String, _ reader: Reader) throws {
        let stored = try reader.blobs(aggregate: aggregate)
        let byHash = Dictionary(stored.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
        let published = try reader.publications(aggregate: aggregate)
        blobCount = stored.count
        for blob in stored where !blob.isWhole { note(aggregate, "blobs", "blob \(blob.row) does not match its hash") }

        var referred: [String: Set<String>] = [:]
        for head in try reader.heads(aggregate: aggregate) where Stream(name: head.stream) != nil {
            try Self.forEach(of: head.stream, in: aggregate, reader) { seq, event in
                for blob in event.publishes {
                    referred[blob.hash, default: []].insert(head.stream)
                    guard let found = byHash[blob.hash] else {
                        note(aggregate, head.stream, "event \(seq) refers to a blob that is not there")
                        continue
                    }
                    if found.byteCount != blob.size {
                        note(aggregate, head.stream, "event \(seq) refers to a blob of another length")
                    }
                    if published[blob.hash]?.contains(head.stream) != true {
                        note(aggregate, head.stream, "event \(seq) refers to a blob its readers cannot fetch")
                    }
                }
            }
        }
        for blob in stored where referred[blob.hash] == nil {
            note(aggregate, "blobs", "blob \(blob.row) is an orphan: no event refers to it")
        }
        for (hash, streams) in published.sorted(by: { $0.key < $1.key }) {
            for stream in streams.subtracting(referred[hash] ?? []).sorted() {
                note(aggregate, stream, "a blob is open to its readers that no event of it refers to")
            }
        }
    }

    private mutating func note(_ aggregate: String, _ stream: String, _ what: String) {
        flaws.append(Flaw(aggregate: aggregate, stream: stream, what: what))
    }

    private static func forEach(
        of stream: String,
        in aggregate: String,
        _ reader: Reader,
        _ body: (Int, Event) throws -> Void
    ) throws {
        var seq = 0
        while true {
            let events = try reader.events(aggregate: aggregate, stream: stream, after: seq, limit: 500)
            guard let last = events.last else { return }
            for event in events { try body(event.seq, Hydration.decode(event)) }
            seq = last.seq
        }
    }
}
