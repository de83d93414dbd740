import Consensus
import Testing

@testable import TumorBoard

@Suite struct BallotOpeningTests {
    private let ratings: [OptionID: Choice] = ["o1": .rating(8), "o2": .rating(2)]

    private func opened(_ board: CaseUnderTest) throws -> (closed: RoundClosed, opened: RoundOpened, box: BallotBox) {
        let events = board.events(.board).filter { [.roundClosed, .roundOpened].contains($0.name) }.suffix(2)
        guard case .roundClosed(let closed)? = events.first, case .roundOpened(let opened)? = events.last else {
            throw Rejection(.unknown, "round")
        }
        let bytes = try #require(board.blobs[opened.ballots.hash])
        return (closed, opened, try Canonical.decode(BallotBox.self, from: bytes))
    }

    private func vote(
        _ choices: [(PersonID, Choice)],
        settings: PanelSettings = Saying.settings,
        method: TumorBoard.Method = .adoption
    ) throws -> CaseUnderTest {
        var board = try CaseUnderTest.inReview(settings)
        for member in Persona.panel { try board.seal(by: member.person) }
        try board.perform(Saying.option("o1"), by: "ravi")
        try board.perform(.openVoting(OpenVoting(round: Saying.round(1, ["o1"], method: method))), by: "hale")
        for (person, choice) in choices {
            var cast = CastBallot(round: 1, optionSet: "os1", choices: ["o1": choice], nonce: "")
            cast.nonce = Hexadecimal.encode(Entropy.bytes(32, seed: "nonce", purpose: person.text))
            if choice == .adoption(.no) { cast.reasons = ["o1": "Zu früh"] }
            try board.perform(.castBallot(cast), by: person)
        }
        try board.perform(.closeRound(CloseRound(round: 1)), by: "hale")
        return board
    }

    /// The same figures as `["consilium.ballot.1",…]` hashed by another implementation.
    @Test func `a ballot's text and commitment are as published`() throws {
        let text = BallotText.compose(
            case: "case-3",
            round: Round(
                number: 1,
                method: .appropriateness,
                optionSet: "c3-os1",
                options: ["c3-o1", "c3-o2", "c3-o3", "c3-o4"]
            ),
            voter: "V-A",
            choices: ["c3-o4": .rating(3), "c3-o2": .rating(8), "c3-o1": .rating(8), "c3-o3": .rating(6)],
            nonce: "c6f35e513e31d9578b0077a6837cfac8c3b4476b62320c3fcec6f2ced344aade"
        )
        #expect(
            text == #"["consilium.ballot.1","case-3",1,"c3-os1","V-A",{"c3-o1":8,"c3-o2":8,"c3-o3":6,"c3-o4":3},"#
                + #""c6f35e513e31d9578b0077a6837cfac8c3b4476b62320c3fcec6f2ced344aade"]"#
        )
        #expect(
            Hexadecimal.encode(CaseUnderTest().means.sha256(Array(text.utf8)))
                == "0aab96683f895ddc9b7275d2356f7c99160d4c692d1c82fd4862528dceda60f8"
        )
        #expect(BallotText.nonce(of: text).hasPrefix("c6f35e51"))
    }

    @Test func `adoption is written in words`() {
        let text = BallotText.compose(
            case: "c7",
            round: Saying.round(2, ["o1"], method: .adoption),
            voter: "V-B",
            choices: ["o1": .adoption(.yes)],
            nonce: "00"
        )
        #expect(text == #"["consilium.ballot.1","c7",2,"os1","V-B",{"o1":"yes"},"00"]"#)
    }

    @Test func `the receipt is the commitment, over the voter's own pseudonym`() throws {
        var board = try CaseUnderTest.inVoting()
        let receipt = try board.perform(Saying.ballot(1, ratings), by: "ravi").answer.commitment
        let cast = try #require(board.state.own["ravi"]?.casts.last)
        #expect(receipt == cast.commitment)
        #expect(receipt == Hexadecimal.encode(board.means.sha256(Array(cast.text.utf8))))
        let voter = try #require(board.state.custody.voters[1]?["ravi"])
        #expect(cast.text.contains("\"\(voter)\""))
        #expect(!cast.text.contains("ravi"))
    }

    @Test func `all commitments are listed sorted before the ballots are opened, and opened plus superseded are they`()
        throws
    {
        var board = try CaseUnderTest.inVoting()
        var receipts: [String] = []
        for (person, nonce) in [
            ("ravi", "a"), ("pia", "b"), ("ravi", "c"), ("sven", "d"), ("hale", "e"), ("ravi", "f"),
        ]
            as [(PersonID, Character)]
        {
            let decision = try board.perform(Saying.ballot(1, ratings, nonce: nonce), by: person)
            receipts.append(try #require(decision.answer.commitment))
        }
        try board.perform(.closeRound(CloseRound(round: 1)), by: "hale")
        let (closed, opened, box) = try opened(board)
        #expect(closed.commitments == receipts.sorted())
        #expect(box.ballots.count == 4 && opened.count == 4)
        #expect(box.superseded.count == 2 && box.superseded == box.superseded.sorted())
        let hashes = (box.ballots.map(\.text) + box.superseded).map {
            Hexadecimal.encode(board.means.sha256(Array($0.utf8)))
        }
        #expect(hashes.sorted() == closed.commitments)
        #expect(box.ballots.map { $0.text.split(separator: "\"")[7] } == ["V-A", "V-B", "V-C", "V-D"])
        #expect(box.ballots.contains { $0.commitment == receipts.last })
    }

    @Test func `until the round is closed nobody sees a commitment`() throws {
        var board = try CaseUnderTest.inVoting()
        let before = board.state.seen(by: "hale")
        try board.perform(Saying.ballot(1, ratings), by: "ravi")
        #expect(board.state.seen(by: "hale") == before)
        #expect(board.state.seen(by: "cora")?.state.logistics == board.state.logistics)
    }

    @Test func `without quorum a vote is void afterwards, never refused before`() throws {
        let board = try vote([("hale", .adoption(.yes)), ("ravi", .adoption(.yes))])
        let result = try opened(board)
        #expect(result.opened.isVoid)
        #expect(result.opened.results.isEmpty)
        #expect(result.opened.count == 2)
        #expect(board.state.board.pastRounds.map(\.isVoid) == [true])
    }

    @Test func `a required discipline that did not vote makes it void, and is named`() throws {
        let result = try opened(
            vote([("hale", .adoption(.yes)), ("pia", .adoption(.yes)), ("sven", .adoption(.yes))])
        )
        #expect(result.opened.isVoid)
        #expect(result.opened.missingDisciplines == ["radiology"])
    }

    @Test func `an abstention counts for the quorum, not for the strength`() throws {
        let result = try opened(
            vote([("hale", .adoption(.yes)), ("ravi", .adoption(.abstain)), ("pia", .adoption(.yes))])
        )
        #expect(!result.opened.isVoid)
        #expect(result.opened.results.first?.distribution == [2, 0, 1])
        #expect(result.opened.results.first?.percentYes == "100.0000")
        #expect(result.opened.results.first?.strength == "strongConsensus")
    }

    @Test(arguments: [(false, "majority"), (true, "consensus")])
    func `exactly three quarters is what the panel's settings say`(_ rule: (Bool, String)) throws {
        var settings = Saying.settings
        settings.adoption.exactlyThreeQuartersIsConsensus = rule.0
        let choices: [(PersonID, Choice)] = [
            ("hale", .adoption(.yes)), ("ravi", .adoption(.yes)), ("pia", .adoption(.yes)), ("sven", .adoption(.no)),
        ]
        let result = try opened(vote(choices, settings: settings))
        #expect(result.opened.results.first?.percentYes == "75.0000")
        #expect(result.opened.results.first?.strength == rule.1)
        #expect(result.box.ballots.contains { $0.reasons == ["o1": "Zu früh"] })
    }

    @Test func `a vote of abstentions only has neither passed nor failed`() throws {
        let choices = Persona.panel.map { ($0.person, Choice.adoption(.abstain)) }
        let result = try opened(vote(choices)).opened.results.first
        #expect(result?.distribution == [0, 0, 4])
        #expect(result?.percentYes == nil)
        #expect(result?.strength == nil)
    }

    @Test func `ratings are printed as decimals with the version of the rules`() throws {
        let choices = zip(Persona.panel, [7, 8, 8, 9]).map { ($0.person, Choice.rating($1)) }
        let result = try #require(try opened(vote(choices, method: .appropriateness)).opened.results.first)
        #expect(result.distribution == [0, 0, 0, 0, 0, 0, 1, 2, 1])
        #expect(result.median == "8.0000")
        #expect(result.p30 == "7.5000")
        #expect(result.p70 == "8.5000")
        #expect(result.appropriateness == "appropriate")
        #expect(result.disagreement == false)
        #expect(result.rules.hasPrefix("rand-ucla.1"))
    }

    @Test func `a recast ballot is opened with its own reasons, not with those of the one it replaces`() throws {
        var board = try CaseUnderTest.inVoting()
        for (nonce, reason) in [("a", "zuerst"), ("b", "zuletzt")] {
            var cast = CastBallot(
                round: 1,
                optionSet: "os1",
                choices: ratings,
                nonce: String(repeating: nonce, count: 64)
            )
            cast.reasons = ["o1": reason]
            try board.perform(.castBallot(cast), by: "ravi")
        }
        try board.perform(.closeRound(CloseRound(round: 1)), by: "hale")
        #expect(try opened(board).box.ballots.map(\.reasons) == [["o1": "zuletzt"]])
    }

    @Test func `a voter who is recused is not counted, and what they cast is opened as superseded`() throws {
        var board = try CaseUnderTest.inVoting()
        for (person, nonce) in [("ravi", "a"), ("pia", "b"), ("sven", "c"), ("hale", "d")] as [(PersonID, Character)] {
            try board.perform(Saying.ballot(1, ratings, nonce: nonce), by: person)
        }
        try board.perform(.recuse(Recuse(reason: "Befangen")), by: "sven")
        try board.perform(.closeRound(CloseRound(round: 1)), by: "hale")
        let (closed, opened, box) = try opened(board)
        #expect(closed.commitments.count == 4)
        #expect(opened.count == 3 && !opened.isVoid)
        #expect(box.superseded.count == 1)
    }

    @Test(arguments: AdoptionRule.Threshold.allCases)
    func `a text is adopted by the threshold that was frozen, and the result says by which`(
        _ threshold: AdoptionRule.Threshold
    ) throws {
        var settings = Saying.settings
        settings.adoption.threshold = threshold
        let choices: [(PersonID, Choice)] = [
            ("hale", .adoption(.yes)), ("ravi", .adoption(.yes)), ("pia", .adoption(.yes)), ("sven", .adoption(.no)),
        ]
        let result = try #require(opened(vote(choices, settings: settings)).opened.results.first)
        #expect(result.adopted == [.twoThirds, .threeQuarters].contains(threshold))
        #expect(result.rules == (threshold == .awmf ? "awmf.1" : "awmf.1/\(threshold.rawValue)"))
        #expect(result.strength == "majority")
    }

    @Test func `settings frozen by an older version adopt by consensus of the AWMF`() throws {
        let older = #"{"exactlyThreeQuartersIsConsensus":true,"abstentionsCount":false}"#
        let settings = try Canonical.decode(AdoptionSettings.self, from: older.utf8)
        #expect(settings.rule == AdoptionRule(.awmf, atThreeQuarters: .consensus))
    }
}
