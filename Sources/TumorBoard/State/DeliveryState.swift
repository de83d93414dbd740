/// The signed record on its way to those who asked for it.
struct DeliveryState: Sendable, Equatable {
    var record: SignedRecord?
    var recipients: [PersonID] = []
    var about: Delivered.About?
    var acknowledged: Set<PersonID> = []

    mutating func apply(_ event: Event) {
        switch event {
        case .delivered(let payload):
            record = SignedRecord(
                record: payload.record,
                signature: payload.signature,
                publicKey: payload.publicKey
            )
            recipients = payload.recipients
            about = payload.about
        case .acknowledged(let payload): acknowledged.insert(payload.by)
        default: break
        }
    }
}
