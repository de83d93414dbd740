/// A conference is an aggregate of its own: one stream, one command so far. A chair has no right on a case by that office.
package enum ConferenceEvent: Codable, Sendable, Equatable {
    case scheduled(Conference)

    private enum CodingKeys: String, CodingKey { case scheduled }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self = .scheduled(try container.decode(Conference.self, forKey: .scheduled))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .scheduled(let conference): try container.encode(conference, forKey: .scheduled)
        }
    }
}

package enum ConferenceRules {
    package static let participants = 500
    package static let slots = 100
    package static let minutes = 600

    /// Who may schedule is asked before; here the meeting itself is checked.
    package static func schedule(_ conference: Conference, now: Moment) throws(Rejection) -> ConferenceEvent {
        func require(_ holds: Bool, _ field: String) throws(Rejection) {
            guard holds else { throw Rejection(.invalid, field) }
        }
        try require((1...Limits.lineLength).contains(conference.title.unicodeScalars.count), "title")
        try require(conference.starts > now, "starts")
        try require((1...64).contains(conference.timeZone.utf8.count), "timeZone")
        try require((5...minutes).contains(conference.durationMinutes), "durationMinutes")
        let people = conference.participants
        try require((1...participants).contains(people.count) && Set(people).count == people.count, "participants")
        try require(people.contains(conference.chair), "chair")
        let numbers = conference.agenda.map(\.number)
        try require(conference.agenda.count <= slots && numbers == Array(1..<(numbers.count + 1)), "agenda")
        try require(conference.agenda.allSatisfy { (1...240).contains($0.minutes) }, "agenda.minutes")
        return .scheduled(conference)
    }
}
