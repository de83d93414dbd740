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

    @Option(help: "The certificate authority that clients are to trust, for demo.json.")
    var ca = "run/certs/ca.pem"

    func run() throws {
        let configuration = try options.configuration()
        let log = Log.make()
        if !Demonstration.isLoaded(data: options.data) {
            print("loading the demonstration …")
            try Demonstration.load(content: content, configuration: configuration, ca: ca, log: log)
        }
        try Serving.untilStopped {
            let server = try Server(configuration, log: log)
            try DemonstrationGuide.print(data: options.data)
            return server
        }
    }
}
