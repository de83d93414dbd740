import Foundation
import TestSupport
import Wire

/// One person who says the same in every world, and keeps every byte that came back, piece by piece.
final class Onlooker {
    let person: String
    private let world: World
    private let live: RecordedConnection
    private(set) var pieces: [(name: String, bytes: [UInt8])] = []
    private var requests = 0

    /// Joins the case live, from nothing.
    init(_ person: String, in world: World) throws {
        self.person = person
        self.world = world
        live = try world.board.socket(person)
        try live.say(#"{"id":"join","join":{"case":"\#(world.story.caseID)","at":{}}}"#)
        try live.hear(until: #""push":"caught-up""#)
    }

    /// Says a command on the live socket and takes everything up to its answer.
    func say(_ command: String) throws {
        requests += 1
        let id = "say-\(requests)"
        let fields = command.dropFirst().drop { $0 != "{" }.dropFirst()
        let name = command.dropFirst().prefix { $0 != "{" }
        let separator = fields.hasPrefix("}") ? "" : ","
        try live.say(#"{"id":"\#(id)",\#(name){"case":"\#(world.story.caseID)"\#(separator)\#(fields)"#)
        try live.hear(until: #""re":"\#(id)""#)
    }

    /// Waits for what was committed before now: nothing of it can come later.
    func settle() throws {
        requests += 1
        try live.say(#"{"id":"beat-\#(requests)","beat":{}}"#)
        try live.hear(until: #""re":"beat-\#(requests)""#)
    }

    /// Takes what the live socket has received so far as a piece.
    func keepLive() throws {
        try settle()
        pieces.append(("live", live.received))
    }

    /// Joins on a connection of its own with the positions given, and keeps all that comes until it is caught up.
    func keepReplay(_ name: String, at positions: String, until last: String = #""push":"caught-up""#) throws {
        let connection = try world.board.socket(person)
        defer { connection.close() }
        try connection.say(#"{"id":"replay","join":{"case":"\#(world.story.caseID)","at":\#(positions)}}"#)
        try connection.hear(until: last)
        pieces.append((name, connection.received))
    }

    /// Asks over HTTP and keeps head and body of the answer, under a name of its own where the target is a secret.
    @discardableResult
    func keep(
        _ target: String,
        method: String = "GET",
        named name: String? = nil,
        fields more: HTTPFields = [:],
        body: String? = nil
    ) throws -> RecordedConnection.Answer {
        let connection = try RecordedConnection(world.board)
        defer { connection.close() }
        requests += 1
        var fields = world.board.bearing(person)
        for (name, value) in more { if let name = FieldName(name) { fields.set(name, value) } }
        if body != nil {
            fields.set("Content-Type", "application/json")
            fields.set("Idempotency-Key", "http-\(requests)")
        }
        let answer = try connection.request(method, target, fields: fields, body: body.map { Array($0.utf8) })
        pieces.append((name ?? "\(method) \(target) \(body?.prefix(60) ?? "")", connection.received))
        return answer
    }

    func hangUp() { live.close() }
}

/// The first place where two recordings differ, in words; `nil` when every byte is the same.
func difference(_ one: [(name: String, bytes: [UInt8])], _ other: [(name: String, bytes: [UInt8])]) -> String? {
    guard one.count == other.count else { return "\(one.count) pieces and \(other.count) pieces" }
    for (one, other) in zip(one, other) where one.bytes != other.bytes || one.name != other.name {
        let place =
            zip(one.bytes, other.bytes).enumerated().first { $1.0 != $1.1 }?.offset
            ?? min(one.bytes.count, other.bytes.count)
        let excerpts = [one, other].map { piece in
            String(decoding: piece.bytes[max(0, place - 80)..<min(piece.bytes.count, place + 120)], as: UTF8.self)
        }
        return "\(one.name) differs at byte \(place):\n\(excerpts[0])\nand\n\(excerpts[1])"
    }
    return nil
}
