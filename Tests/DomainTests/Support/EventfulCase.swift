@testable import TumorBoard

extension CaseUnderTest {
    /// A case in which everything happens that can happen to one case.
    static func eventful() throws -> CaseUnderTest {
        var board = try busy(in: .intake)
        try board.perform(.amendCase(AmendCase(sheet: Saying.sheet)), by: "cora")
        try board.perform(.classifyPart(ClassifyPart(part: "letter", nature: .conclusion)), by: "cora")
        let double = Source.document("double", .letter)
        try board.perform(double, by: "cora", content: Source.text("Doppelt"))
        try board.perform(.removeDocument(RemoveDocument(document: "double", reason: "Doppelt")), by: "cora")
        try board.perform(
            .invite(Invite(member: Membership(person: "newt", name: "Newt", role: .observer))),
            by: "cora"
        )
        try board.perform(.removeMember(RemoveMember(person: "newt")), by: "cora")
        try board.perform(.assignSlot(AssignSlot(conference: "k1", slot: 2)), by: "cora")
        try board.perform(.freezePanel(FreezePanel(settings: Saying.settings)), by: "cora")
        try board.review()
        try board.discuss()
        try board.recommend()
        return board
    }

    private mutating func review() throws {
        try perform(.remind(Remind(person: "pia")), by: "cora")
        let finding = Finding(field: "cN", value: "2a", primary: "p1", tnmEdition: "8")
        let selector = TextSelector(start: 0, end: 5, exact: "Mäßig", prefix: "", suffix: " diff")
        let quoted = Target(part: "histo", version: place.version, text: selector)
        try perform(.annotate(Annotate(annotation: Saying.note("n1", on: quoted, finding: finding))), by: "ravi")
        let version = state.dossier.sources["scan"]?.hash
        let region = Target(part: "scan", version: version, region: RegionSelector(x: 1.5, y: 2, w: 30, h: 40))
        let amended = AmendAnnotation(annotation: Saying.note("n1", on: region), revision: 1)
        try perform(.amendAnnotation(amended), by: "ravi")
        try perform(.annotate(Annotate(annotation: Saying.note("n2", on: place))), by: "ravi")
        try perform(.deleteAnnotation(DeleteAnnotation(id: "n2", revision: 1)), by: "ravi")
        try perform(.markRead(MarkRead(part: "histo")), by: "ravi")
        now = .start + .days(2)
        elapse()
        let extended = ExtendDeadline(deadline: .start + .days(5), reason: "Krankheit")
        try perform(.extendDeadline(extended), by: "hale")
        for person: PersonID in ["hale", "ravi", "sven"] { try seal(by: person) }
        try perform(.recuse(Recuse(reason: "Befangen")), by: "pia")
    }

    private mutating func discuss() throws {
        let reply = Comment(id: "c2", discrepancy: "d1", replyTo: "c1", text: "Ja", target: place)
        try perform(.postComment(PostComment(comment: Comment(id: "c1", text: "Nein"))), by: "sven")
        try perform(.postComment(PostComment(comment: reply)), by: "ravi")
        for name: Command.Name in [.raiseDiscrepancy, .assessDiscrepancy, .settleDiscrepancy, .amendOpinion] {
            try perform(Sample.command(name, in: self, by: "hale"), by: "hale")
        }
        try perform(Saying.option("o1", ["IM"]), by: "ravi")
        try perform(Saying.option("o2"), by: "sven")
        try perform(Saying.option("o3"), by: "sven")
        try perform(.withdrawOption(WithdrawOption(id: "o3")), by: "sven")
        try perform(.openVoting(OpenVoting(round: Saying.round(1, ["o1", "o2"]))), by: "hale")
        for person: PersonID in ["hale", "ravi", "sven"] {
            try perform(Saying.ballot(1, ["o1": .rating(8), "o2": .rating(2)]), by: person)
        }
        try perform(.closeRound(CloseRound(round: 1)), by: "hale")
        try perform(.stateMinority(StateMinority(round: 1, text: "Zu riskant")), by: "sven")
    }

    private mutating func recommend() throws {
        now = .start + .days(9)
        try perform(.beginDrafting(BeginDrafting()), by: "hale")
        try perform(Sample.command(.writeDraft, in: self, by: "hale"), by: "hale")
        try perform(.returnToDiscussion(ReturnToDiscussion(reason: "Offene Frage")), by: "hale")
        try perform(.beginDrafting(BeginDrafting()), by: "hale")
        try perform(.openSignOff(OpenSignOff(version: 1)), by: "hale")
        for person: PersonID in ["sven", "hale"] { try perform(.recuse(Recuse(reason: "Befangen")), by: person) }
        let appointed = AppointChair(person: "ravi", reason: "Der Vorsitz ist befangen")
        try perform(.appointChair(appointed), by: "cora")
        try perform(.invite(Invite(member: Persona.nora)), by: "cora")
        try perform(.declareConflicts(DeclareConflicts()), by: "nora")
        for person: PersonID in ["ravi", "nora"] {
            try perform(Sample.command(.respond, in: self, by: person), by: person)
            try perform(.sign(Sign(version: 1)), by: person)
        }
        try perform(.conclude(Conclude(version: 1)), by: "ravi")
        try perform(.addAddendum(AddAddendum(text: "Nachbefund")), by: "ravi")
        try perform(.deliver(Deliver()), by: "cora")
        try perform(.acknowledge(Acknowledge()), by: "rhea")
        try perform(.close(Close()), by: "cora")
    }
}
