import ArgumentParser
import BoardClient
import Foundation
import Sockets
import Wire

/// Says so many comments, or shows so many passages, in one seeded room, one after the other, with everybody in it
/// listening: a load that is the same each time, for counting what it costs the server.
struct Say: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say things in a seeded room, one at a time.")

    @Option(help: "The port on localhost.")
    var port: UInt16

    @Option(help: "The authority of the server's certificate, PEM.")
    var authority: String

    @Option(help: "The members' tokens, a line each, the chair first.")
    var tokens: String

    @Option(help: "How often.")
    var count: Int

    @Flag(help: "Show a passage instead of writing a comment.")
    var signals = false

    private static let patience = Duration.seconds(60)

    func run() throws {
        let lines = try String(contentsOfFile: tokens, encoding: .utf8).split(separator: "\n")
        let address = ServerAddress(host: "localhost", port: port)
        let context = try TLSContext.client(authorityFile: authority)
        let room = try lines.map { token in
            var fields = HTTPFields()
            fields.set("Authorization", "Bearer \(token)")
            let member = try LiveClient.open(address, context: context, fields: fields)
            try member.send(Array(#"{"id":"j","join":{"case":"room-0","at":{}}}"#.utf8))
            try hear(#""caught-up""#, member)
            return member
        }
        for number in 0..<count {
            try room[0].send(Array((signals ? signal(number) : comment(number)).utf8))
            // Whoever shows something is not shown it.
            let word = signals ? #""start":\#(number)}"# : #""text":"\#(number) "#
            for member in room.dropFirst(signals ? 1 : 0) { try hear(word, member) }
        }
        for member in room { member.close() }
    }

    private func hear(_ word: String, _ member: LiveClient) throws {
        while case .message(let bytes) = try member.receive(deadline: .now + Self.patience) {
            if String(decoding: bytes, as: UTF8.self).contains(word) { return }
        }
        throw ValidationError("the server ended a connection")
    }

    private func comment(_ number: Int) -> String {
        let filler = String(repeating: "x", count: 200)
        return #"""
            {"id":"c\#(number)","postComment":{"case":"room-0",\#
            "comment":{"id":"c\#(number)","text":"\#(number) \#(filler)"}}}
            """#
    }

    private func signal(_ number: Int) -> String {
        #"""
        {"id":"s\#(number)","show":{"case":"room-0",\#
        "viewport":{"part":"d-imaging","start":\#(number),"end":\#(number + 1)}}}
        """#
    }
}
