/// Where a case stands. The order is fixed; the reveal is the event between `review` and `discussion`.
package enum Phase: String, Codable, Sendable, CaseIterable {
    case intake, review, discussion, voting, drafting, signOff, signed, delivered, closed, withdrawn

    /// Phases in which work of one panel member is hidden from the others.
    package var isSealed: Bool { self == .review || self == .voting }
    /// From here on colleagues' sealed work is published.
    package var isRevealed: Bool {
        switch self {
        case .discussion, .voting, .drafting, .signOff, .signed, .delivered, .closed: true
        case .intake, .review, .withdrawn: false
        }
    }
    /// From the freeze to the signature: the panel is at work.
    var isWorking: Bool {
        switch self {
        case .review, .discussion, .voting, .drafting, .signOff: true
        case .intake, .signed, .delivered, .closed, .withdrawn: false
        }
    }
    package var isOver: Bool { self == .closed || self == .withdrawn }
}
