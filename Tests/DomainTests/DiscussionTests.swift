import Testing

@testable import TumorBoard

@Suite struct DiscussionTests {
    private func comment(
        _ id: CommentID,
        on discrepancy: DiscrepancyID? = nil,
        replyTo: CommentID? = nil,
        text: String = "Sehe ich anders."
    ) -> Command {
        .postComment(PostComment(comment: Comment(id: id, discrepancy: discrepancy, replyTo: replyTo, text: text)))
    }

    private func raise(_ id: DiscrepancyID, _ subject: Discrepancy.Subject, holders: [String]) -> Command {
        let position = Discrepancy.Position(holders: holders, value: Saying.words("anders"))
        return .raiseDiscrepancy(
            RaiseDiscrepancy(discrepancy: Discrepancy(id: id, subject: subject, positions: [position]))
        )
    }

    @Test func `comments carry names, and hang on a discrepancy or an earlier comment`() throws {
        var board = try CaseUnderTest.inDiscussion()
        try board.perform(comment("c1", on: "d1"), by: "ravi")
        #expect(board.refuses(comment("c1"), by: "ravi") == .exists)
        #expect(board.refuses(comment("c2", on: "d99"), by: "ravi") == .unknown)
        #expect(board.refuses(comment("c2", replyTo: "c9"), by: "ravi") == .unknown)
        #expect(board.refuses(comment("c2", replyTo: "c1"), by: "pia") == nil)
        #expect(board.refuses(comment("c2", text: "\n"), by: "pia") == .invalid)
        guard case .commented(let payload)? = board.last(.board) else { return }
        #expect(payload.by == "ravi")
    }

    @Test(arguments: [Phase.intake, .review, .voting, .signed, .delivered, .closed, .withdrawn])
    func `nobody comments in a sealed phase, or when it is over`(_ phase: Phase) throws {
        let board = try CaseUnderTest.in(phase)
        for member in Persona.panel { #expect(board.refuses(comment("c1"), by: member.person) == .phaseForbids) }
    }

    @Test(arguments: [Phase.discussion, .drafting, .signOff])
    func `the panel comments while it works in the open`(_ phase: Phase) throws {
        #expect(try CaseUnderTest.in(phase).refuses(comment("c1"), by: "ravi") == nil)
    }

    @Test func `a comment's place is a published one`() throws {
        let board = try CaseUnderTest.inDiscussion()
        func refuse(_ target: Target) -> Rejection.Code? {
            let comment = Comment(id: "c1", text: "Hier", target: target)
            return board.refuses(.postComment(PostComment(comment: comment)), by: "ravi")
        }
        #expect(refuse(board.place) == nil)
        #expect(refuse(Target(part: "letter", version: "x")) == .unknown)
    }

    @Test func `the panel raises what no machine compares, one thread for each subject`() throws {
        var board = try CaseUnderTest.inDiscussion()
        let scope = Discrepancy.Subject.dimension(.scope)
        try board.perform(raise("x1", scope, holders: ["R-A", "first-opinion"]), by: "pia")
        #expect(board.refuses(raise("x1", .dimension(.sequence), holders: ["R-A"]), by: "pia") == .exists)
        #expect(board.refuses(raise("x2", scope, holders: ["R-A"]), by: "pia") == .exists)
        #expect(board.refuses(raise("x2", .dimension(.stage), holders: ["R-A"]), by: "pia") == .exists)
        #expect(board.refuses(raise("x2", .dimension(.sequence), holders: ["pia"]), by: "pia") == .unknown)
        #expect(board.refuses(raise("x2", .dimension(.sequence), holders: []), by: "pia") == .unknown)
        #expect(board.refuses(raise("x2", .field("c N", primary: nil), holders: ["R-A"]), by: "pia") == .invalid)
        #expect(board.refuses(comment("c1", on: "x1"), by: "ravi") == nil)
    }

    @Test func `the chair assesses and settles, with words unless it is reopened`() throws {
        let board = try CaseUnderTest.inDiscussion()
        func settle(_ status: Discrepancy.Status, _ conclusion: String, id: DiscrepancyID = "d1") -> Command {
            .settleDiscrepancy(SettleDiscrepancy(id: id, status: status, conclusion: conclusion))
        }
        #expect(board.refuses(settle(.explained, "Anderes Schnittbild"), by: "hale") == nil)
        #expect(board.refuses(settle(.explained, ""), by: "hale") == .reasonRequired)
        #expect(board.refuses(settle(.open, ""), by: "hale") == nil)
        #expect(board.refuses(settle(.resolved, "so", id: "d99"), by: "hale") == .unknown)
        #expect(board.refuses(settle(.resolved, "so"), by: "ravi") == .roleForbids)
        let assess = AssessDiscrepancy(id: "d1", kind: .interpretation, severity: .twoB)
        #expect(board.refuses(.assessDiscrepancy(assess), by: "hale") == nil)
        #expect(board.refuses(.assessDiscrepancy(assess), by: "pia") == .roleForbids)
    }

    @Test func `an amended opinion stands under the pseudonym, beside the original, with a reason`() throws {
        var board = try CaseUnderTest.inDiscussion()
        var amend = AmendOpinion(
            dimension: .stage,
            answer: Saying.answer(Saying.coded("tnm-8", "cT3", "cN1", "cM0"), citing: board.place),
            reason: ""
        )
        #expect(board.refuses(.amendOpinion(amend), by: "ravi") == .reasonRequired)
        amend.reason = "Überzeugt"
        try board.perform(.amendOpinion(amend), by: "ravi")
        guard case .opinionAmended(let payload)? = board.last(.board) else {
            Issue.record("nothing was amended")
            return
        }
        #expect(payload.pseudonym == board.state.custody.reviewers["ravi"])
        #expect(!String(decoding: Canonical.bytes(payload), as: UTF8.self).contains("ravi"))
    }

    @Test func `who has not sealed has nothing to amend, but takes part`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["hale", "ravi", "pia"] { try board.seal(by: person) }
        board.now = .start + .days(2)
        board.elapse()
        let answer = Saying.answer(Saying.words("anders"), citing: board.place)
        let amend = AmendOpinion(dimension: .stage, answer: answer, reason: "Nachtrag")
        #expect(board.refuses(.amendOpinion(amend), by: "sven") == .incomplete)
        #expect(board.refuses(comment("c1"), by: "sven") == nil)
        #expect(board.refuses(Saying.option("o1"), by: "sven") == nil)
    }

    @Test func `options are of known therapies, and withdrawn by the chair or who proposed them`() throws {
        var board = try CaseUnderTest.inDiscussion()
        #expect(board.refuses(Saying.option("o1", ["XX"]), by: "ravi") == .invalid)
        try board.perform(Saying.option("o1", ["CH", "OP", "CH"]), by: "ravi")
        #expect(board.refuses(Saying.option("o1"), by: "pia") == .exists)
        let withdraw = Command.withdrawOption(WithdrawOption(id: "o1"))
        #expect(board.refuses(withdraw, by: "pia") == .roleForbids)
        #expect(board.refuses(withdraw, by: "hale") == nil)
        try board.perform(withdraw, by: "ravi")
        #expect(board.refuses(withdraw, by: "ravi") == .alreadyDone)
        #expect(board.refuses(.withdrawOption(WithdrawOption(id: "o9")), by: "ravi") == .unknown)
    }

    @Test func `an option that the draft adopts is not withdrawn`() throws {
        var board = try CaseUnderTest.inSignOff()
        try board.perform(.returnToDiscussion(ReturnToDiscussion(reason: "Noch offen")), by: "hale")
        #expect(board.refuses(.withdrawOption(WithdrawOption(id: "o1")), by: "ravi") == .alreadyDone)
        #expect(board.refuses(.withdrawOption(WithdrawOption(id: "o2")), by: "sven") == nil)
    }

    @Test func `a person's options are limited, whoever else has proposed`() throws {
        var board = try CaseUnderTest.inDiscussion()
        for number in 1...Limits.optionsPerPerson {
            try board.perform(Saying.option(OptionID(stringLiteral: "o\(number)")), by: "ravi")
        }
        #expect(board.refuses(Saying.option("more"), by: "ravi") == .limitReached)
        #expect(board.refuses(Saying.option("more"), by: "pia") == nil)
    }

    /// Subjects of different names, as many as somebody likes.
    private func field(_ number: Int) -> Discrepancy.Subject { .field("f\(number)", primary: nil) }

    @Test func `a person's discrepancies are limited, whoever else has raised some`() throws {
        var board = try CaseUnderTest.inDiscussion()
        for number in 1...Limits.discrepanciesPerPerson {
            let id = DiscrepancyID(stringLiteral: "x\(number)")
            try board.perform(raise(id, field(number), holders: ["R-A"]), by: "ravi")
        }
        #expect(board.refuses(raise("more", field(0), holders: ["R-A"]), by: "ravi") == .limitReached)
        #expect(board.refuses(raise("more", field(0), holders: ["R-A"]), by: "pia") == nil)
    }

    @Test func `a person's amendments are limited, whoever else has amended`() throws {
        var board = try CaseUnderTest.inDiscussion()
        let answer = Saying.answer(Saying.words("anders"), citing: board.place)
        let amend = Command.amendOpinion(AmendOpinion(dimension: .stage, answer: answer, reason: "Nachtrag"))
        for _ in 1...Limits.amendmentsPerPerson { try board.perform(amend, by: "ravi") }
        #expect(board.refuses(amend, by: "ravi") == .limitReached)
        #expect(board.refuses(amend, by: "pia") == nil)
    }
}
