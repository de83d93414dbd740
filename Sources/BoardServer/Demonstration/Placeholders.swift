import Foundation
import TumorBoard

/// What a demonstration's script leaves open until it is played: days from today, hashes, positions, discrepancies.
///
/// `{"$day": n, "time": "HH:MM"}` becomes milliseconds, `{"$date": n}` a calendar date, `{"$version": part}` the hash under
/// which the part was filed, `{"$own": true}` the head of the speaker's own stream, `{"$discrepancy": subject}` the
/// identifier the reveal gave it, and `{{D-0036}}` in a text a date of ten characters.
struct Placeholders {
    /// Midnight of the day of seeding, UTC.
    let today: Moment
    let state: CaseState?
    let speaker: PersonID?
    /// The hash of each part and translation filed so far.
    let versions: [String: String]

    struct Unresolved: Error, CustomStringConvertible {
        var description: String
    }

    private static let dayMilliseconds: Int64 = 86_400_000

    func moment(_ value: Any?) throws -> Moment {
        guard let object = value as? [String: Any], let day = object["$day"] as? Int else {
            throw Unresolved(description: "a moment is {\"$day\": n, \"time\": \"HH:MM\"}")
        }
        let parts = (object["time"] as? String ?? "12:00").split(separator: ":").compactMap { Int64($0) }
        guard parts.count == 2 else { throw Unresolved(description: "a time is HH:MM") }
        let start = today.milliseconds + Int64(day) * Self.dayMilliseconds
        return Moment(milliseconds: start + (parts[0] * 60 + parts[1]) * 60_000)
    }

    func resolve(_ value: Any) throws -> Any {
        if let text = value as? String { return dated(text, language: "de") }
        if let list = value as? [Any] { return try list.map(resolve) }
        guard let object = value as? [String: Any] else { return value }
        if object["$day"] != nil { return try moment(object).milliseconds }
        if let day = object["$date"] as? Int { return date(day, separator: "-") }
        if let part = object["$version"] as? String {
            guard let hash = versions[part] else { throw Unresolved(description: "\(part) was not filed") }
            return hash
        }
        if object["$own"] != nil { return speaker.flatMap { state?.heads[.own($0)] } ?? 0 }
        if let subject = object["$discrepancy"] { return try discrepancy(subject) }
        return try object.mapValues(resolve)
    }

    private func discrepancy(_ value: Any) throws -> String {
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: value))
        let subject = try Canonical.decode(Discrepancy.Subject.self, from: bytes)
        guard let id = state?.discrepancy(about: subject) else {
            throw Unresolved(description: "no discrepancy on \(subject)")
        }
        return id.text
    }

    /// Replaces the date tokens of a text; each has ten characters and so has its date.
    func dated(_ text: String, language: String) -> String {
        text.replacing(/\{\{D([+-]\d{4})\}\}/) { match in
            date(Int(match.1) ?? 0, separator: language == "en" ? "-" : ".")
        }
    }

    private func date(_ day: Int, separator: String) -> String {
        let seconds = Double(today.milliseconds / 1000) + Double(day) * 86_400
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: seconds))
        func digits(_ value: Int?, _ width: Int) -> String {
            let text = String(value ?? 0)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let (year, month, day) = (digits(parts.year, 4), digits(parts.month, 2), digits(parts.day, 2))
        return separator == "-" ? "\(year)-\(month)-\(day)" : "\(day).\(month).\(year)"
    }
}
