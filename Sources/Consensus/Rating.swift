/// One panel member's judgement of an option on the RAND/UCLA scale: 1 (harm far outweighs benefit) to 9
/// (benefit far outweighs harm).
public struct Rating: Sendable, Hashable, Comparable, Codable, RawRepresentable {
    public static let scale = 1...9

    public let rawValue: Int

    /// `nil` for a number outside the scale.
    public init?(rawValue: Int) {
        guard Self.scale.contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// The third of the scale a rating falls into: 1-3, 4-6, 7-9.
    public enum Third: Sendable, Hashable, CaseIterable {
        case against, undecided, inFavour
    }

    public var third: Third {
        switch rawValue {
        case ...3: .against
        case 7...: .inFavour
        default: .undecided
        }
    }

    public static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }
}
