import ArgumentParser
import BoardServer

/// `consilium verify`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks every stream's order and chain, every stored byte, and that all lists equal a replay.",
        discussion: "Only reads. Prints what is wrong without any content, and fails when something is."
    )

    @Option(help: "The data directory. No server may run on it.")
    var data: String?

    @Option(help: "A file that admin backup wrote.")
    var backup: String?

    func validate() throws {
        guard (data == nil) != (backup == nil) else { throw ValidationError("give either --data or --backup") }
    }

    func run() throws {
        let report: Verification.Report
        if let data {
            try DataFolderCheck.run(data)
            report = try Verification.run(data: data)
        } else {
            report = try Verification.run(file: backup ?? "")
        }
        for flaw in report.flaws { print("FAIL \(flaw)") }
        print(
            "\(report.streams) streams, \(report.events) events, \(report.blobs) blobs, \(report.flaws.count) flaws"
        )
        if !report.flaws.isEmpty { throw ExitCode.failure }
    }
}
