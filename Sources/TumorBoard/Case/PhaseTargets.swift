extension Phase {
    /// How long a case should stay in a phase, as a board means it: the times by which the agenda is ordered. None is a
    /// deadline, and nothing happens when it passes. The review has a deadline of its own, frozen with the panel.
    var target: Duration? {
        switch self {
        case .intake: .days(3)
        case .discussion: .days(2)
        case .voting, .drafting, .signOff, .signed: .days(1)
        case .delivered: .days(3)
        case .review, .closed, .withdrawn: nil
        }
    }
}

extension Duration {
    fileprivate static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}
