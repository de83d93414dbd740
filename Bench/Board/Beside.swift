import ArgumentParser
import BoardClient
import Foundation
import Sockets
import TestSupport

/// A served board and who comes to it.
struct Visit: ParsableArguments {
    @Option(help: "The port on localhost.")
    var port: UInt16

    @Option(help: "The authority of the server's certificate, PEM.")
    var authority: String

    @Option(help: "The members' tokens, a line each: the first is honest, the second is not.")
    var tokens: String

    var address: ServerAddress { ServerAddress(host: "localhost", port: port) }

    func token(_ index: Int) throws -> String {
        let people = try String(contentsOfFile: tokens, encoding: .utf8).split(separator: "\n").map(String.init)
        guard index < people.count else { throw ValidationError("two tokens") }
        return people[index]
    }

    func show(_ figures: some Encodable) throws {
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }
}

/// How long an honest member waits for answers.
struct Answers: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measure answers to an honest member of a served board.")

    @OptionGroup var visit: Visit

    @Option(help: "Answers that are waited for.")
    var beats = 500

    /// Milliseconds.
    private struct Figures: Encodable {
        var p50: Double
        var p99: Double
    }

    func run() throws {
        let context = try TLSContext.client(authorityFile: visit.authority)
        let beats = try Beats(beats, at: visit.address, context: context, token: visit.token(0))
        let (p50, p99) = (beats.percentile(50) / .milliseconds(1), beats.percentile(99) / .milliseconds(1))
        try visit.show(Figures(p50: p50, p99: p99))
    }
}

extension Crowd.Kind: ExpressibleByArgument {}

/// The kinds of hostile peers, for who measures each.
struct Kinds: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Name the kinds of hostile peers.")

    func run() throws {
        print(String(decoding: try JSONEncoder().encode(Crowd.Kind.allCases.map(\.rawValue)), as: UTF8.self))
    }
}

/// A hostile crowd, in a process of its own: what it locks and what it asks of memory is nobody else's.
struct Hostile: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Be a hostile crowd at a served board until standard input ends; tell each kind's turns a second."
    )

    @OptionGroup var visit: Visit

    @Option(help: "Peers of this kind alone, such as 'floods pings'; all kinds unless given.")
    var kind: Crowd.Kind?

    func run() throws {
        let context = try TLSContext.client(authorityFile: visit.authority)
        let kinds = kind.map { [$0] } ?? Crowd.Kind.allCases
        let crowd = Crowd(visit.address, context: context, token: try visit.token(1), kinds: kinds)
        let start = ContinuousClock.now
        crowd.start()
        while readLine() != nil {}
        crowd.end()
        let seconds = (.now - start) / Duration.seconds(1)
        try visit.show(crowd.turns.mapValues { Double($0) / seconds })
    }
}
