@testable import TumorBoard

/// Cases in the middle of work, so that a command of every name finds something to act on.
extension CaseUnderTest {
    static func busy(in phase: Phase) throws -> CaseUnderTest {
        switch phase {
        case .intake: return try busyIntake()
        case .review: return try busyReview()
        case .discussion: return try busyDiscussion()
        case .voting:
            var board = try busyDiscussion()
            try board.perform(.openVoting(OpenVoting(round: Saying.round(1, ["o1", "o2"]))), by: "hale")
            return board
        case .drafting: return try busyDrafting()
        case .signOff: return try busySignOff()
        default: return try Self.in(phase)
        }
    }

    private static func busyIntake() throws -> CaseUnderTest {
        var board = try prepared()
        let italian = FileTranslation(
            id: "letter-it",
            part: "letter",
            language: "it",
            translator: "Tove Berg",
            isMachine: true
        )
        try board.perform(.fileTranslation(italian), by: "tove", content: Source.text("Consigliamo"))
        return board
    }

    /// Hale and Ravi are at work and have not sealed.
    private static func busyReview() throws -> CaseUnderTest {
        var board = try busyIntake()
        try board.perform(.freezePanel(FreezePanel(settings: Saying.settings)), by: "cora")
        for person: PersonID in ["hale", "ravi"] {
            let finding = Finding(field: "cN", value: person == "hale" ? "2a" : "1", primary: "p1")
            let note = Saying.note("kept", on: board.place, finding: finding)
            try board.perform(.annotate(Annotate(annotation: note)), by: person)
            try board.answerAll(by: person)
        }
        return board
    }

    private static func busyDiscussion() throws -> CaseUnderTest {
        var board = try busyReview()
        for member in Persona.panel { try board.seal(by: member.person) }
        try board.perform(Saying.option("o1", ["IM"]), by: "ravi")
        try board.perform(Saying.option("o2"), by: "sven")
        return board
    }

    private static func busyDrafting() throws -> CaseUnderTest {
        var board = try busyDiscussion()
        try board.perform(.openVoting(OpenVoting(round: Saying.round(1, ["o1", "o2"]))), by: "hale")
        for member in Persona.panel {
            try board.perform(Saying.ballot(1, ["o1": .rating(8), "o2": .rating(2)]), by: member.person)
        }
        try board.perform(.closeRound(CloseRound(round: 1)), by: "hale")
        try board.perform(.beginDrafting(BeginDrafting()), by: "hale")
        try board.perform(Sample.command(.writeDraft, in: board, by: "hale"), by: "hale")
        return board
    }

    /// Hale and Ravi have signed, Pia has answered, Sven is silent.
    private static func busySignOff() throws -> CaseUnderTest {
        var board = try busyDrafting()
        try board.perform(.openSignOff(OpenSignOff(version: 1)), by: "hale")
        for person: PersonID in ["hale", "ravi", "pia"] {
            try board.perform(Sample.command(.respond, in: board, by: person), by: person)
        }
        for person: PersonID in ["hale", "ravi"] { try board.perform(.sign(Sign(version: 1)), by: person) }
        return board
    }
}
