import Testing

@testable import TumorBoard

/// What was hidden stays hidden in what follows: no name, ballot or refusal of a later step tells of it.
@Suite struct LaterSecrecyTests {
    static let readers: [PersonID] = ["hale", "ravi", "sven"]

    /// The chair opens a vote and `reader` votes; everything that reader can see of it, and what they are answered.
    private func vote(in board: CaseUnderTest, seed: String, by reader: PersonID) throws -> [String] {
        var board = board
        board.seed = seed
        try board.perform(.openVoting(OpenVoting(round: Saying.round(1, ["o1", "o2"]))), by: "hale")
        let ballot = Saying.ballot(1, ["o1": .rating(7), "o2": .rating(3)])
        let answer = try board.perform(ballot, by: reader).answer
        let seen = try #require(board.state.seen(by: reader))
        let events = seen.state.heads.keys.sorted { $0.name < $1.name }.flatMap { board.events($0) }
        return [seen.voter ?? "", answer.commitment ?? ""]
            + events.map { String(decoding: Canonical.bytes($0), as: UTF8.self) }
    }

    @Test(arguments: readers)
    func `that someone stood down changes nothing in the vote that follows, the voter's own name least of all`(
        _ reader: PersonID
    ) throws {
        let quiet = try #require(RuleMatrixTests.boards[.discussion])
        var busy = quiet
        try busy.perform(.recuse(Recuse(reason: "Befangen")), by: "pia")
        for seed in 1...8 {
            let one = try vote(in: quiet, seed: "\(seed)", by: reader)
            let other = try vote(in: busy, seed: "\(seed)", by: reader)
            #expect(other.filter { $0 != #"{"stoodDown":{"by":"pia"}}"# } == one)
            #expect(other.count == one.count + 1)
        }
    }

    @Test(arguments: readers)
    func `notes and reading after the reveal change nothing in the vote that follows`(_ reader: PersonID) throws {
        let quiet = try #require(RuleMatrixTests.boards[.discussion])
        var busy = quiet
        for person: PersonID in ["pia", "sven", "ravi"] where person != reader {
            try busy.perform(.annotate(Annotate(annotation: Saying.note("later", on: busy.place))), by: person)
            try busy.perform(.markRead(MarkRead(part: "scan")), by: person)
        }
        #expect(try vote(in: quiet, seed: "1", by: reader) == vote(in: busy, seed: "1", by: reader))
    }

    /// What `reader` sees once the deadline has passed.
    private func missed(_ board: CaseUnderTest, by reader: PersonID) throws -> [String] {
        var board = board
        board.now = .start + .days(3)
        board.elapse()
        let seen = try #require(board.state.seen(by: reader))
        let events = seen.state.heads.keys.sorted { $0.name < $1.name }.flatMap { board.events($0) }
        return events.map { String(decoding: Canonical.bytes($0), as: UTF8.self) }
    }

    @Test(arguments: ["hale", "ravi", "otto"] as [PersonID])
    func `a deadline missed without quorum says so and no more, whoever of too few had sealed`(
        _ reader: PersonID
    ) throws {
        let quiet = try #require(RuleMatrixTests.boards[.review])
        var busy = quiet
        for person: PersonID in ["pia", "sven"] {
            try busy.seal(by: person)
        }
        let said = try missed(quiet, by: reader)
        #expect(said.contains { $0.contains("deadlineBreached") })
        #expect(try missed(busy, by: reader) == said)
    }

    @Test func `a round names the whole frozen panel, so that the last letter tells nothing of who is left`() throws {
        var board = try #require(RuleMatrixTests.boards[.discussion])
        for person: PersonID in ["pia", "sven"] {
            try board.perform(.recuse(Recuse(reason: "Befangen")), by: person)
        }
        try board.perform(.openVoting(OpenVoting(round: Saying.round(1, ["o1", "o2"]))), by: "hale")
        #expect(board.state.custody.voters[1]?.values.sorted() == ["V-A", "V-B", "V-C", "V-D"])
    }
}
