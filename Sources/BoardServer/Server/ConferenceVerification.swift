import Storage
import TumorBoard

/// The check of one conference: its row and its participants, against what its stream says.
struct ConferenceVerification {
    private static let prefix = "conference/"

    /// Nothing when the aggregate is no conference.
    static func flaws(of aggregate: String, from reader: Reader) throws -> [Flaw] {
        guard aggregate.hasPrefix(prefix), let id = ConferenceID(String(aggregate.dropFirst(prefix.count))) else {
            return []
        }
        var expected: (conference: Conference, by: String)?
        for stored in try reader.events(aggregate: aggregate, stream: "conference", after: 0, limit: .max) {
            switch try Canonical.decode(ConferenceEvent.self, from: stored.body) {
            case .scheduled(let conference): expected = (conference, stored.author)
            }
        }
        guard let (conference, author) = expected else { return [] }
        let kept = try reader.conferenceProjection(id: id.text)
        let body = try Canonical.encode(ConferenceLine(id: id, conference: conference))
        let participants = Set(conference.participants.map(\.text) + [author])
        var flaws: [Flaw] = []
        func expect(_ isTrue: Bool, _ otherwise: String) {
            if !isTrue { flaws.append(Flaw(aggregate: aggregate, stream: "lists", what: otherwise)) }
        }
        expect(kept.body == body, "the conference differs from a replay")
        expect(kept.starts == conference.starts.milliseconds, "the beginning differs from a replay")
        expect(kept.participants == participants, "the participants differ from a replay")
        return flaws
    }
}
