import BoardAPI
package import BoardClient
import Foundation
import Synchronization
import TumorBoard

/// A case whose coordinator speaks over HTTP and whose physicians are headless members, each on a socket of their own
/// for as long as they belong to it.
package final class LiveStory: Sendable {
    package let board: TestBoard
    package let story: Story
    private let present = Mutex<[String: Member]>([:])

    package init(_ board: TestBoard, _ story: Story) {
        self.board = board
        self.story = story
    }

    /// Who listens now.
    package var members: [String: Member] { present.withLock(\.self) }

    package func member(_ person: String) throws -> Member {
        guard let member = members[person] else { throw TestBoard.Refused(description: "\(person) is not there") }
        return member
    }

    /// Comes in and has caught up with what there is.
    @discardableResult
    package func arrive(_ person: String) throws -> Member {
        let member = try board.member(person, of: story.caseID)
        present.withLock { $0[person] = member }
        try member.waitUntilCaughtUp()
        return member
    }

    /// A command over the person's socket that must be taken; the reply's `ok`.
    @discardableResult
    package func say(_ person: String, _ command: String) throws -> [String: Any] {
        switch try member(person).perform(command) {
        case .ok(let line):
            let reply = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
            return reply?["ok"] as? [String: Any] ?? [:]
        case .refused(let fault):
            throw TestBoard.Refused(
                description: "\(person): \(command.prefix(80)): \(fault.code) \(fault.detail ?? "")"
            )
        }
    }

    /// Everyone has heard everything: each member's every stream stands where HTTP says it does for them.
    package func waitUntilAllHaveHeardAll() throws {
        for (person, member) in members {
            let heads = try heads(for: person)
            try member.wait { events in
                heads.allSatisfy { stream, seq in seq == 0 || events.contains { $0.stream == stream && $0.seq == seq } }
            }
        }
    }

    /// The streams a person may read at this moment, with their heads.
    package func heads(for person: String) throws -> [String: Int] {
        struct Summary: Decodable {
            var at: [String: Head]
            struct Head: Decodable {
                var seq: Int
                init(from decoder: any Decoder) throws {
                    var container = try decoder.unkeyedContainer()
                    seq = try container.decode(Int.self)
                }
            }
        }
        let answer = try board.http(as: person).send("GET", "/api/cases/\(story.caseID)")
        return try Canonical.decode(Summary.self, from: answer.body).at.mapValues(\.seq)
    }

    package func leave() {
        for member in members.values { member.stop() }
    }
}
