/// What a person is on one case. One person has one role per case.
package enum Role: String, Codable, Sendable, CaseIterable {
    /// Schedules, collects, translates logistics, invites, delivers; never medical.
    case coordinator
    /// A physician of a discipline who reads, states and votes.
    case reviewer
    /// A reviewer who also leads.
    case chair
    /// Stands ready for one member of the panel, and takes that member's office if they stand down.
    case deputy
    /// A third, blinded reader outside the panel.
    case adjudicator
    case translator
    /// A trainee who reads the board after the reveal.
    case observer
    /// The physician who receives the signed recommendation.
    case recipient
    /// Reads everything after close.
    case auditor

    /// Reviewers and the chair: those who form an opinion, vote and sign.
    package var isPanel: Bool { self == .reviewer || self == .chair }
    package var isMedical: Bool { isPanel || self == .deputy || self == .adjudicator }
    /// Those who know the first opinion before the reveal.
    var readsQuarantine: Bool { self == .coordinator || self == .translator }
}

/// A person's office on one case, as the coordinator named it.
package struct Membership: Codable, Sendable, Equatable {
    package var person: PersonID
    package var name: String
    package var role: Role
    /// The medical discipline, such as `radiology`; required of panel members.
    package var discipline: String?
    package var institution: String?
    /// Whom a deputy stands ready for; kept when they are seated.
    package var deputyFor: PersonID?

    package init(
        person: PersonID,
        name: String,
        role: Role,
        discipline: String? = nil,
        institution: String? = nil,
        deputyFor: PersonID? = nil
    ) {
        self.person = person
        self.name = name
        self.role = role
        self.discipline = discipline
        self.institution = institution
        self.deputyFor = deputyFor
    }
}

/// Who gives a command: a person, or the clock when a deadline passes.
package enum Actor: Sendable, Hashable {
    case person(PersonID)
    case clock
}
