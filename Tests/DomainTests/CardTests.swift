import Testing

@testable import TumorBoard

@Suite struct CardTests {
    @Test func `a card shows what its reader may see`() throws {
        let board = try CaseUnderTest.inVoting()
        #expect(board.state.card.title == Saying.sheet.title)
        #expect(board.state.card.board?.round == 1)
        #expect(board.state.seen(by: "ravi")?.state.card == board.state.card)
        #expect(board.state.seen(by: "tove")?.state.card.board == nil)
    }

    @Test(arguments: Phase.allCases)
    func `a card tells by when the case should leave its phase: the review's deadline, or a target that none enforces`(
        _ phase: Phase
    ) throws {
        let board = try CaseUnderTest.in(phase)
        let target: Duration? =
            switch phase {
            case .intake, .delivered: .days(3)
            case .review, .discussion: .days(2)
            case .voting, .drafting, .signOff, .signed: .days(1)
            case .closed, .withdrawn: nil
            }
        #expect(board.state.card.phaseDue == target.map { .start + $0 })
        // What a list shows to who reads the dossier alone is the same: it tells nothing of the board.
        #expect(board.state.seen(by: "tove")?.state.card.phaseDue == board.state.card.phaseDue)
    }

    @Test func `a recipient's card tells what the delivery is about, and nothing else of the case`() throws {
        let card = try CaseUnderTest.delivered().state.seen(by: "rhea")?.state.card
        #expect(card?.phase == .delivered)
        #expect(card?.title == Saying.sheet.title && card?.patient == Saying.sheet.patient)
        #expect(card?.board == nil && card?.clinicalDeadline == nil && card?.reviewDeadline == nil)
        #expect(card?.phaseDue == nil)
        #expect(card?.urgency == nil && card?.slots == [:])
    }

    @Test func `before the reveal a card has no board part, even for the panel`() throws {
        #expect(try CaseUnderTest.inReview().state.card.board == nil)
    }

    @Test func `a card knows its conference slot and the draft that is out for signature`() throws {
        var board = try CaseUnderTest.inSignOff()
        try board.perform(.assignSlot(AssignSlot(conference: "k1", slot: 3)), by: "cora")
        #expect(board.refuses(.assignSlot(AssignSlot(conference: "k1", slot: 3)), by: "cora") == .alreadyDone)
        #expect(board.refuses(.assignSlot(AssignSlot(conference: "k1", slot: 0)), by: "cora") == .invalid)
        #expect(board.state.card.slots == ["k1": 3])
        #expect(board.state.card.board?.signOffVersion == 1)
    }

    @Test func `one's standing follows one's own acts`() throws {
        var board = try CaseUnderTest.inReview()
        #expect(board.state.standing(of: "ravi").conflictsDeclared)
        #expect(!board.state.standing(of: "ravi").sealed)
        try board.seal(by: "ravi")
        #expect(board.state.standing(of: "ravi").sealed)
        #expect(!board.state.standing(of: "pia").sealed)
        let signed = try CaseUnderTest.signed().state.standing(of: "sven")
        #expect(signed.castRound == 1 && signed.respondedVersion == 1 && signed.signedVersion == 1)
    }

    @Test func `a case weighs more the more happens in it`() throws {
        let weights = try [Phase.intake, .review, .discussion, .signed].map { try CaseUnderTest.in($0).state.weight }
        #expect(weights == weights.sorted())
        #expect(Set(weights).count == weights.count)
    }
}
