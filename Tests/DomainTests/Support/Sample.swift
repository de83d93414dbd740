@testable import TumorBoard

/// A command of every name that fits the case as it stands, where anything does.
enum Sample {
    static func command(_ name: Command.Name, in board: CaseUnderTest, by person: PersonID) -> Command {
        intake(name) ?? review(name, in: board, by: person) ?? panel(name, in: board)
    }

    /// What must lie beside the command.
    static func content(_ name: Command.Name) -> Prepared.Content? {
        name == .fileDocument || name == .fileTranslation ? Source.text("Neuer Befund") : nil
    }

    private static func intake(_ name: Command.Name) -> Command? {
        switch name {
        case .openCase: .openCase(OpenCase(sheet: Saying.sheet))
        case .amendCase: .amendCase(AmendCase(sheet: Saying.sheet))
        case .fileDocument: Source.document("sample", .letter)
        case .fileSeries: .fileSeries(FileSeries(series: series))
        case .classifyPart: .classifyPart(ClassifyPart(part: "letter", nature: .conclusion))
        case .removeDocument: .removeDocument(RemoveDocument(document: "letter", reason: "Doppelt"))
        case .fileTranslation: .fileTranslation(translation)
        case .releaseTranslation: .releaseTranslation(ReleaseTranslation(id: "letter-it"))
        case .transcribeFirstOpinion:
            .transcribeFirstOpinion(TranscribeFirstOpinion(opinion: Saying.firstOpinion))
        case .checkItem: Saying.item("mmr", "histo")
        case .recordConsent: .recordConsent(RecordConsent(date: "2026-05-04"))
        case .invite: .invite(Invite(member: Membership(person: "newt", name: "Newt", role: .observer)))
        case .removeMember: .removeMember(RemoveMember(person: "otto"))
        case .appointChair: .appointChair(AppointChair(person: "ravi", reason: "Der Vorsitz ist befangen"))
        case .freezePanel: .freezePanel(FreezePanel(settings: Saying.settings))
        case .extendDeadline: .extendDeadline(ExtendDeadline(deadline: .start + .days(9), reason: "Urlaub"))
        case .remind: .remind(Remind(person: "sven"))
        case .assignSlot: .assignSlot(AssignSlot(conference: "k1", slot: 1))
        case .deliver: .deliver(Deliver())
        case .withdraw: .withdraw(Withdraw(reason: "Wunsch des Patienten"))
        case .close: .close(Close())
        case .acknowledge: .acknowledge(Acknowledge())
        default: nil
        }
    }

    private static var series: LabSeries {
        var series = Source.haemoglobin
        series.id = "sample"
        return series
    }

    private static let translation = FileTranslation(
        id: "letter-es",
        part: "letter",
        language: "es",
        translator: "Tove Berg",
        isMachine: false
    )

    private static func review(_ name: Command.Name, in board: CaseUnderTest, by person: PersonID) -> Command? {
        let own = board.state.own[person] ?? OwnState()
        let answer = Saying.answer(Saying.coded("intent", "curative"), citing: board.place)
        let kept = own.revision(of: "kept") ?? 1
        return switch name {
        case .declareConflicts: .declareConflicts(DeclareConflicts())
        case .annotate: .annotate(Annotate(annotation: Saying.note("sample", on: board.place)))
        case .amendAnnotation:
            .amendAnnotation(AmendAnnotation(annotation: Saying.note("kept", on: board.place), revision: kept))
        case .deleteAnnotation: .deleteAnnotation(DeleteAnnotation(id: "kept", revision: kept))
        case .markRead: .markRead(MarkRead(part: "ct"))
        case .stateOpinion:
            .stateOpinion(StateOpinion(dimension: .intent, answer: answer, revision: own.answers[.intent] ?? 0))
        case .seal: board.sealCommand(by: person)
        case .recuse: .recuse(Recuse(reason: "Befangen"))
        case .castBallot: Saying.ballot(1, ["o1": .rating(7), "o2": .rating(3)], nonce: "9")
        case .amendOpinion: .amendOpinion(AmendOpinion(dimension: .intent, answer: answer, reason: "Überzeugt"))
        default: nil
        }
    }

    private static func panel(_ name: Command.Name, in board: CaseUnderTest) -> Command {
        let state = board.state.board
        switch name {
        case .postComment: return .postComment(PostComment(comment: Comment(id: "sample", text: "Einverstanden")))
        case .raiseDiscrepancy:
            let raised = Discrepancy(id: "sample", subject: .dimension(.sequence), positions: [])
            return .raiseDiscrepancy(RaiseDiscrepancy(discrepancy: raised))
        case .assessDiscrepancy:
            return .assessDiscrepancy(AssessDiscrepancy(id: "d1", kind: .detection, severity: .threeA))
        case .settleDiscrepancy:
            let settled = SettleDiscrepancy(id: "d1", status: .explained, conclusion: "Schnittbild")
            return .settleDiscrepancy(settled)
        case .proposeOption: return Saying.option("sample")
        case .withdrawOption: return .withdrawOption(WithdrawOption(id: "o2"))
        case .openVoting:
            return .openVoting(OpenVoting(round: Saying.round(state.lastRound + 1, ["o1", "o2"])))
        case .closeRound: return .closeRound(CloseRound(round: state.lastRound))
        case .stateMinority: return .stateMinority(StateMinority(round: 1, text: "Zu riskant"))
        case .beginDrafting: return .beginDrafting(BeginDrafting())
        case .writeDraft:
            var draft = Saying.draft((state.draft?.version ?? 0) + 1, options: ["o1"], values: CaseUnderTest.plan)
            draft.judged = [.scope: .different]
            return .writeDraft(WriteDraft(draft: draft))
        case .returnToDiscussion: return .returnToDiscussion(ReturnToDiscussion(reason: "Offene Frage"))
        case .openSignOff: return .openSignOff(OpenSignOff(version: state.draft?.version ?? 1))
        case .respond: return .respond(Respond(response: Response(version: 1, position: .concur)))
        case .sign: return .sign(Sign(version: 1))
        case .conclude: return .conclude(Conclude(version: 1))
        default: return .addAddendum(AddAddendum(text: "Nachbefund"))
        }
    }
}
