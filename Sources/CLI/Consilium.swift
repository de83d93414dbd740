import ArgumentParser
import Glibc

/// The program.
@main
struct Consilium: ParsableCommand {
    static let version = "1.0.0-dev"

    static let configuration = CommandConfiguration(
        commandName: "consilium",
        abstract: "The server on which a tumor board gives a second medical opinion.",
        version: version,
        subcommands: [Serve.self, Demo.self, Admin.self, Attend.self, Verify.self]
    )

    static func main() {
        // Whatever is made from here on, SQLite's own files among it, is never open to others.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            do {
                try command.run()
            } catch {
                throw Refusal.telling(error)
            }
        } catch {
            exit(withError: error)
        }
    }
}
