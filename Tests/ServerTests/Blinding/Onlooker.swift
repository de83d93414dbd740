import Foundation
import TestSupport
import Wire

/// One person who says the same in every world, and keeps every byte that came back.
final class Onlooker {
    let person: String
    private let world: World
    private let live: RecordedConnection
    private var http: RecordedConnection?
    private(set) var recording = Recording()
    private var requests = 0

    /// Comes in by a socket of their own.
    init(_ person: String, in world: World) throws {
        self.person = person
        self.world = world
        live = try world.board.socket(person)
    }

    /// Joins the case live, from nothing.
    func join() throws {
        try live.say(#"{"id":"join","join":{"case":"\#(world.story.caseID)","at":{}}}"#)
        try hear(until: #""push":"caught-up""#)
    }

    @discardableResult
    func hear(until text: String) throws -> String { try live.hear(until: text).last ?? "" }

    /// Says a command on the live socket and takes everything up to its answer, which it returns.
    @discardableResult
    func say(_ command: String) throws -> String {
        requests += 1
        let id = "say-\(requests)"
        let fields = command.dropFirst().drop { $0 != "{" }.dropFirst()
        let name = command.dropFirst().prefix { $0 != "{" }
        let separator = fields.hasPrefix("}") ? "" : ","
        try live.say(#"{"id":"\#(id)",\#(name){"case":"\#(world.story.caseID)"\#(separator)\#(fields)"#)
        return try hear(until: #""re":"\#(id)""#)
    }

    /// Waits for what was committed before now: nothing of it can come later.
    func settle() throws {
        requests += 1
        try live.say(#"{"id":"beat-\#(requests)","beat":{}}"#)
        try hear(until: #""re":"beat-\#(requests)""#)
    }

    /// Takes what the live socket has received so far as a piece.
    func keepLive(_ name: String = "live") throws {
        try settle()
        recording.keep(name, live.received)
    }

    /// Says what is no request, and keeps how the socket ends. One request goes before, in case a server ends it by that.
    func keepEnding() throws {
        try keep("/livez?at=the-end")
        try? live.say("no request")
        _ = try live.ending()
        recording.keep("the end of the live socket", live.received)
    }

    /// Joins on a connection of its own with the positions given, and keeps all that comes until `last`.
    func keepReplay(_ name: String, at positions: String, until last: String = #""push":"caught-up""#) throws {
        let connection = try world.board.socket(person)
        defer { connection.close() }
        try connection.say(#"{"id":"replay","join":{"case":"\#(world.story.caseID)","at":\#(positions)}}"#)
        try connection.hear(until: last)
        recording.keep(name, connection.received)
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
        let connection = try http ?? RecordedConnection(world.board)
        http = connection
        let start = connection.received.count
        requests += 1
        var fields = world.board.bearing(person)
        for (name, value) in more { if let name = FieldName(name) { fields.set(name, value) } }
        if body != nil {
            fields.set("Content-Type", "application/json")
            fields.set("Idempotency-Key", "http-\(requests)")
        }
        let answer = try connection.request(method, target, fields: fields, body: body.map { Array($0.utf8) })
        recording.keep(name ?? "\(method) \(target) \(body?.prefix(60) ?? "")", connection.received[start...])
        if answer.fields["Connection"] == "close" { hangUpHTTP() }
        return answer
    }

    private func hangUpHTTP() {
        http?.close()
        http = nil
    }

    func hangUp() {
        live.close()
        hangUpHTTP()
    }
}
