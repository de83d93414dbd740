import ArgumentParser

/// The program.
@main
struct Consilium: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consilium",
        abstract: "The server on which a tumor board gives a second medical opinion.",
        subcommands: [Serve.self, Demo.self, Admin.self, Attend.self, Verify.self]
    )
}
