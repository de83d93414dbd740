/// Everything that has happened in a stream, in the past tense. Stored and on the wire `{"annotated": {…}}`.
package enum Event: Sendable {
    case opened(Opened)
    case caseOpened(CaseOpened)
    case caseAmended(CaseAmended)
    case documentFiled(DocumentFiled)
    case seriesFiled(SeriesFiled)
    case partClassified(PartClassified)
    case documentRemoved(DocumentRemoved)
    case translationFiled(TranslationFiled)
    case translationReleased(TranslationReleased)
    case firstOpinionTranscribed(FirstOpinionTranscribed)
    case itemChecked(ItemChecked)
    case consentRecorded(ConsentRecorded)
    case memberInvited(MemberInvited)
    case memberRemoved(MemberRemoved)
    case deputySeated(DeputySeated)
    case chairAppointed(ChairAppointed)
    case documentPublished(DocumentPublished)
    case seriesPublished(SeriesPublished)
    case checklistPublished(ChecklistPublished)
    case panelFrozen(PanelFrozen)
    case phaseChanged(PhaseChanged)
    case deadlineBreached(DeadlineBreached)
    case clinicalDeadlineMissed(ClinicalDeadlineMissed)
    case deadlineExtended(DeadlineExtended)
    case reminded(Reminded)
    case slotAssigned(SlotAssigned)
    case withdrawn(Withdrawn)
    case closed(Closed)
    case conflictsDeclared(ConflictsDeclared)
    case annotated(Annotated)
    case annotationAmended(AnnotationAmended)
    case annotationDeleted(AnnotationDeleted)
    case partRead(PartRead)
    case opinionStated(OpinionStated)
    case sealed(Sealed)
    case recused(Recused)
    case ballotCast(BallotCast)
    case revealed(Revealed)
    case stoodDown(StoodDown)
    case seated(Seated)
    case commented(Commented)
    case discrepancyRaised(DiscrepancyRaised)
    case discrepancyAssessed(DiscrepancyAssessed)
    case discrepancySettled(DiscrepancySettled)
    case opinionAmended(OpinionAmended)
    case optionProposed(OptionProposed)
    case optionWithdrawn(OptionWithdrawn)
    case votingOpened(VotingOpened)
    case roundClosed(RoundClosed)
    case roundOpened(RoundOpened)
    case minorityStated(MinorityStated)
    case drafted(Drafted)
    case discussionReopened(DiscussionReopened)
    case signOffOpened(SignOffOpened)
    case responded(Responded)
    case signed(Signed)
    case recorded(Recorded)
    case addendumAdded(AddendumAdded)
    case delivered(Delivered)
    case acknowledged(Acknowledged)
    case pseudonymsDrawn(PseudonymsDrawn)
    case votersDrawn(VotersDrawn)
    case panelSheetKept(PanelSheetKept)

    /// The name on the wire: the single key of the object.
    package enum Name: String, CodingKey, CaseIterable, Sendable {
        case opened, caseOpened, caseAmended, documentFiled, seriesFiled, partClassified, documentRemoved,
            translationFiled, translationReleased, firstOpinionTranscribed, itemChecked, consentRecorded,
            memberInvited, memberRemoved, deputySeated, chairAppointed, documentPublished, seriesPublished,
            checklistPublished, panelFrozen,
            phaseChanged, deadlineBreached, clinicalDeadlineMissed, deadlineExtended, reminded, slotAssigned,
            withdrawn, closed,
            conflictsDeclared, annotated, annotationAmended, annotationDeleted, partRead, opinionStated,
            sealed, recused, ballotCast, revealed, stoodDown, seated, commented, discrepancyRaised, discrepancyAssessed,
            discrepancySettled, opinionAmended, optionProposed, optionWithdrawn, votingOpened, roundClosed,
            roundOpened, minorityStated, drafted, discussionReopened, signOffOpened, responded, signed,
            recorded, addendumAdded, delivered, acknowledged, pseudonymsDrawn, votersDrawn, panelSheetKept
    }

    package var name: Name {
        switch self {
        case .opened: .opened
        case .caseOpened: .caseOpened
        case .caseAmended: .caseAmended
        case .documentFiled: .documentFiled
        case .seriesFiled: .seriesFiled
        case .partClassified: .partClassified
        case .documentRemoved: .documentRemoved
        case .translationFiled: .translationFiled
        case .translationReleased: .translationReleased
        case .firstOpinionTranscribed: .firstOpinionTranscribed
        case .itemChecked: .itemChecked
        case .consentRecorded: .consentRecorded
        case .memberInvited: .memberInvited
        case .memberRemoved: .memberRemoved
        case .deputySeated: .deputySeated
        case .chairAppointed: .chairAppointed
        case .documentPublished: .documentPublished
        case .seriesPublished: .seriesPublished
        case .checklistPublished: .checklistPublished
        case .panelFrozen: .panelFrozen
        case .phaseChanged: .phaseChanged
        case .deadlineBreached: .deadlineBreached
        case .clinicalDeadlineMissed: .clinicalDeadlineMissed
        case .deadlineExtended: .deadlineExtended
        case .reminded: .reminded
        case .slotAssigned: .slotAssigned
        case .withdrawn: .withdrawn
        case .closed: .closed
        case .conflictsDeclared: .conflictsDeclared
        case .annotated: .annotated
        case .annotationAmended: .annotationAmended
        case .annotationDeleted: .annotationDeleted
        case .partRead: .partRead
        case .opinionStated: .opinionStated
        case .sealed: .sealed
        case .recused: .recused
        case .ballotCast: .ballotCast
        case .revealed: .revealed
        case .stoodDown: .stoodDown
        case .seated: .seated
        case .commented: .commented
        case .discrepancyRaised: .discrepancyRaised
        case .discrepancyAssessed: .discrepancyAssessed
        case .discrepancySettled: .discrepancySettled
        case .opinionAmended: .opinionAmended
        case .optionProposed: .optionProposed
        case .optionWithdrawn: .optionWithdrawn
        case .votingOpened: .votingOpened
        case .roundClosed: .roundClosed
        case .roundOpened: .roundOpened
        case .minorityStated: .minorityStated
        case .drafted: .drafted
        case .discussionReopened: .discussionReopened
        case .signOffOpened: .signOffOpened
        case .responded: .responded
        case .signed: .signed
        case .recorded: .recorded
        case .addendumAdded: .addendumAdded
        case .delivered: .delivered
        case .acknowledged: .acknowledged
        case .pseudonymsDrawn: .pseudonymsDrawn
        case .votersDrawn: .votersDrawn
        case .panelSheetKept: .panelSheetKept
        }
    }
}

extension Event: Codable {
    /// Reads `{"name": {…}}`; unknown fields inside are ignored, an unknown name is an error.
    package init(from decoder: any Decoder) throws {
        let (container, name) = try decoder.soleEntry(keyedBy: Name.self)
        switch name {
        case .opened: self = .opened(try container.decode(Opened.self, forKey: name))
        case .caseOpened: self = .caseOpened(try container.decode(CaseOpened.self, forKey: name))
        case .caseAmended: self = .caseAmended(try container.decode(CaseAmended.self, forKey: name))
        case .documentFiled: self = .documentFiled(try container.decode(DocumentFiled.self, forKey: name))
        case .seriesFiled: self = .seriesFiled(try container.decode(SeriesFiled.self, forKey: name))
        case .partClassified: self = .partClassified(try container.decode(PartClassified.self, forKey: name))
        case .documentRemoved: self = .documentRemoved(try container.decode(DocumentRemoved.self, forKey: name))
        case .translationFiled: self = .translationFiled(try container.decode(TranslationFiled.self, forKey: name))
        case .translationReleased:
            self = .translationReleased(try container.decode(TranslationReleased.self, forKey: name))
        case .firstOpinionTranscribed:
            self = .firstOpinionTranscribed(try container.decode(FirstOpinionTranscribed.self, forKey: name))
        case .itemChecked: self = .itemChecked(try container.decode(ItemChecked.self, forKey: name))
        case .consentRecorded: self = .consentRecorded(try container.decode(ConsentRecorded.self, forKey: name))
        case .memberInvited: self = .memberInvited(try container.decode(MemberInvited.self, forKey: name))
        case .memberRemoved: self = .memberRemoved(try container.decode(MemberRemoved.self, forKey: name))
        case .deputySeated: self = .deputySeated(try container.decode(DeputySeated.self, forKey: name))
        case .chairAppointed: self = .chairAppointed(try container.decode(ChairAppointed.self, forKey: name))
        case .documentPublished: self = .documentPublished(try container.decode(DocumentPublished.self, forKey: name))
        case .seriesPublished: self = .seriesPublished(try container.decode(SeriesPublished.self, forKey: name))
        case .checklistPublished:
            self = .checklistPublished(try container.decode(ChecklistPublished.self, forKey: name))
        case .panelFrozen: self = .panelFrozen(try container.decode(PanelFrozen.self, forKey: name))
        case .phaseChanged: self = .phaseChanged(try container.decode(PhaseChanged.self, forKey: name))
        case .deadlineBreached: self = .deadlineBreached(try container.decode(DeadlineBreached.self, forKey: name))
        case .clinicalDeadlineMissed:
            self = .clinicalDeadlineMissed(try container.decode(ClinicalDeadlineMissed.self, forKey: name))
        case .deadlineExtended: self = .deadlineExtended(try container.decode(DeadlineExtended.self, forKey: name))
        case .reminded: self = .reminded(try container.decode(Reminded.self, forKey: name))
        case .slotAssigned: self = .slotAssigned(try container.decode(SlotAssigned.self, forKey: name))
        case .withdrawn: self = .withdrawn(try container.decode(Withdrawn.self, forKey: name))
        case .closed: self = .closed(try container.decode(Closed.self, forKey: name))
        case .conflictsDeclared: self = .conflictsDeclared(try container.decode(ConflictsDeclared.self, forKey: name))
        case .annotated: self = .annotated(try container.decode(Annotated.self, forKey: name))
        case .annotationAmended: self = .annotationAmended(try container.decode(AnnotationAmended.self, forKey: name))
        case .annotationDeleted: self = .annotationDeleted(try container.decode(AnnotationDeleted.self, forKey: name))
        case .partRead: self = .partRead(try container.decode(PartRead.self, forKey: name))
        case .opinionStated: self = .opinionStated(try container.decode(OpinionStated.self, forKey: name))
        case .sealed: self = .sealed(try container.decode(Sealed.self, forKey: name))
        case .recused: self = .recused(try container.decode(Recused.self, forKey: name))
        case .ballotCast: self = .ballotCast(try container.decode(BallotCast.self, forKey: name))
        case .revealed: self = .revealed(try container.decode(Revealed.self, forKey: name))
        case .stoodDown: self = .stoodDown(try container.decode(StoodDown.self, forKey: name))
        case .seated: self = .seated(try container.decode(Seated.self, forKey: name))
        case .commented: self = .commented(try container.decode(Commented.self, forKey: name))
        case .discrepancyRaised: self = .discrepancyRaised(try container.decode(DiscrepancyRaised.self, forKey: name))
        case .discrepancyAssessed:
            self = .discrepancyAssessed(try container.decode(DiscrepancyAssessed.self, forKey: name))
        case .discrepancySettled:
            self = .discrepancySettled(try container.decode(DiscrepancySettled.self, forKey: name))
        case .opinionAmended: self = .opinionAmended(try container.decode(OpinionAmended.self, forKey: name))
        case .optionProposed: self = .optionProposed(try container.decode(OptionProposed.self, forKey: name))
        case .optionWithdrawn: self = .optionWithdrawn(try container.decode(OptionWithdrawn.self, forKey: name))
        case .votingOpened: self = .votingOpened(try container.decode(VotingOpened.self, forKey: name))
        case .roundClosed: self = .roundClosed(try container.decode(RoundClosed.self, forKey: name))
        case .roundOpened: self = .roundOpened(try container.decode(RoundOpened.self, forKey: name))
        case .minorityStated: self = .minorityStated(try container.decode(MinorityStated.self, forKey: name))
        case .drafted: self = .drafted(try container.decode(Drafted.self, forKey: name))
        case .discussionReopened:
            self = .discussionReopened(try container.decode(DiscussionReopened.self, forKey: name))
        case .signOffOpened: self = .signOffOpened(try container.decode(SignOffOpened.self, forKey: name))
        case .responded: self = .responded(try container.decode(Responded.self, forKey: name))
        case .signed: self = .signed(try container.decode(Signed.self, forKey: name))
        case .recorded: self = .recorded(try container.decode(Recorded.self, forKey: name))
        case .addendumAdded: self = .addendumAdded(try container.decode(AddendumAdded.self, forKey: name))
        case .delivered: self = .delivered(try container.decode(Delivered.self, forKey: name))
        case .acknowledged: self = .acknowledged(try container.decode(Acknowledged.self, forKey: name))
        case .pseudonymsDrawn: self = .pseudonymsDrawn(try container.decode(PseudonymsDrawn.self, forKey: name))
        case .votersDrawn: self = .votersDrawn(try container.decode(VotersDrawn.self, forKey: name))
        case .panelSheetKept: self = .panelSheetKept(try container.decode(PanelSheetKept.self, forKey: name))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        switch self {
        case .opened(let payload): try container.encode(payload, forKey: .opened)
        case .caseOpened(let payload): try container.encode(payload, forKey: .caseOpened)
        case .caseAmended(let payload): try container.encode(payload, forKey: .caseAmended)
        case .documentFiled(let payload): try container.encode(payload, forKey: .documentFiled)
        case .seriesFiled(let payload): try container.encode(payload, forKey: .seriesFiled)
        case .partClassified(let payload): try container.encode(payload, forKey: .partClassified)
        case .documentRemoved(let payload): try container.encode(payload, forKey: .documentRemoved)
        case .translationFiled(let payload): try container.encode(payload, forKey: .translationFiled)
        case .translationReleased(let payload): try container.encode(payload, forKey: .translationReleased)
        case .firstOpinionTranscribed(let payload): try container.encode(payload, forKey: .firstOpinionTranscribed)
        case .itemChecked(let payload): try container.encode(payload, forKey: .itemChecked)
        case .consentRecorded(let payload): try container.encode(payload, forKey: .consentRecorded)
        case .memberInvited(let payload): try container.encode(payload, forKey: .memberInvited)
        case .memberRemoved(let payload): try container.encode(payload, forKey: .memberRemoved)
        case .deputySeated(let payload): try container.encode(payload, forKey: .deputySeated)
        case .chairAppointed(let payload): try container.encode(payload, forKey: .chairAppointed)
        case .documentPublished(let payload): try container.encode(payload, forKey: .documentPublished)
        case .seriesPublished(let payload): try container.encode(payload, forKey: .seriesPublished)
        case .checklistPublished(let payload): try container.encode(payload, forKey: .checklistPublished)
        case .panelFrozen(let payload): try container.encode(payload, forKey: .panelFrozen)
        case .phaseChanged(let payload): try container.encode(payload, forKey: .phaseChanged)
        case .deadlineBreached(let payload): try container.encode(payload, forKey: .deadlineBreached)
        case .clinicalDeadlineMissed(let payload): try container.encode(payload, forKey: .clinicalDeadlineMissed)
        case .deadlineExtended(let payload): try container.encode(payload, forKey: .deadlineExtended)
        case .reminded(let payload): try container.encode(payload, forKey: .reminded)
        case .slotAssigned(let payload): try container.encode(payload, forKey: .slotAssigned)
        case .withdrawn(let payload): try container.encode(payload, forKey: .withdrawn)
        case .closed(let payload): try container.encode(payload, forKey: .closed)
        case .conflictsDeclared(let payload): try container.encode(payload, forKey: .conflictsDeclared)
        case .annotated(let payload): try container.encode(payload, forKey: .annotated)
        case .annotationAmended(let payload): try container.encode(payload, forKey: .annotationAmended)
        case .annotationDeleted(let payload): try container.encode(payload, forKey: .annotationDeleted)
        case .partRead(let payload): try container.encode(payload, forKey: .partRead)
        case .opinionStated(let payload): try container.encode(payload, forKey: .opinionStated)
        case .sealed(let payload): try container.encode(payload, forKey: .sealed)
        case .recused(let payload): try container.encode(payload, forKey: .recused)
        case .ballotCast(let payload): try container.encode(payload, forKey: .ballotCast)
        case .revealed(let payload): try container.encode(payload, forKey: .revealed)
        case .stoodDown(let payload): try container.encode(payload, forKey: .stoodDown)
        case .seated(let payload): try container.encode(payload, forKey: .seated)
        case .commented(let payload): try container.encode(payload, forKey: .commented)
        case .discrepancyRaised(let payload): try container.encode(payload, forKey: .discrepancyRaised)
        case .discrepancyAssessed(let payload): try container.encode(payload, forKey: .discrepancyAssessed)
        case .discrepancySettled(let payload): try container.encode(payload, forKey: .discrepancySettled)
        case .opinionAmended(let payload): try container.encode(payload, forKey: .opinionAmended)
        case .optionProposed(let payload): try container.encode(payload, forKey: .optionProposed)
        case .optionWithdrawn(let payload): try container.encode(payload, forKey: .optionWithdrawn)
        case .votingOpened(let payload): try container.encode(payload, forKey: .votingOpened)
        case .roundClosed(let payload): try container.encode(payload, forKey: .roundClosed)
        case .roundOpened(let payload): try container.encode(payload, forKey: .roundOpened)
        case .minorityStated(let payload): try container.encode(payload, forKey: .minorityStated)
        case .drafted(let payload): try container.encode(payload, forKey: .drafted)
        case .discussionReopened(let payload): try container.encode(payload, forKey: .discussionReopened)
        case .signOffOpened(let payload): try container.encode(payload, forKey: .signOffOpened)
        case .responded(let payload): try container.encode(payload, forKey: .responded)
        case .signed(let payload): try container.encode(payload, forKey: .signed)
        case .recorded(let payload): try container.encode(payload, forKey: .recorded)
        case .addendumAdded(let payload): try container.encode(payload, forKey: .addendumAdded)
        case .delivered(let payload): try container.encode(payload, forKey: .delivered)
        case .acknowledged(let payload): try container.encode(payload, forKey: .acknowledged)
        case .pseudonymsDrawn(let payload): try container.encode(payload, forKey: .pseudonymsDrawn)
        case .votersDrawn(let payload): try container.encode(payload, forKey: .votersDrawn)
        case .panelSheetKept(let payload): try container.encode(payload, forKey: .panelSheetKept)
        }
    }
}
