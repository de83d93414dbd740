import ArgumentParser
import BoardServer
import Foundation

/// `consilium demo`
struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Loads the invented demonstration when the data directory is empty, then serves."
    )

    @OptionGroup var options: ServeOptions

    @Option(help: "The folder of the demonstration's content.")
    var content = "demo"

    @Option(help: "The certificate authority that clients are to trust, for demo.json; ca.pem beside the certificate.")
    var ca: String?

    func run() throws {
        let configuration = try options.configuration()
        let authority = try authority()
        let log = Log.make()
        if !Demonstration.isLoaded(data: options.data) {
            try Demonstration.check(content: content, data: options.data)
            try configuration.check()
            print("loading the demonstration …")
            try Demonstration.load(content: content, configuration: configuration, log: log)
        }
        try Serving.untilStopped {
            let server = try Server(configuration, log: log)
            try server.reportDemonstration(data: options.data, ca: authority)
            try DemonstrationGuide.print(data: options.data)
            return server
        }
    }

    /// What was named must be there; what was not may be missing.
    private func authority() throws -> String? {
        func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
        if let ca, !exists(ca) { throw Refusal("\(ca) does not exist") }
        let beside = URL(fileURLWithPath: options.certificate).deletingLastPathComponent().path + "/ca.pem"
        return ca ?? (exists(beside) ? beside : nil)
    }
}
