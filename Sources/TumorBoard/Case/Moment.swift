/// A point in time: milliseconds since 1970-01-01T00:00:00Z. On the wire a number.
package struct Moment: Hashable, Sendable, Comparable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    package static func < (one: Self, other: Self) -> Bool { one.milliseconds < other.milliseconds }
    package func advanced(by duration: Duration) -> Moment {
        Moment(
            milliseconds: milliseconds + duration.components.seconds * 1000
                + duration.components.attoseconds / 1_000_000_000_000_000
        )
    }
}
