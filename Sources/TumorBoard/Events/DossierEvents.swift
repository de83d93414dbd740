/// Events of `dossier`: readable by every member, so nothing here may depend on a reviewer's work.

package struct CaseOpened: Codable, Sendable { package var sheet: CaseSheet }
package struct CaseAmended: Codable, Sendable { package var sheet: CaseSheet }

/// A document with its primary parts only. Of a mixed document nothing tells how long the whole was.
package struct DocumentPublished: Codable, Sendable {
    package var document: Document
    /// Published after the freeze: gives the right to seal anew until the deadline, for all alike.
    package var isLate: Bool
}
package struct SeriesPublished: Codable, Sendable {
    package var series: LabSeries
    package var isLate: Bool
}
package struct ChecklistPublished: Codable, Sendable { package var items: [ChecklistItem] }

/// The settings, and the salted hash of the panel sheet, which is opened at close.
package struct PanelFrozen: Codable, Sendable {
    package var settings: PanelSettings
    package var sheet: String
    package var by: PersonID
}
package struct PhaseChanged: Codable, Sendable { package var to: Phase }
/// The deadline passed without quorum: review goes on until it is extended and all have sealed.
package struct DeadlineBreached: Codable, Sendable { package var deadline: Moment }
/// The day by which the patient needs an answer is over, and there is none: a fact, which stops nothing.
package struct ClinicalDeadlineMissed: Codable, Sendable { package var deadline: Moment }
/// By an office and not by a name: the review is sealed, and another name than before would tell that a chair stood down.
package struct DeadlineExtended: Codable, Sendable {
    package var deadline: Moment
    package var reason: String
    /// The coordinator's or the chair's; absent in older events, which gave the name.
    package var office: Role?
    package var by: PersonID?
}
package struct SlotAssigned: Codable, Sendable {
    package var conference: ConferenceID
    package var slot: Int
}
package struct Withdrawn: Codable, Sendable { package var reason: String }

/// The closing manifest: the panel sheet opened, and the salted heads of the `own` streams by pseudonym.
package struct Closed: Codable, Sendable {
    package var sheet: PanelSheet
    package var heads: [Head]

    package struct Head: Codable, Sendable, Equatable {
        package var pseudonym: String
        package var seq: Int
        package var hash: String
    }
}

/// Who was frozen, by what rules; its hash stands in the dossier from the freeze on.
package struct PanelSheet: Codable, Sendable, Equatable {
    package var salt: String
    package var members: [Membership]
    package var settings: PanelSettings
}
