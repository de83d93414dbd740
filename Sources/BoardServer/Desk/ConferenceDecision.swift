import Storage
import TumorBoard

/// Scheduling under its savepoint: the receipt, the rules, the stream and the list.
struct ConferenceDecision {
    let order: ConferenceOrder
    let environment: Environment

    private var aggregate: String { "conference/\(order.id)" }

    func perform(in transaction: Transaction) throws -> DeskReply {
        if let receipt = try transaction.receipt(person: order.person.text, aggregate: aggregate, key: order.key) {
            return receipt.digest == order.digest ? .done(receipt.reply) : .keyReused
        }
        let now = environment.now()
        let event: ConferenceEvent
        do throws(Rejection) {
            event = try ConferenceRules.schedule(order.conference, now: now)
        } catch {
            return .rejected(error)
        }
        guard try !transaction.exists(aggregate: aggregate) else { return .rejected(Rejection(.exists, "conference")) }
        _ = try transaction.append(
            aggregate: aggregate,
            stream: "conference",
            body: Canonical.encode(event),
            version: Hydration.eventVersion,
            at: now.milliseconds,
            author: order.person.text
        )
        let line = ConferenceLine(id: order.id, conference: order.conference)
        try transaction.saveConference(
            id: order.id.text,
            starts: order.conference.starts.milliseconds,
            body: Canonical.encode(line),
            participants: (order.conference.participants + [order.person]).reduce(into: Set()) { $0.insert($1.text) }
                .sorted()
        )
        let reply = try Canonical.encode(["conference": order.id])
        try transaction.keep(
            Receipt(
                person: order.person.text,
                aggregate: aggregate,
                key: order.key,
                digest: order.digest,
                reply: reply,
                at: now.milliseconds
            )
        )
        return .done(reply)
    }
}

/// A conference in lists: the meeting with its identifier. It names no case.
struct ConferenceLine: Codable, Sendable {
    var id: ConferenceID
    var conference: Conference
}
