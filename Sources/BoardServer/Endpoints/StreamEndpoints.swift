import BoardAPI
import Storage
import TumorBoard
import Wire

/// Reading streams, blobs and the signed record over HTTP.
struct StreamEndpoints: Sendable {
    let desk: CaseDesk
    static let pageLimit = 500
    static let pageBytes = 1 << 20

    var all: [Endpoint] {
        [
            Endpoint(method: .get, pattern: "/api/cases/:case/streams/:stream", handle: stream),
            Endpoint(method: .get, pattern: "/api/cases/:case/streams/own/:person", handle: stream),
            Endpoint(method: .get, pattern: "/api/cases/:case/blobs/:hash", handle: blob),
            Endpoint(method: .get, pattern: "/api/cases/:case/recommendation", handle: recommendation),
        ]
    }

    private func stream(_ call: Call) {
        let after = call.head.target.query("after").map { Int($0) } ?? 0
        let limit = call.head.target.query("limit").map { Int($0) } ?? Self.pageLimit
        guard let after, after >= 0, let limit, (1...Self.pageLimit).contains(limit) else {
            return call.refuse(.malformed("after counts from 0, limit is 1 to \(Self.pageLimit)"))
        }
        CaseReading(desk: desk).perform(call) { reader, state, seen in
            let person = seen.actor.person
            let readable = Access(state).streams(of: person)
            let name = call.parameters["person"].map { "own/\($0)" } ?? call.parameters["stream"] ?? ""
            guard let stream = readable.first(where: { $0.wireName(for: person) == name }) else {
                return call.refuse(.notFound)
            }
            let events = try reader.events(aggregate: state.id.text, stream: stream.name, after: after, limit: limit)
            var body = Array(#"{"events":["#.utf8)
            for (index, event) in events.enumerated() {
                // A client pages on with `after`.
                if body.count > Self.pageBytes { break }
                if index > 0 { body.append(UInt8(ascii: ",")) }
                body += Array(#"{"seq":\#(event.seq),"tag":"\#(event.tag)","at":\#(event.at),"event":"#.utf8)
                body += event.body
                body.append(UInt8(ascii: "}"))
            }
            let seq = state.heads[stream] ?? 0
            let tag = try reader.chain(aggregate: state.id.text, stream: stream.name, seq: seq).map(Chain.tag) ?? ""
            body += Array(#"],"head":[\#(seq),"\#(tag)"]}"#.utf8)
            call.answer(.json(bytes: body))
        }
    }

    private func blob(_ call: Call) {
        CaseReading(desk: desk).perform(call) { reader, state, seen in
            let hash = call.parameters["hash"] ?? ""
            let readable = Set(Access(state).streams(of: seen.actor.person).map(\.name))
            guard let blob = try reader.blob(aggregate: state.id.text, hash: hash, readable: readable) else {
                return call.refuse(.notFound)
            }
            let isSource = seen.isSource(hash, publishedIn: blob.streams)
            let type = isSource ? StoredMedia.type(ofSource: blob.bytes) : StoredMedia.json
            call.answer(Self.response(blob.bytes, hash: hash, type: type, to: call.head))
        }
    }

    /// Immutable bytes under their hash, whole or in part.
    private static func response(_ bytes: [UInt8], hash: String, type: String, to head: RequestHead) -> Response {
        let description: HTTPFields = [.contentType: type, "Content-Disposition": "inline"]
        let blob = Representation(
            tag: EntityTag(hash),
            bytes: bytes,
            caching: [:],
            description: description,
            isDynamic: true
        )
        return blob.response(to: head.method, head.fields)
    }

    private func recommendation(_ call: Call) {
        CaseReading(desk: desk).perform(call) { reader, state, seen in
            let readable = Set(Access(state).streams(of: seen.actor.person).map(\.name))
            guard let recorded = seen.signedRecord,
                let blob = try reader.blob(aggregate: state.id.text, hash: recorded.record.hash, readable: readable)
            else { return call.refuse(.notFound) }
            // The record stands in the answer as it was signed; its exact bytes are the blob's.
            var body = Array(#"{"blob":"#.utf8) + (try Canonical.encode(recorded.record))
            body += Array(#","publicKey":"#.utf8) + (try Canonical.encode(recorded.publicKey))
            body += Array(#","record":"#.utf8) + blob.bytes
            body += Array(#","signature":"#.utf8) + (try Canonical.encode(recorded.signature)) + [UInt8(ascii: "}")]
            call.answer(.json(bytes: body))
        }
    }
}

/// The media types that bytes are stored as. A source is text or one of two image formats, and told apart by how image files
/// begin, which no text does; everything else the board wrote itself.
enum StoredMedia {
    static let json = "application/json"

    static func type(ofSource bytes: [UInt8]) -> String {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        return "text/plain; charset=utf-8"
    }
}
