import ArgumentParser
import BoardServer

/// `consilium verify`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks every stream's order and chain, and that all lists equal a replay."
    )

    @Option(help: "The data directory. No server may run on it.")
    var data: String

    func run() throws {
        let report = try Verification.run(data: data)
        for flaw in report.flaws { print("FAIL \(flaw)") }
        print("\(report.streams) streams, \(report.events) events, \(report.flaws.count) flaws")
        if !report.flaws.isEmpty { throw ExitCode.failure }
    }
}
