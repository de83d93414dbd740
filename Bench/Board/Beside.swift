import ArgumentParser
import BoardClient
import Foundation
import Sockets
import TestSupport

/// What a hostile crowd costs an honest member of a served board: how long answers take without it, beside it, and while
/// it is at another server on the same machine.
struct Beside: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crowd",
        abstract: "Measure answers to an honest member: alone, beside a hostile crowd, and with the crowd elsewhere."
    )

    @Option(help: "The port on localhost.")
    var port: UInt16

    @Option(help: "The port on localhost of another server with the same data.")
    var elsewhere: UInt16

    @Option(help: "The authority of the server's certificate, PEM.")
    var authority: String

    @Option(help: "The members' tokens, a line each: the first is honest, the second is not.")
    var tokens: String

    @Option(help: "Answers that are waited for, each time.")
    var beats = 500

    private struct Figures: Encodable {
        /// Milliseconds.
        var p50, p99: Double
        /// Of each kind of the crowd, a second.
        var turns: [String: Double] = [:]
    }

    func run() throws {
        let people = try String(contentsOfFile: tokens, encoding: .utf8).split(separator: "\n").map(String.init)
        guard people.count >= 2 else { throw ValidationError("two tokens") }
        let context = try TLSContext.client(authorityFile: authority)
        func answers() throws -> Figures {
            let beats = try Beats(beats, at: ServerAddress(host: "localhost", port: port), context: context, token: people[0])
            return Figures(p50: beats.percentile(50) / .milliseconds(1), p99: beats.percentile(99) / .milliseconds(1))
        }
        func answers(besideACrowdAt port: UInt16) throws -> Figures {
            let crowd = Crowd(ServerAddress(host: "localhost", port: port), context: context, token: people[1])
            let start = ContinuousClock.now
            crowd.start()
            var figures = try answers()
            crowd.end()
            let seconds = (.now - start) / Duration.seconds(1)
            figures.turns = crowd.turns.mapValues { Double($0) / seconds }
            return figures
        }
        let figures = [
            "alone": try answers(),
            "beside": try answers(besideACrowdAt: port),
            "elsewhere": try answers(besideACrowdAt: elsewhere),
        ]
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }
}
