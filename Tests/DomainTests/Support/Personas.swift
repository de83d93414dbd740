@testable import TumorBoard

/// The people of the tests, each with a habit that the rules must bear.
enum Persona {
    /// Coordinates: collects, invites, delivers, and would like to help more than she may.
    static let cora = Membership(person: "cora", name: "Cora Lindt", role: .coordinator)
    /// Chairs, and closes votes without knowing who has voted.
    static let hale = Membership(
        person: "hale",
        name: "Dr. Anselm Hale",
        role: .chair,
        discipline: "medical-oncology",
        institution: "Hohenwarte"
    )
    /// Writes a lot, seals early.
    static let ravi = Membership(
        person: "ravi",
        name: "Dr. Ravi Nair",
        role: .reviewer,
        discipline: "radiology",
        institution: "Nordhafen"
    )
    /// Changes her mind until the last moment.
    static let pia = Membership(
        person: "pia",
        name: "Dr. Pia Sommer",
        role: .reviewer,
        discipline: "pathology",
        institution: "Hohenwarte"
    )
    /// Dissents.
    static let sven = Membership(
        person: "sven",
        name: "Dr. Sven Olsen",
        role: .reviewer,
        discipline: "visceral-surgery",
        institution: "Birkensee"
    )
    /// Stands ready for Sven, and hears nothing unless he stands down.
    static let dora = Membership(
        person: "dora",
        name: "Dr. Dora Lang",
        role: .deputy,
        discipline: "visceral-surgery",
        institution: "Nordhafen",
        deputyFor: "sven"
    )
    /// Called when Hale has stood down and nobody stood ready for him.
    static let nora = Membership(
        person: "nora",
        name: "Dr. Nora Heim",
        role: .deputy,
        discipline: "medical-oncology",
        institution: "Birkensee",
        deputyFor: "hale"
    )
    /// Translates.
    static let tove = Membership(person: "tove", name: "Tove Berg", role: .translator)
    /// A trainee.
    static let otto = Membership(person: "otto", name: "Otto Kern", role: .observer)
    /// A third reader from outside.
    static let adam = Membership(person: "adam", name: "Dr. Adam Zielinski", role: .adjudicator)
    /// Treats the patient and waits for an answer.
    static let rhea = Membership(person: "rhea", name: "Dr. Rhea Vogt", role: .recipient)
    /// Reads everything once it is over.
    static let aude = Membership(person: "aude", name: "Aude Petit", role: .auditor)

    static let panel = [hale, ravi, pia, sven]
    static let others = [dora, tove, otto, adam, rhea, aude]
    static let all = [cora] + panel + others

    /// Whoever has this role.
    static func with(_ role: Role) -> Membership {
        switch role {
        case .coordinator: cora
        case .reviewer: ravi
        case .chair: hale
        case .deputy: dora
        case .adjudicator: adam
        case .translator: tove
        case .observer: otto
        case .recipient: rhea
        case .auditor: aude
        }
    }
}
