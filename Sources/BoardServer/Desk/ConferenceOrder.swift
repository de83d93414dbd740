import TumorBoard

/// Scheduling on its way to the writer.
struct ConferenceOrder: Sendable {
    var id: ConferenceID
    var person: PersonID
    var key: String
    var digest: [UInt8]
    var conference: Conference
    var respond: @Sendable (DeskReply) -> Void
}
