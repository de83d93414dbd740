import BoardClient
import Foundation
import TestSupport
import Testing
import TumorBoard

/// The published script that anybody can recount a round with, fed with the files as the API gives them.
enum RoundCheck {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Each round is accepted as it is, and refused once one ballot has changed.
    static func expectAccepted(rounds: [Int], of story: Story) throws {
        guard let python else {
            #expect(!Obligation.isInForce, "docs/check-ballots.py has to be tried, and there is no python3")
            print("docs/check-ballots.py is not tried here: there is no python3")
            return
        }
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let client = story.board.http(as: "p3")
        let page = try client.send("GET", "/api/cases/\(story.caseID)/streams/board?after=0&limit=500").body
        try Data(page).write(to: URL(fileURLWithPath: folder + "/board.json"))
        for round in rounds {
            let opened = try story.desk("p3").events(of: "board").compactMap { event -> Blob? in
                guard case .roundOpened(let payload) = event, payload.round == round else { return nil }
                return payload.ballots
            }
            let hash = try #require(opened.first).hash
            let receipts = try story.desk("p3").events(of: "own").compactMap { event -> String? in
                guard case .ballotCast(let payload) = event, payload.round == round else { return nil }
                return payload.commitment
            }
            let receipt = try #require(receipts.last)
            let ballots = try client.send("GET", "/api/cases/\(story.caseID)/blobs/\(hash)").body
            let file = folder + "/ballots-\(round).json"
            try Data(ballots).write(to: URL(fileURLWithPath: file))
            let arguments = ["docs/check-ballots.py", folder + "/board.json", file, "\(round)", receipt]
            #expect(try run(python, arguments) == 0)
            let text = String(decoding: ballots, as: UTF8.self)
            let forged = text.replacingOccurrences(of: #"\"o1\":8"#, with: #"\"o1\":9"#)
                .replacingOccurrences(of: #"\"o1\":\"no\""#, with: #"\"o1\":\"yes\""#)
            #expect(forged != text)
            try Data(forged.utf8).write(to: URL(fileURLWithPath: file))
            #expect(try run(python, arguments) == 1)
        }
    }

    private static func run(_ python: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = arguments
        process.currentDirectoryURL = TestCertificates.root
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
