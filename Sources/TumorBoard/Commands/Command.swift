/// Everything that can be said to a case, in the imperative. On the wire `{"annotate": {…}}`.
package enum Command: Sendable {
    case openCase(OpenCase)
    case amendCase(AmendCase)
    case fileDocument(FileDocument)
    case fileSeries(FileSeries)
    case classifyPart(ClassifyPart)
    case removeDocument(RemoveDocument)
    case fileTranslation(FileTranslation)
    case releaseTranslation(ReleaseTranslation)
    case transcribeFirstOpinion(TranscribeFirstOpinion)
    case checkItem(CheckItem)
    case recordConsent(RecordConsent)
    case invite(Invite)
    case removeMember(RemoveMember)
    case appointChair(AppointChair)
    case freezePanel(FreezePanel)
    case extendDeadline(ExtendDeadline)
    case remind(Remind)
    case assignSlot(AssignSlot)
    case deliver(Deliver)
    case withdraw(Withdraw)
    case close(Close)
    case declareConflicts(DeclareConflicts)
    case annotate(Annotate)
    case amendAnnotation(AmendAnnotation)
    case deleteAnnotation(DeleteAnnotation)
    case markRead(MarkRead)
    case stateOpinion(StateOpinion)
    case seal(Seal)
    case recuse(Recuse)
    case castBallot(CastBallot)
    case postComment(PostComment)
    case raiseDiscrepancy(RaiseDiscrepancy)
    case assessDiscrepancy(AssessDiscrepancy)
    case settleDiscrepancy(SettleDiscrepancy)
    case amendOpinion(AmendOpinion)
    case proposeOption(ProposeOption)
    case withdrawOption(WithdrawOption)
    case openVoting(OpenVoting)
    case closeRound(CloseRound)
    case stateMinority(StateMinority)
    case beginDrafting(BeginDrafting)
    case writeDraft(WriteDraft)
    case returnToDiscussion(ReturnToDiscussion)
    case openSignOff(OpenSignOff)
    case respond(Respond)
    case sign(Sign)
    case conclude(Conclude)
    case addAddendum(AddAddendum)
    case acknowledge(Acknowledge)

    /// The name on the wire: the single key of the object.
    package enum Name: String, CodingKey, CaseIterable, Sendable {
        case openCase, amendCase, fileDocument, fileSeries, classifyPart, removeDocument, fileTranslation,
            releaseTranslation, transcribeFirstOpinion, checkItem, recordConsent, invite, removeMember,
            appointChair, freezePanel, extendDeadline, remind, assignSlot, deliver, withdraw, close, declareConflicts,
            annotate, amendAnnotation, deleteAnnotation, markRead, stateOpinion, seal, recuse, castBallot,
            postComment, raiseDiscrepancy, assessDiscrepancy, settleDiscrepancy, amendOpinion, proposeOption,
            withdrawOption, openVoting, closeRound, stateMinority, beginDrafting, writeDraft,
            returnToDiscussion, openSignOff, respond, sign, conclude, addAddendum, acknowledge
    }

    package var name: Name {
        switch self {
        case .openCase: .openCase
        case .amendCase: .amendCase
        case .fileDocument: .fileDocument
        case .fileSeries: .fileSeries
        case .classifyPart: .classifyPart
        case .removeDocument: .removeDocument
        case .fileTranslation: .fileTranslation
        case .releaseTranslation: .releaseTranslation
        case .transcribeFirstOpinion: .transcribeFirstOpinion
        case .checkItem: .checkItem
        case .recordConsent: .recordConsent
        case .invite: .invite
        case .removeMember: .removeMember
        case .appointChair: .appointChair
        case .freezePanel: .freezePanel
        case .extendDeadline: .extendDeadline
        case .remind: .remind
        case .assignSlot: .assignSlot
        case .deliver: .deliver
        case .withdraw: .withdraw
        case .close: .close
        case .declareConflicts: .declareConflicts
        case .annotate: .annotate
        case .amendAnnotation: .amendAnnotation
        case .deleteAnnotation: .deleteAnnotation
        case .markRead: .markRead
        case .stateOpinion: .stateOpinion
        case .seal: .seal
        case .recuse: .recuse
        case .castBallot: .castBallot
        case .postComment: .postComment
        case .raiseDiscrepancy: .raiseDiscrepancy
        case .assessDiscrepancy: .assessDiscrepancy
        case .settleDiscrepancy: .settleDiscrepancy
        case .amendOpinion: .amendOpinion
        case .proposeOption: .proposeOption
        case .withdrawOption: .withdrawOption
        case .openVoting: .openVoting
        case .closeRound: .closeRound
        case .stateMinority: .stateMinority
        case .beginDrafting: .beginDrafting
        case .writeDraft: .writeDraft
        case .returnToDiscussion: .returnToDiscussion
        case .openSignOff: .openSignOff
        case .respond: .respond
        case .sign: .sign
        case .conclude: .conclude
        case .addAddendum: .addAddendum
        case .acknowledge: .acknowledge
        }
    }
}

extension Command: Codable {
    /// Reads `{"name": {…}}`; unknown fields inside are ignored, an unknown name is an error.
    package init(from decoder: any Decoder) throws {
        let (container, name) = try decoder.soleEntry(keyedBy: Name.self)
        switch name {
        case .openCase: self = .openCase(try container.decode(OpenCase.self, forKey: name))
        case .amendCase: self = .amendCase(try container.decode(AmendCase.self, forKey: name))
        case .fileDocument: self = .fileDocument(try container.decode(FileDocument.self, forKey: name))
        case .fileSeries: self = .fileSeries(try container.decode(FileSeries.self, forKey: name))
        case .classifyPart: self = .classifyPart(try container.decode(ClassifyPart.self, forKey: name))
        case .removeDocument: self = .removeDocument(try container.decode(RemoveDocument.self, forKey: name))
        case .fileTranslation: self = .fileTranslation(try container.decode(FileTranslation.self, forKey: name))
        case .releaseTranslation:
            self = .releaseTranslation(try container.decode(ReleaseTranslation.self, forKey: name))
        case .transcribeFirstOpinion:
            self = .transcribeFirstOpinion(try container.decode(TranscribeFirstOpinion.self, forKey: name))
        case .checkItem: self = .checkItem(try container.decode(CheckItem.self, forKey: name))
        case .recordConsent: self = .recordConsent(try container.decode(RecordConsent.self, forKey: name))
        case .invite: self = .invite(try container.decode(Invite.self, forKey: name))
        case .removeMember: self = .removeMember(try container.decode(RemoveMember.self, forKey: name))
        case .appointChair: self = .appointChair(try container.decode(AppointChair.self, forKey: name))
        case .freezePanel: self = .freezePanel(try container.decode(FreezePanel.self, forKey: name))
        case .extendDeadline: self = .extendDeadline(try container.decode(ExtendDeadline.self, forKey: name))
        case .remind: self = .remind(try container.decode(Remind.self, forKey: name))
        case .assignSlot: self = .assignSlot(try container.decode(AssignSlot.self, forKey: name))
        case .deliver: self = .deliver(try container.decode(Deliver.self, forKey: name))
        case .withdraw: self = .withdraw(try container.decode(Withdraw.self, forKey: name))
        case .close: self = .close(try container.decode(Close.self, forKey: name))
        case .declareConflicts: self = .declareConflicts(try container.decode(DeclareConflicts.self, forKey: name))
        case .annotate: self = .annotate(try container.decode(Annotate.self, forKey: name))
        case .amendAnnotation: self = .amendAnnotation(try container.decode(AmendAnnotation.self, forKey: name))
        case .deleteAnnotation: self = .deleteAnnotation(try container.decode(DeleteAnnotation.self, forKey: name))
        case .markRead: self = .markRead(try container.decode(MarkRead.self, forKey: name))
        case .stateOpinion: self = .stateOpinion(try container.decode(StateOpinion.self, forKey: name))
        case .seal: self = .seal(try container.decode(Seal.self, forKey: name))
        case .recuse: self = .recuse(try container.decode(Recuse.self, forKey: name))
        case .castBallot: self = .castBallot(try container.decode(CastBallot.self, forKey: name))
        case .postComment: self = .postComment(try container.decode(PostComment.self, forKey: name))
        case .raiseDiscrepancy: self = .raiseDiscrepancy(try container.decode(RaiseDiscrepancy.self, forKey: name))
        case .assessDiscrepancy: self = .assessDiscrepancy(try container.decode(AssessDiscrepancy.self, forKey: name))
        case .settleDiscrepancy: self = .settleDiscrepancy(try container.decode(SettleDiscrepancy.self, forKey: name))
        case .amendOpinion: self = .amendOpinion(try container.decode(AmendOpinion.self, forKey: name))
        case .proposeOption: self = .proposeOption(try container.decode(ProposeOption.self, forKey: name))
        case .withdrawOption: self = .withdrawOption(try container.decode(WithdrawOption.self, forKey: name))
        case .openVoting: self = .openVoting(try container.decode(OpenVoting.self, forKey: name))
        case .closeRound: self = .closeRound(try container.decode(CloseRound.self, forKey: name))
        case .stateMinority: self = .stateMinority(try container.decode(StateMinority.self, forKey: name))
        case .beginDrafting: self = .beginDrafting(try container.decode(BeginDrafting.self, forKey: name))
        case .writeDraft: self = .writeDraft(try container.decode(WriteDraft.self, forKey: name))
        case .returnToDiscussion:
            self = .returnToDiscussion(try container.decode(ReturnToDiscussion.self, forKey: name))
        case .openSignOff: self = .openSignOff(try container.decode(OpenSignOff.self, forKey: name))
        case .respond: self = .respond(try container.decode(Respond.self, forKey: name))
        case .sign: self = .sign(try container.decode(Sign.self, forKey: name))
        case .conclude: self = .conclude(try container.decode(Conclude.self, forKey: name))
        case .addAddendum: self = .addAddendum(try container.decode(AddAddendum.self, forKey: name))
        case .acknowledge: self = .acknowledge(try container.decode(Acknowledge.self, forKey: name))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        switch self {
        case .openCase(let payload): try container.encode(payload, forKey: .openCase)
        case .amendCase(let payload): try container.encode(payload, forKey: .amendCase)
        case .fileDocument(let payload): try container.encode(payload, forKey: .fileDocument)
        case .fileSeries(let payload): try container.encode(payload, forKey: .fileSeries)
        case .classifyPart(let payload): try container.encode(payload, forKey: .classifyPart)
        case .removeDocument(let payload): try container.encode(payload, forKey: .removeDocument)
        case .fileTranslation(let payload): try container.encode(payload, forKey: .fileTranslation)
        case .releaseTranslation(let payload): try container.encode(payload, forKey: .releaseTranslation)
        case .transcribeFirstOpinion(let payload): try container.encode(payload, forKey: .transcribeFirstOpinion)
        case .checkItem(let payload): try container.encode(payload, forKey: .checkItem)
        case .recordConsent(let payload): try container.encode(payload, forKey: .recordConsent)
        case .invite(let payload): try container.encode(payload, forKey: .invite)
        case .removeMember(let payload): try container.encode(payload, forKey: .removeMember)
        case .appointChair(let payload): try container.encode(payload, forKey: .appointChair)
        case .freezePanel(let payload): try container.encode(payload, forKey: .freezePanel)
        case .extendDeadline(let payload): try container.encode(payload, forKey: .extendDeadline)
        case .remind(let payload): try container.encode(payload, forKey: .remind)
        case .assignSlot(let payload): try container.encode(payload, forKey: .assignSlot)
        case .deliver(let payload): try container.encode(payload, forKey: .deliver)
        case .withdraw(let payload): try container.encode(payload, forKey: .withdraw)
        case .close(let payload): try container.encode(payload, forKey: .close)
        case .declareConflicts(let payload): try container.encode(payload, forKey: .declareConflicts)
        case .annotate(let payload): try container.encode(payload, forKey: .annotate)
        case .amendAnnotation(let payload): try container.encode(payload, forKey: .amendAnnotation)
        case .deleteAnnotation(let payload): try container.encode(payload, forKey: .deleteAnnotation)
        case .markRead(let payload): try container.encode(payload, forKey: .markRead)
        case .stateOpinion(let payload): try container.encode(payload, forKey: .stateOpinion)
        case .seal(let payload): try container.encode(payload, forKey: .seal)
        case .recuse(let payload): try container.encode(payload, forKey: .recuse)
        case .castBallot(let payload): try container.encode(payload, forKey: .castBallot)
        case .postComment(let payload): try container.encode(payload, forKey: .postComment)
        case .raiseDiscrepancy(let payload): try container.encode(payload, forKey: .raiseDiscrepancy)
        case .assessDiscrepancy(let payload): try container.encode(payload, forKey: .assessDiscrepancy)
        case .settleDiscrepancy(let payload): try container.encode(payload, forKey: .settleDiscrepancy)
        case .amendOpinion(let payload): try container.encode(payload, forKey: .amendOpinion)
        case .proposeOption(let payload): try container.encode(payload, forKey: .proposeOption)
        case .withdrawOption(let payload): try container.encode(payload, forKey: .withdrawOption)
        case .openVoting(let payload): try container.encode(payload, forKey: .openVoting)
        case .closeRound(let payload): try container.encode(payload, forKey: .closeRound)
        case .stateMinority(let payload): try container.encode(payload, forKey: .stateMinority)
        case .beginDrafting(let payload): try container.encode(payload, forKey: .beginDrafting)
        case .writeDraft(let payload): try container.encode(payload, forKey: .writeDraft)
        case .returnToDiscussion(let payload): try container.encode(payload, forKey: .returnToDiscussion)
        case .openSignOff(let payload): try container.encode(payload, forKey: .openSignOff)
        case .respond(let payload): try container.encode(payload, forKey: .respond)
        case .sign(let payload): try container.encode(payload, forKey: .sign)
        case .conclude(let payload): try container.encode(payload, forKey: .conclude)
        case .addAddendum(let payload): try container.encode(payload, forKey: .addAddendum)
        case .acknowledge(let payload): try container.encode(payload, forKey: .acknowledge)
        }
    }
}
