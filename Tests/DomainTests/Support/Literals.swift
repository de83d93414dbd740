@testable import TumorBoard

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let identifier = Identifier(text) else { preconditionFailure("\(text) is no identifier") }
        self = identifier
    }
}

extension Moment {
    /// The day the tests' cases begin.
    static let start = Moment(milliseconds: 1_780_000_000_000)

    static func + (moment: Moment, duration: Duration) -> Moment { moment.advanced(by: duration) }
}

extension Duration {
    static func hours(_ count: Int) -> Duration { .seconds(3600 * count) }
    static func days(_ count: Int) -> Duration { .hours(24 * count) }
}
