import ArgumentParser
import BoardServer
import Foundation
import TestSupport

/// Fills a data directory with cases in discussion, each with a room full of members.
///
/// A room is a case of three panel members, the chair first, and observers. Every step goes over HTTP, as a clinic's would.
struct Seed: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fill a data directory with rooms.")

    @Option(help: "The data directory; made when it is missing.")
    var data: String

    @Option(help: "How the rooms' names begin: prefix and number.")
    var prefix = "room-"

    @Option(help: "How many rooms.")
    var rooms = 4

    @Option(help: "Members of a room, the panel among them.")
    var members = 50

    @Option(help: "Where to write the members' tokens, a line each: room by room, the chair first.")
    var tokens: String

    private static let panelSize = 3

    func validate() throws {
        guard rooms > 0, members >= Self.panelSize else { throw ValidationError("a room has at least three members") }
    }

    func run() throws {
        let board = try TestBoard(folder: data, limits: .forEverybodyAtOnce)
        defer { board.stop() }
        if prefix.contains("/") { throw ValidationError("a prefix is part of an identifier") }
        let shared = Story(board, case: "shared", panel: [])
        // A second helping finds the two there.
        if !FileManager.default.fileExists(atPath: tokens) { try shared.addPeople() }
        var lines: [String] = []
        for room in 0..<rooms { lines += try fill(room, of: board) }
        try (lines.joined(separator: "\n") + "\n").write(toFile: tokens, atomically: true, encoding: .utf8)
    }

    /// One room, from the referral to the discussion; its members' tokens.
    private func fill(_ room: Int, of board: TestBoard) throws -> [String] {
        let people = (0..<members).map { "\(prefix)\(room)-m\($0)" }
        let tokens = try people.enumerated().map { index, person in
            try board.add(person, discipline: index < Self.panelSize ? Story.disciplines[index] : nil)
        }
        let story = Story(board, case: "\(prefix)\(room)", panel: Array(people.prefix(Self.panelSize)))
        try story.open()
        try story.prepare()
        let coordinator = story.desk(story.coordinator)
        for person in people.dropFirst(Self.panelSize) {
            try coordinator.say(
                #"{"invite":{"member":{"person":"\#(person)","name":"Dr. \#(person)","role":"observer"}}}"#
            )
        }
        try story.freeze()
        try story.reachDiscussion()
        return tokens
    }
}
