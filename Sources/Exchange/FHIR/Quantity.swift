/// FHIR's Quantity: a decimal with its unit, and a comparator where the true value lies beyond what can be measured.
struct Quantity {
    let value: ImportedSeries.Value
    let unit: ImportedSeries.Unit?

    /// `nil` where the number is missing without a reason or its comparator is unknown: `<0.1` must not become `0.1`.
    init?(_ element: Element, log: ProblemLog) {
        unit = Self.unit(of: element)
        guard let decimal = element.number("value") else {
            if let reason = element.absentReason(of: "value") {
                log.warning(
                    .absentValue,
                    at: element.place.child("value"),
                    "It was left out: the sender gives no number, for the reason \(reason)."
                )
            } else if !element.has("value") {
                log.error(.missingValue, at: element.place.child("value"), "The quantity has no number.")
            }
            return nil
        }
        guard let written = element.string("comparator") else {
            value = .quantity(decimal: decimal, comparator: nil)
            return
        }
        guard let comparator = ImportedSeries.Comparator(rawValue: written) else {
            log.error(
                .unknownComparator,
                at: element.place.child("comparator"),
                "\"\(written)\" is not a comparator; the value was left out."
            )
            return nil
        }
        value = .quantity(decimal: decimal, comparator: comparator)
    }

    /// A unit is comparable by its UCUM code; a unit in any other system is only what is printed.
    static func unit(of element: Element) -> ImportedSeries.Unit? {
        let code = element.string("system") == Coding.ucum ? element.string("code") : nil
        guard let display = element.string("unit") ?? element.string("code") else { return nil }
        return ImportedSeries.Unit(code: code, display: display)
    }

    /// The quantity as it would be printed.
    static func words(of element: Element) -> String? {
        guard let number = element.number("value") else { return nil }
        let parts = [element.string("comparator").map { $0 + number } ?? number, unit(of: element)?.display]
        return parts.compactMap { $0 }.filter { $0 != "1" || parts[0] == "1" }.joined(separator: " ")
    }
}
