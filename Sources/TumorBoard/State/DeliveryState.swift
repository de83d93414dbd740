/// The signed record on its way to those who asked for it.
struct DeliveryState: Sendable, Equatable {
    var record: Blob?
    var recipients: [PersonID] = []
    var acknowledged: Set<PersonID> = []

    mutating func apply(_ event: Event) {
        switch event {
        case .delivered(let payload):
            record = payload.record
            recipients = payload.recipients
        case .acknowledged(let payload): acknowledged.insert(payload.by)
        default: break
        }
    }
}
