/// Events of `quarantine` and `logistics`: the coordinator's work, hidden from the panel.

/// The first event of every private stream: 32 random bytes, so that its chain hash tells nothing.
package struct Opened: Codable, Sendable { package var salt: String }

package struct DocumentFiled: Codable, Sendable {
    package var document: Document
    /// The undivided content of a mixed document.
    package var original: Blob?
}
package struct SeriesFiled: Codable, Sendable { package var series: LabSeries }
package struct PartClassified: Codable, Sendable {
    package var part: PartID
    package var nature: Part.Nature
}
package struct DocumentRemoved: Codable, Sendable {
    package var document: DocumentID
    package var reason: String
}
package struct TranslationFiled: Codable, Sendable {
    package var part: PartID
    package var translation: Translation
}
package struct TranslationReleased: Codable, Sendable {
    package var id: PartID
    package var by: PersonID
}
package struct FirstOpinionTranscribed: Codable, Sendable {
    package var opinion: FirstOpinion
    /// The salted text of it, published by its hash at the reveal.
    package var content: Blob
    package var by: PersonID
}
package struct ItemChecked: Codable, Sendable { package var item: ChecklistItem }
package struct ConsentRecorded: Codable, Sendable { package var date: String }

package struct MemberInvited: Codable, Sendable { package var member: Membership }
package struct MemberRemoved: Codable, Sendable { package var person: PersonID }
/// A deputy takes the office of the member who stood down.
package struct DeputySeated: Codable, Sendable {
    package var person: PersonID
    package var principal: PersonID
    package var role: Role
}
package struct ChairAppointed: Codable, Sendable {
    package var person: PersonID
    package var reason: String
    package var by: PersonID
}
package struct Reminded: Codable, Sendable {
    package var person: PersonID
    package var by: PersonID
}
