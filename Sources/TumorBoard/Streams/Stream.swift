/// One append-only log of a case. Readable whole or not at all; a private stream never changes its readers.
package enum Stream: Hashable, Sendable {
    /// The case sheet, published documents, panel settings, phase and schedule. Never a reviewer's work.
    case dossier
    /// Documents not yet published, the first opinion, conclusions, originals of mixed documents.
    case quarantine
    /// Invitations, conflicts, who has sealed, reminders.
    case logistics
    /// Everything one person writes alone: notes, opinion, seals, ballots.
    case own(PersonID)
    /// The reveal, the discussion, results, draft, dissents, signatures.
    case board
    /// The signed record and its acknowledgement.
    case delivery
    /// Pseudonyms and the opened panel sheet: the server's alone until close.
    case custody

    /// The name in storage, such as `own/3fa9…`.
    package var name: String {
        switch self {
        case .dossier: "dossier"
        case .quarantine: "quarantine"
        case .logistics: "logistics"
        case .own(let person): "own/\(person)"
        case .board: "board"
        case .delivery: "delivery"
        case .custody: "custody"
        }
    }

    package init?(name: String) {
        switch name {
        case "dossier": self = .dossier
        case "quarantine": self = .quarantine
        case "logistics": self = .logistics
        case "board": self = .board
        case "delivery": self = .delivery
        case "custody": self = .custody
        default:
            guard name.hasPrefix("own/"), let person = PersonID(String(name.dropFirst(4))) else { return nil }
            self = .own(person)
        }
    }

    /// The name on the wire, where `own` is always the reader's.
    package func wireName(for reader: PersonID) -> String {
        self == .own(reader) ? "own" : name
    }

    /// Within one commit, frames leave in this order.
    package var order: Int {
        switch self {
        case .dossier: 0
        case .quarantine: 1
        case .logistics: 2
        case .board: 3
        case .delivery: 4
        case .own: 5
        case .custody: 6
        }
    }
}
