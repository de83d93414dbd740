package import Consensus

/// What the coordinator (and translator) may say. None of it can reach an opinion, a ballot or a recommendation.

package struct OpenCase: Codable, Sendable { package var sheet: CaseSheet }
package struct AmendCase: Codable, Sendable { package var sheet: CaseSheet }

/// Files a document: its content was stored and measured before the command reaches the rules.
package struct FileDocument: Codable, Sendable {
    package var id: DocumentID
    package var title: String
    package var kind: Document.Kind
    package var institution: String?
    package var date: String?
    package var language: String
    /// Absent: the whole document is one part of this nature.
    package var nature: Part.Nature?
    /// A mixed document: where each part starts and ends, in code points of the canonical text.
    package var segments: [Segment]?

    package init(
        id: DocumentID,
        title: String,
        kind: Document.Kind,
        institution: String? = nil,
        date: String? = nil,
        language: String,
        nature: Part.Nature? = nil,
        segments: [Segment]? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.institution = institution
        self.date = date
        self.language = language
        self.nature = nature
        self.segments = segments
    }

    package struct Segment: Codable, Sendable {
        package var id: PartID
        package var nature: Part.Nature
        package var start: Int
        package var end: Int
    }
}

package struct FileSeries: Codable, Sendable {
    package var series: LabSeries

    package init(series: LabSeries) {
        self.series = series
    }
}
package struct ClassifyPart: Codable, Sendable {
    package var part: PartID
    package var nature: Part.Nature
}
package struct RemoveDocument: Codable, Sendable {
    package var document: DocumentID
    package var reason: String
}

/// A rendering of one part in another language; content stored before, like a document's.
package struct FileTranslation: Codable, Sendable {
    package var id: PartID
    package var part: PartID
    package var language: String
    package var translator: String
    package var isMachine: Bool
}
package struct ReleaseTranslation: Codable, Sendable { package var id: PartID }

/// The one named exception: transcribing what the first physicians concluded. It is a source.
package struct TranscribeFirstOpinion: Codable, Sendable { package var opinion: FirstOpinion }
package struct CheckItem: Codable, Sendable { package var item: ChecklistItem }
package struct RecordConsent: Codable, Sendable { package var date: String }

package struct Invite: Codable, Sendable { package var member: Membership }
package struct RemoveMember: Codable, Sendable { package var person: PersonID }

/// Gives the chair to one who sits on the panel, after the chair has stood down and no deputy has taken the seat.
package struct AppointChair: Codable, Sendable {
    package var person: PersonID
    package var reason: String
}

/// Freezes the panel and everything that decides later, before anyone opens a document.
package struct FreezePanel: Codable, Sendable { package var settings: PanelSettings }

package struct ExtendDeadline: Codable, Sendable {
    package var deadline: Moment
    package var reason: String
}
package struct Remind: Codable, Sendable { package var person: PersonID }
package struct AssignSlot: Codable, Sendable {
    package var conference: ConferenceID
    package var slot: Int

    package init(conference: ConferenceID, slot: Int) {
        self.conference = conference
        self.slot = slot
    }
}
package struct Deliver: Codable, Sendable {}
package struct Withdraw: Codable, Sendable { package var reason: String }
package struct Close: Codable, Sendable {}

/// What is frozen with the panel.
package struct PanelSettings: Codable, Sendable, Equatable {
    package var requiredDisciplines: [String]
    package var roundLimit: Int
    package var reviewDeadline: Moment
    package var adoption: AdoptionSettings
    /// How the panel may vote; absent in older events, where every method was.
    package var methods: [Method]?
    /// Ballots needed; absent means `max(3, ceil(2n/3))`.
    package var quorum: Int?
    /// Why the panel is of one institution only, when it is.
    package var singleInstitutionReason: String?

    func permits(_ method: Method) -> Bool { methods?.contains(method) ?? true }
}

/// Sources differ on both points, so both are frozen.
package struct AdoptionSettings: Codable, Sendable, Equatable {
    package var exactlyThreeQuartersIsConsensus: Bool
    package var abstentionsCount: Bool
    /// What a text needs to be adopted; absent in older events, where it was consensus by the AWMF.
    package var threshold: AdoptionRule.Threshold?

    /// The rule that these settings freeze.
    var rule: AdoptionRule {
        AdoptionRule(
            threshold ?? .awmf,
            atThreeQuarters: exactlyThreeQuartersIsConsensus ? .consensus : .majority,
            abstentions: abstentionsCount ? .counted : .leftOut
        )
    }
}
