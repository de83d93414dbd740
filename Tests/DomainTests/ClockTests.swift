import Testing

@testable import TumorBoard

@Suite struct ClockTests {
    @Test func `before a deadline nothing is due`() throws {
        var board = try CaseUnderTest.inReview()
        #expect(board.state.nextDeadline == .start + .days(2))
        board.now = Moment(milliseconds: (.start + .days(2)).milliseconds - 1)
        #expect(Rules.elapse(board.state, means: board.means).appended.isEmpty)
    }

    @Test func `at the deadline a sealed quorum is revealed, and the late are listed without their drafts`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["hale", "ravi", "pia"] { try board.seal(by: person) }
        try board.answerAll(by: "sven")
        board.now = .start + .days(2)
        board.elapse()
        #expect(board.state.phase == .discussion)
        guard case .revealed(let payload)? = board.events(.board).first else {
            Issue.record("nothing was revealed")
            return
        }
        let late = payload.reviewers.filter(\.isLate)
        #expect(late.map(\.pseudonym) == [board.state.custody.reviewers["sven"]])
        #expect(late.allSatisfy { $0.opinion == nil && $0.pages.isEmpty })
        #expect(payload.panel.contains { $0.person == "sven" })
    }

    @Test func `without quorum the breach is an event, once, and review goes on`() throws {
        var board = try CaseUnderTest.inReview()
        try board.seal(by: "hale")
        try board.seal(by: "ravi")
        board.now = .start + .days(3)
        board.elapse()
        #expect(board.last(.dossier)?.name == .deadlineBreached)
        #expect(board.state.phase == .review)
        #expect(board.state.phaseDeadline == nil)
        #expect(Rules.elapse(board.state, means: board.means).appended.isEmpty)
        #expect(board.refuses(.markRead(MarkRead(part: "histo")), by: "pia") == nil)
    }

    @Test func `quorum wants every required discipline among the sealed`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["hale", "pia", "sven"] { try board.seal(by: person) }
        board.now = .start + .days(2)
        board.elapse()
        #expect(board.state.dossier.isBreached)
    }

    @Test func `a quorum frozen with the panel counts in place of the usual one`() throws {
        var settings = Saying.settings
        settings.quorum = 4
        var board = try CaseUnderTest.inReview(settings)
        for person: PersonID in ["hale", "pia", "ravi"] { try board.seal(by: person) }
        board.now = .start + .days(2)
        board.elapse()
        #expect(board.state.dossier.isBreached)
    }

    @Test func `after a breach the last seal still reveals`() throws {
        var board = try CaseUnderTest.inReview()
        board.now = .start + .days(3)
        board.elapse()
        for member in Persona.panel { try board.seal(by: member.person) }
        #expect(board.state.phase == .discussion)
    }

    private func extend(to days: Int, _ reason: String = "Urlaub") -> Command {
        .extendDeadline(ExtendDeadline(deadline: .start + .days(days), reason: reason))
    }

    @Test func `before a breach a deadline is the coordinator's to extend, with a reason`() throws {
        var board = try CaseUnderTest.inReview()
        #expect(board.refuses(extend(to: 3, ""), by: "cora") == .reasonRequired)
        #expect(board.refuses(extend(to: 2), by: "cora") == .invalid)
        let refusal = board.refusal(of: extend(to: 3), by: "hale")
        #expect(refusal == Rejection(.roleForbids, "extendDeadline"))
        try board.perform(extend(to: 3), by: "cora")
        #expect(board.state.nextDeadline == .start + .days(3))
    }

    @Test(arguments: ["cora", "hale"] as [PersonID])
    func `after a breach chair and coordinator extend with a reason`(_ person: PersonID) throws {
        var board = try CaseUnderTest.inReview()
        board.now = .start + .days(4)
        board.elapse()
        #expect(board.state.dossier.isBreached)
        #expect(board.refuses(extend(to: 5, ""), by: person) == .reasonRequired)
        #expect(board.refuses(extend(to: 4), by: person) == .invalid)
        try board.perform(extend(to: 5), by: person)
        #expect(!board.state.dossier.isBreached)
        #expect(board.state.nextDeadline == .start + .days(5))
    }

    @Test func `a due deadline is decided before the next command`() throws {
        var board = try CaseUnderTest.inReview()
        for person: PersonID in ["hale", "ravi", "pia"] { try board.seal(by: person) }
        try board.answerAll(by: "sven")
        board.now = .start + .days(2)
        #expect(board.refuses(board.sealCommand(by: "sven"), by: "sven") == .phaseForbids)
    }

    @Test func `a round that has run out is closed and opened by the clock`() throws {
        var board = try CaseUnderTest.inDiscussion()
        try board.perform(Saying.option("o1"), by: "ravi")
        var round = Saying.round(1, ["o1"])
        round.closes = .start + .hours(1)
        try board.perform(.openVoting(OpenVoting(round: round)), by: "hale")
        #expect(board.state.nextDeadline == .start + .hours(1))
        for member in Persona.panel {
            try board.perform(Saying.ballot(1, ["o1": .rating(8)]), by: member.person)
        }
        board.now = .start + .hours(1)
        board.elapse()
        #expect(board.state.phase == .discussion)
        #expect(board.events(.board).suffix(2).map(\.name) == [.roundClosed, .roundOpened])
    }

    @Test func `a clinical deadline that passes without a delivery is put on record, once, and stops nothing`() throws {
        var board = try CaseUnderTest.inDiscussion()
        #expect(board.state.nextDeadline == Saying.sheet.clinicalDeadline)
        board.now = .start + .days(9)
        try board.perform(Saying.option("o1"), by: "ravi")
        #expect(board.last(.dossier)?.name == .clinicalDeadlineMissed)
        #expect(board.state.phase == .discussion)
        #expect(board.state.nextDeadline == nil)
        #expect(Rules.elapse(board.state, means: board.means).appended.isEmpty)
    }

    @Test func `in review both may pass at once, and both are said`() throws {
        var board = try CaseUnderTest.inReview()
        board.now = .start + .days(10)
        board.elapse()
        #expect(board.events(.dossier).suffix(2).map(\.name) == [.clinicalDeadlineMissed, .deadlineBreached])
    }

    @Test func `once delivered, or amended to a later day, nothing is missed`() throws {
        #expect(try CaseUnderTest.signed().state.nextDeadline == Saying.sheet.clinicalDeadline)
        #expect(try CaseUnderTest.delivered().state.nextDeadline == nil)
        var board = try CaseUnderTest.prepared()
        board.now = .start + .days(9)
        board.elapse()
        var sheet = Saying.sheet
        sheet.clinicalDeadline = .start + .days(20)
        try board.perform(.amendCase(AmendCase(sheet: sheet)), by: "cora")
        #expect(board.state.nextDeadline == .start + .days(20))
    }

    @Test func `a reminder goes to who has not sealed, once a day`() throws {
        var board = try CaseUnderTest.inReview()
        try board.seal(by: "ravi")
        let remind = { (person: PersonID) in Command.remind(Remind(person: person)) }
        #expect(board.refuses(remind("ravi"), by: "cora") == .alreadyDone)
        #expect(board.refuses(remind("otto"), by: "cora") == .unknown)
        try board.perform(remind("pia"), by: "cora")
        #expect(board.state.standing(of: "pia").remindedAt == .start)
        #expect(board.refuses(remind("pia"), by: "cora") == .limitReached)
        board.now = .start + .hours(24)
        #expect(board.refuses(remind("pia"), by: "cora") == nil)
    }

    @Test func `a case is withdrawn with a reason, and an open round stays closed`() throws {
        var board = try CaseUnderTest.inVoting()
        try board.perform(Saying.ballot(1, ["o1": .rating(8), "o2": .rating(1)]), by: "ravi")
        #expect(board.refuses(.withdraw(Withdraw(reason: "")), by: "cora") == .reasonRequired)
        try board.perform(.withdraw(Withdraw(reason: "Patient verstorben")), by: "cora")
        #expect(board.state.phase == .withdrawn)
        #expect(board.last(.board)?.name == .votingOpened)
        #expect(board.state.nextDeadline == nil)
    }
}
