import TumorBoard

/// A conference as a coordinator says it: an agenda of cases, in order.
struct Meeting: Decodable, Sendable {
    var title: String
    var starts: Moment
    var timeZone: String
    var durationMinutes: Int
    var chair: PersonID
    var participants: [PersonID]
    var agenda: [Item]

    struct Item: Decodable, Sendable {
        var caseID: CaseID
        var minutes: Int

        private enum CodingKeys: String, CodingKey {
            case caseID = "case"
            case minutes
        }
    }

    /// The meeting itself: slot numbers, no case.
    var conference: Conference {
        Conference(
            title: title,
            starts: starts,
            timeZone: timeZone,
            durationMinutes: durationMinutes,
            chair: chair,
            participants: participants,
            agenda: agenda.enumerated().map { Conference.Slot(number: $0 + 1, minutes: $1.minutes) }
        )
    }
}
