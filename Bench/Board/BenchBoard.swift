import ArgumentParser

/// A board prepared for measuring: real cases with real members, served by the program's own server.
@main
struct BenchBoard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-board",
        abstract: "Prepares rooms for the load generator and serves them.",
        subcommands: [
            Seed.self, Serve.self, Codec.self, Room.self, ColdJoin.self, Say.self, Answers.self, Hostile.self, Kinds.self,
        ]
    )
}
