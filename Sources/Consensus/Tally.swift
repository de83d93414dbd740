/// The counted ballots of one vote, before any rule is applied to them.
public struct Tally: Sendable, Hashable, Codable {
    public let inFavour: Int
    public let against: Int
    /// Members who took a position between the two: the middle third of a rating scale. Never an abstention.
    public let undecided: Int
    public let abstentions: Int

    /// A vote of yes, no or abstain on a final text.
    public init(yes: Int, no: Int, abstain: Int = 0) {
        self.init(inFavour: yes, against: no, undecided: 0, abstentions: abstain)
    }

    /// A vote by rating: 7-9 is in favour, 1-3 against, and 4-6 a position of its own.
    public init(ratings: [Rating], abstain: Int = 0) {
        self.init(
            inFavour: ratings.count { $0.third == .inFavour },
            against: ratings.count { $0.third == .against },
            undecided: ratings.count { $0.third == .undecided },
            abstentions: abstain
        )
    }

    private init(inFavour: Int, against: Int, undecided: Int, abstentions: Int) {
        precondition(min(inFavour, against, undecided, abstentions) >= 0, "ballots are counted from zero")
        self.inFavour = inFavour
        self.against = against
        self.undecided = undecided
        self.abstentions = abstentions
    }

    /// Ballots that take a position.
    public var positions: Int { inFavour + against + undecided }
}
