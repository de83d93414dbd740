import BoardAPI
import BoardClient
import BoardServer
import Cryptography
import Foundation
import TestSupport
import Testing
import TumorBoard

@Suite("A case from referral to acknowledged recommendation, over real TLS")
struct WholeCaseTests {
    private static let password = "Vier alte Ahornbäume"

    /// A board on which the case has run to its end, and who listened.
    private struct Ended {
        var live: LiveStory
        var witness: Witness
    }

    private func run(on board: TestBoard) throws -> Ended {
        let story = Story(board)
        try story.addPeople(password: Self.password)
        let live = LiveStory(board, story)
        try live.takeIn()
        let witness = try Witness(board, as: "p3", of: story.caseID)
        #expect(try board.http(as: story.recipient).send("GET", "/api/cases/\(story.caseID)").status == 404)
        for member in story.panel { try live.reviewAndSeal(member.id, modality: member.id == "p2" ? "OP" : "IM") }
        try live.discuss()
        try live.vote()
        try live.signOff(password: Self.password)
        try story.desk(story.coordinator).say(#"{"deliver":{}}"#)
        try live.arrive(story.recipient)
        try live.say(story.recipient, #"{"acknowledge":{}}"#)
        try live.waitUntilAllHaveHeardAll()
        return Ended(live: live, witness: witness)
    }

    @Test
    func `one coordinator and five physicians take a case to a signed, delivered and acknowledged recommendation`()
        throws
    {
        let board = try TestBoard()
        defer { board.end() }
        let ended = try run(on: board)
        let (live, story) = (ended.live, ended.live.story)
        try expectWholeStreams(of: live)
        try expectRolesReceivedTheirStreams(live)
        let positions = try live.member("p3").positions
        let unforgiven = ended.witness.events(upTo: positions)
        #expect(History(unforgiven).flaws.isEmpty, "the server itself sends nothing twice")
        #expect(unforgiven.count == (try live.member("p3").events.count))
        try expectSignedRecord(of: story)
        try RoundCheck.expectAccepted(rounds: [1, 2], of: story)
        live.leave()
        ended.witness.close()
        board.stop()
        let report = try Verification.run(data: board.folder)
        #expect(report.flaws.isEmpty)
        #expect(report.events > 100)
    }

    private func expectWholeStreams(of live: LiveStory) throws {
        for (person, member) in live.members {
            #expect(member.failure == nil)
            let history = History(member.events)
            #expect(history.flaws.isEmpty, "\(person)")
            for (stream, head) in try live.heads(for: person) where head > 0 {
                #expect(history.tags(of: stream).count == head, "\(person) holds \(stream) whole")
                for (other, peer) in live.members where other != person && stream != "own" {
                    let tags = History(peer.events).tags(of: stream)
                    #expect(
                        tags.isEmpty || tags == history.tags(of: stream),
                        "\(person) and \(other) hold one \(stream)"
                    )
                }
            }
        }
    }

    private func expectRolesReceivedTheirStreams(_ live: LiveStory) throws {
        for (person, member) in live.members {
            let role: Role =
                switch person {
                case live.story.coordinator: .coordinator
                case live.story.recipient: .recipient
                case live.chair: .chair
                default: .reviewer
                }
            let reader = try #require(PersonID(person))
            let entitled = Visibility.streams(of: reader, as: role, in: .delivered).map { $0.wireName(for: reader) }
            #expect(History(member.events).streams == Set(entitled), "\(person) received what a \(role) may read")
        }
    }

    /// As the recipient gets it: the record, the bytes that were signed, and what must not be lost in it.
    private func expectSignedRecord(of story: Story) throws {
        struct Recommendation: Decodable {
            var record: Record
            var blob: Blob
            var signature: String
            var publicKey: String
        }
        let client = story.board.http(as: story.recipient)
        let answer = try client.send("GET", "/api/cases/\(story.caseID)/recommendation")
        #expect(answer.status == 200)
        let found = try Canonical.decode(Recommendation.self, from: answer.body)
        let bytes = try client.send("GET", "/api/cases/\(story.caseID)/blobs/\(found.blob.hash)").body
        #expect(Hexadecimal.encode(SHA256.hash(bytes)) == found.blob.hash)
        #expect(try Canonical.decode(Record.self, from: bytes) == found.record)
        let signature = try #require(Base64.decode(found.signature))
        let key = try VerifyingKey(pem: found.publicKey)
        #expect(key.isValid(signature: signature, for: bytes))
        #expect(!key.isValid(signature: signature, for: bytes.dropLast() + [0x20]))
        struct Key: Decodable { var publicKey: String }
        let announced = try Canonical.decode(Key.self, from: client.send("GET", "/api/key").body)
        #expect(announced.publicKey == found.publicKey)

        let dissents = found.record.responses.filter { $0.value.position == .dissent }
        #expect(dissents.map(\.member.person.text) == ["p2"])
        #expect(dissents.first?.value.alternative == "Totale neoadjuvante Therapie")
        #expect(found.record.silent.map(\.person.text) == ["p5"])
        #expect(found.record.signatures.map(\.member.person.text) == ["p1", "p2", "p3", "p4"])
        #expect(found.record.signatures.filter(\.attestsOnly).map(\.member.person.text) == ["p2"])
        #expect(found.record.outcome == .fundamentallyDifferent)
        #expect(found.record.results.map(\.round.method) == [.appropriateness, .adoption])
        #expect(found.record.results.map(\.ballots) == [5, 5])
        #expect(found.record.unresolved.isEmpty)
    }

    @Test func `a signature needs the password of the one who signs`() throws {
        let board = try TestBoard()
        defer { board.end() }
        let story = Story(board)
        try story.addPeople(password: Self.password)
        try story.reachReview()
        try story.reachDiscussion()
        try story.propose()
        try story.reachSignOff()
        try story.chair.say(#"{"respond":{"response":{"version":1,"position":"concur"}}}"#)
        #expect(try story.chair.refusal(of: #"{"sign":{"version":1}}"#) == "password-mismatch")
        #expect(
            try story.chair.refusal(of: #"{"sign":{"version":1,"password":"Vier alte Ahornbaeume"}}"#)
                == "password-mismatch"
        )
        #expect(try story.chair.refusal(of: #"{"sign":{"version":1,"password":"\#(Self.password)"}}"#) == nil)
    }
}
