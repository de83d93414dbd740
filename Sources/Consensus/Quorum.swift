/// Whether enough of the right people voted for a vote to stand. A vote without quorum is void.
///
/// Quorum is a property of one case, not of the meeting: every required discipline is present by a member or a named
/// deputy, and at least `max(3, ceil(2n / 3))` ballots were cast, an abstention being a ballot.
public struct Quorum<Discipline: Hashable & Sendable>: Sendable, Hashable {
    /// Panel members who may vote, those recused left out.
    public let panel: Int
    public let required: Set<Discipline>

    public init(panel: Int, required: Set<Discipline>) {
        precondition(panel >= 0, "a panel is counted from zero")
        self.panel = panel
        self.required = required
    }

    /// A panel of fewer than three can never reach its quorum: two people are not a board.
    public var ballotsNeeded: Int { max(3, (2 * panel + 2) / 3) }

    /// What a vote still lacks; nothing at all when it stands.
    public struct Shortfall: Sendable, Hashable {
        public let ballots: Int
        public let disciplines: Set<Discipline>

        public var isEmpty: Bool { ballots == 0 && disciplines.isEmpty }
    }

    public func shortfall(ballots: Int, present: Set<Discipline>) -> Shortfall {
        Shortfall(ballots: max(0, ballotsNeeded - ballots), disciplines: required.subtracting(present))
    }

    public func isReached(ballots: Int, present: Set<Discipline>) -> Bool {
        shortfall(ballots: ballots, present: present).isEmpty
    }
}
