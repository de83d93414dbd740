/// A point in time as `Date` and its kin write it: IMF-fixdate, always in GMT (RFC 9110 section 5.6.7).
///
/// Wire has no clock. The owner makes one of these a second and hands it to every response of that second.
package struct HTTPDate: Sendable, Equatable, CustomStringConvertible {
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, always 29 characters.
    package let description: String

    /// - Parameter unixSeconds: seconds since 1970, held within the years 1970...9999 that the format can write.
    package init(unixSeconds: Int64) {
        let seconds = min(max(unixSeconds, 0), 253_402_300_799)
        let (days, second) = (Int(seconds / 86_400), Int(seconds % 86_400))
        let (year, month, day) = Self.civil(days)
        // 1 January 1970 was a Thursday.
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][(days + 4) % 7]
        let monthName = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
        let time = [second / 3600, second / 60 % 60, second % 60].map(Self.twoDigits).joined(separator: ":")
        description = "\(weekday), \(Self.twoDigits(day)) \(monthName) \(year) \(time) GMT"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// The day of the Gregorian calendar, counted in 400-year eras whose years begin in March, so that the leap day is last.
    private static func civil(_ daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let days = daysSince1970 + 719_468
        let (era, dayOfEra) = (days / 146_097, days % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
