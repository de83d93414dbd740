/// ISO 8601 calendar dates as text, proleptic Gregorian.
enum CalendarDate {
    /// Whether the text is a date that exists: `2026-02-28`, or with reduced precision `2026-02` and `2026`.
    static func isValid(_ text: String, isReducedAllowed: Bool) -> Bool {
        let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard isReducedAllowed ? (1...3).contains(fields.count) : fields.count == 3 else { return false }
        guard let year = number(fields[0], digits: 4) else { return false }
        if fields.count == 1 { return true }
        guard let month = number(fields[1], digits: 2), (1...12).contains(month) else { return false }
        if fields.count == 2 { return true }
        guard let day = number(fields[2], digits: 2) else { return false }
        return (1...days(in: month, of: year)).contains(day)
    }

    private static func number(_ field: Substring.UTF8View, digits: Int) -> Int? {
        guard field.count == digits, field.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return field.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
