/// A FHIR date, dateTime or instant: a year, a month, a day, or a moment with its offset from UTC.
struct FHIRDate: Comparable {
    /// As the sender wrote it.
    let written: String
    /// Seconds since 1970 in UTC; what a shorter date leaves open counts as its beginning.
    private let seconds: Int
    private let fraction: String

    /// `nil` for anything the FHIR grammar (R4, section 2.24.0.1) or the calendar does not allow.
    init?(_ text: String) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let date = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard date.count <= 3, zip(date, widths).allSatisfy({ Self.isNumber($0, digits: $1) }) else { return nil }
        let numbers = date.compactMap { Int($0) }
        let (year, month, day) = (numbers[0], date.count > 1 ? numbers[1] : 1, date.count > 2 ? numbers[2] : 1)
        guard year > 0, (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else { return nil }

        var time = Time.midnight
        if halves.count == 2 {
            guard date.count == 3, let given = Time(halves[1]) else { return nil }
            time = given
        }
        written = text
        seconds = Self.dayNumber(year, month, day) * 86_400 + time.seconds
        fraction = time.fraction
    }

    static func == (left: FHIRDate, right: FHIRDate) -> Bool {
        (left.seconds, left.fraction) == (right.seconds, right.fraction)
    }

    /// Fractions of one length after the point compare like text; a longer one is later than its own beginning.
    static func < (left: FHIRDate, right: FHIRDate) -> Bool {
        (left.seconds, left.fraction) < (right.seconds, right.fraction)
    }

    /// Seconds after midnight UTC, and what follows the decimal point.
    private struct Time {
        static let midnight = Time(seconds: 0, fraction: "")

        let seconds: Int
        let fraction: String

        private init(seconds: Int, fraction: String) {
            self.seconds = seconds
            self.fraction = fraction
        }

        /// `hh:mm:ss`, a fraction or none, and `Z` or an offset, all of which FHIR demands where there is a time.
        init?(_ text: Substring) {
            guard let zoneStart = text.firstIndex(where: { "Z+-".contains($0) }) else { return nil }
            let parts = text[..<zoneStart].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let clock = parts[0].split(separator: ":", omittingEmptySubsequences: false)
            guard clock.count == 3, clock.allSatisfy({ isNumber($0, digits: 2) }),
                let offset = Self.offset(text[zoneStart...])
            else { return nil }
            let fraction = parts.count == 2 ? parts[1] : ""
            guard parts.count == 1 || isNumber(fraction, digits: fraction.count), !text.hasSuffix(".") else {
                return nil
            }
            let numbers = clock.compactMap { Int($0) }
            guard numbers[0] < 24, numbers[1] < 60, numbers[2] <= 60 else { return nil }
            self.init(
                seconds: numbers[0] * 3600 + numbers[1] * 60 + numbers[2] - offset * 60,
                fraction: String(fraction)
            )
        }

        /// Minutes east of UTC.
        private static func offset(_ zone: Substring) -> Int? {
            if zone == "Z" { return 0 }
            let parts = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ isNumber($0, digits: 2) }) else { return nil }
            let numbers = parts.compactMap { Int($0) }
            guard numbers[0] <= 14, numbers[1] < 60, !zone.hasPrefix("Z") else { return nil }
            return (zone.hasPrefix("-") ? -1 : 1) * (numbers[0] * 60 + numbers[1])
        }
    }

    private static func isNumber(_ text: Substring, digits: Int) -> Bool {
        digits > 0 && text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1 January 1970 in the Gregorian calendar, counting years from March so that the leap day comes last.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}

extension Element {
    /// The first of the given members that has a usable date; a Period counts by its start, else its end.
    func date(_ names: String...) -> FHIRDate? {
        for name in names {
            if case .object? = members[name] {
                if let date = child(name)?.date("start", "end") { return date }
            } else if let text = string(name) {
                if let date = FHIRDate(text) { return date }
                log.warning(.malformedDate, at: place.child(name), "\"\(text)\" is not a date.")
            }
        }
        return nil
    }
}
