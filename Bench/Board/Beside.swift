import ArgumentParser
import BoardClient
import Foundation
import Sockets
import TestSupport

/// What a hostile crowd costs an honest member of a served board: how long answers take without it and beside it.
struct Beside: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crowd",
        abstract: "Measure answers to an honest member, alone and beside a hostile crowd."
    )

    @Option(help: "The port on localhost.")
    var port: UInt16

    @Option(help: "The authority of the server's certificate, PEM.")
    var authority: String

    @Option(help: "The members' tokens, a line each: the first is honest, the second is not.")
    var tokens: String

    @Option(help: "Answers that are waited for, each time.")
    var beats = 500

    private struct Figures: Encodable {
        var aloneP50: Double
        var aloneP99: Double
        var besideP50: Double
        var besideP99: Double
        var turns: [String: Int]
    }

    func run() throws {
        let people = try String(contentsOfFile: tokens, encoding: .utf8).split(separator: "\n").map(String.init)
        guard people.count >= 2 else { throw ValidationError("two tokens") }
        let address = ServerAddress(host: "localhost", port: port)
        let context = try TLSContext.client(authorityFile: authority)
        let alone = try Beats(beats, at: address, context: context, token: people[0])
        let crowd = Crowd(address, context: context, token: people[1])
        crowd.start()
        let beside = try Beats(beats, at: address, context: context, token: people[0])
        crowd.end()
        let figures = Figures(
            aloneP50: alone.percentile(50) / .milliseconds(1),
            aloneP99: alone.percentile(99) / .milliseconds(1),
            besideP50: beside.percentile(50) / .milliseconds(1),
            besideP99: beside.percentile(99) / .milliseconds(1),
            turns: crowd.turns
        )
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }
}
