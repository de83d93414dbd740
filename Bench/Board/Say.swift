import ArgumentParser
import BoardClient
import Foundation
import Sockets
import Wire

/// Says so many comments, shows so many passages or casts so many ballots in one seeded room, one after the other: a load
/// that is the same each time, for counting what it costs the server.
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

    enum Kind: String, ExpressibleByArgument { case comments, signals, ballots }

    @Option(help: "comments, signals or ballots.")
    var what = Kind.comments

    @Option(help: "How many of the room listen: the first of the tokens.")
    var listeners = 12

    func validate() throws {
        guard listeners >= (what == .ballots ? 3 : 1) else { throw ValidationError("too few listeners") }
    }

    private static let patience = Duration.seconds(60)

    func run() throws {
        let lines = try String(contentsOfFile: tokens, encoding: .utf8).split(separator: "\n")
        let address = ServerAddress(host: "localhost", port: port)
        let context = try TLSContext.client(authorityFile: authority)
        let room = try lines.prefix(listeners).map { token in
            var fields = HTTPFields()
            fields.set("Authorization", "Bearer \(token)")
            let member = try LiveClient.open(address, context: context, fields: fields)
            try member.send(Array(#"{"id":"j","join":{"case":"room-0","at":{}}}"#.utf8))
            try hear(#""caught-up""#, member)
            return member
        }
        if what == .ballots { try openVoting(room[0]) }
        for number in 0..<count {
            switch what {
            case .comments:
                try room[0].send(Array(comment(number).utf8))
                for member in room { try hear(#""text":"\#(number) "#, member) }
            case .signals:
                try room[0].send(Array(signal(number).utf8))
                // Whoever shows something is not shown it.
                for member in room.dropFirst() { try hear(#""start":\#(number)}"#, member) }
            case .ballots:
                // One of the panel, which are three; the last ballot counts.
                let member = room[number % 3]
                try member.send(Array(ballot(number).utf8))
                try hear(#""commitment":"#, member)
            }
        }
        for member in room { member.close() }
    }

    private func hear(_ word: String, _ member: LiveClient) throws {
        while case .message(let bytes) = try member.receive(deadline: .now + Self.patience) {
            let message = String(decoding: bytes, as: UTF8.self)
            if message.contains(word) { return }
            if message.contains(#""error":{"#) { throw ValidationError(message) }
        }
        throw ValidationError("the server ended a connection")
    }

    /// The chair puts two options to the vote.
    private func openVoting(_ chair: LiveClient) throws {
        let commands = [
            #""proposeOption":{"case":"room-0","option":{"id":"o1","therapies":["WS"],"text":"A","isFirstProposal":false}}"#,
            #""proposeOption":{"case":"room-0","option":{"id":"o2","therapies":["OP"],"text":"B","isFirstProposal":true}}"#,
            #"""
            "openVoting":{"case":"room-0",\#
            "round":{"number":1,"method":"appropriateness","optionSet":"os1","options":["o1","o2"]}}
            """#,
        ]
        for (number, command) in commands.enumerated() {
            try chair.send(Array(#"{"id":"v\#(number)",\#(command)}"#.utf8))
            try hear(#""re":"v\#(number)""#, chair)
        }
    }

    private func ballot(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        let nonce = String(repeating: "0", count: 64 - digits.count) + digits
        return #"""
            {"id":"b\#(number)","castBallot":{"case":"room-0","round":1,"optionSet":"os1","nonce":"\#(nonce)",\#
            "choices":{"o1":7,"o2":3},"reasons":{"o1":"So","o2":"So"}}}
            """#
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
