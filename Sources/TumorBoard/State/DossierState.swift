/// What every member of the case may know: the question, the published sources, the schedule.
struct DossierState: Sendable, Equatable {
    /// The case sheet without its texts.
    struct Facts: Sendable, Equatable {
        var title: String
        var patient: Patient
        var indication: Indication
        var language: String
        var urgency: Urgency
        var clinicalDeadline: Moment
    }

    /// A part or a released translation, as annotations find it.
    struct Source: Sendable, Equatable {
        var hash: String
        /// In code points; absent for images.
        var length: Int?
    }

    var facts: Facts?
    var phase = Phase.intake
    /// When the case came into its phase.
    var phaseSince: Moment?
    var documents: Set<DocumentID> = []
    var sources: [PartID: Source] = [:]
    /// The dates at which each published series has a value.
    var series: [SeriesID: Set<String>] = [:]
    /// Where the last late source was published; 0 without one.
    var lateSource = 0
    var settings: PanelSettings?
    var deadline: Moment?
    /// Whether the present deadline has passed without quorum.
    var isBreached = false
    /// The clinical deadline that passed without a delivery.
    var missedDeadline: Moment?
    var slots: [ConferenceID: Int] = [:]

    /// By when the case should leave its phase: the deadline of a review, else the phase's target.
    var phaseDue: Moment? {
        phase == .review ? deadline : phase.target.flatMap { phaseSince?.advanced(by: $0) }
    }

    var isFrozen: Bool { settings != nil }

    mutating func apply(_ event: Event, seq: Int, at: Moment) {
        switch event {
        case .caseOpened(let payload):
            facts = Facts(payload.sheet)
            phaseSince = at
        case .caseAmended(let payload): facts = Facts(payload.sheet)
        case .documentPublished(let payload):
            publish(payload.document)
            if payload.isLate { lateSource = seq }
        case .seriesPublished(let payload):
            series[payload.series.id] = Set(payload.series.points.map(\.date))
            if payload.isLate { lateSource = seq }
        case .panelFrozen(let payload):
            settings = payload.settings
            deadline = payload.settings.reviewDeadline
        case .phaseChanged(let payload):
            phase = payload.to
            phaseSince = at
        case .deadlineBreached: isBreached = true
        case .clinicalDeadlineMissed(let payload): missedDeadline = payload.deadline
        case .deadlineExtended(let payload):
            deadline = payload.deadline
            isBreached = false
        case .slotAssigned(let payload): slots[payload.conference] = payload.slot
        default: break
        }
    }

    private mutating func publish(_ document: Document) {
        documents.insert(document.id)
        for part in document.parts {
            sources[part.id] = Source(hash: part.content.hash, length: part.length)
            for translation in part.translations {
                sources[translation.id] = Source(hash: translation.content.hash, length: translation.length)
            }
        }
    }
}

extension DossierState.Facts {
    init(_ sheet: CaseSheet) {
        title = sheet.title
        patient = sheet.patient
        indication = sheet.indication
        language = sheet.language
        urgency = sheet.urgency
        clinicalDeadline = sheet.clinicalDeadline
    }
}
