/// Observation.value[x] (FHIR R4, section 10.1).
struct MeasuredValue {
    let value: ImportedSeries.Value
    let unit: ImportedSeries.Unit?

    private static let readable = [
        "valueQuantity", "valueString", "valueInteger", "valueBoolean", "valueCodeableConcept", "valueRatio",
        "valueRange",
        "valueDateTime", "valueTime",
    ]
    private static let unreadable = ["valueSampledData", "valuePeriod"]

    static func isPresent(in holder: Element) -> Bool {
        (readable + unreadable + ["dataAbsentReason"]).contains { holder.has($0) || holder.has("_" + $0) }
    }

    /// `nil` where there is nothing to show; the log says why.
    init?(in holder: Element, context: ImportContext) {
        if let name = Self.unreadable.first(where: holder.has) {
            context.log.error(
                .unsupportedValue,
                at: holder.place.child(name),
                "A value of this type cannot be shown in a series."
            )
            return nil
        }
        guard let name = Self.readable.first(where: { holder.has($0) || holder.has("_" + $0) }) else {
            if let reason = holder.child("dataAbsentReason").map(Concept.init)?.label {
                Self.leaveOut(at: holder.place.child("dataAbsentReason"), for: reason, log: context.log)
            } else {
                context.log.warning(
                    .missingValue,
                    at: holder.place,
                    "There is neither a value nor a reason why there is none."
                )
            }
            return nil
        }
        guard name != "valueQuantity" else {
            guard let quantity = holder.child(name).flatMap({ Quantity($0, log: context.log) }) else { return nil }
            self.init(value: quantity.value, unit: quantity.unit)
            return
        }
        if let reason = holder.absentReason(of: name), !holder.has(name) {
            Self.leaveOut(at: holder.place.child(name), for: reason, log: context.log)
            return nil
        } else if name == "valueInteger" {
            guard let literal = holder.number(name) else { return nil }
            self.init(value: .quantity(decimal: literal, comparator: nil), unit: nil)
        } else {
            guard let words = Self.words(in: holder, name),
                let text = context.text(words, at: holder.place.child(name))
            else { return nil }
            self.init(value: .text(text), unit: nil)
        }
    }

    private init(value: ImportedSeries.Value, unit: ImportedSeries.Unit?) {
        self.value = value
        self.unit = unit
    }

    /// What was measured or asked for and has no value: it is no point of a trend, and it is not forgotten either.
    private static func leaveOut(at place: Place, for reason: String, log: ProblemLog) {
        log.warning(.absentValue, at: place, "It was left out: the sender gives no value, for the reason \(reason).")
    }

    private static func words(in holder: Element, _ name: String) -> String? {
        let words: String?
        switch name {
        case "valueBoolean": words = holder.bool(name).map(String.init)
        case "valueCodeableConcept": words = holder.child(name).map(Concept.init)?.label
        case "valueRatio":
            let parts = ["numerator", "denominator"].compactMap { holder.child(name)?.child($0) }
            words = parts.count == 2 ? parts.compactMap(Quantity.words).joined(separator: ":") : nil
        case "valueRange":
            let ends = ["low", "high"].map { holder.child(name)?.child($0).flatMap(Quantity.words) }
            words = ends.contains { $0 != nil } ? ends.map { $0 ?? "" }.joined(separator: "–") : nil
        default: words = holder.string(name)
        }
        if words == nil {
            holder.log.error(.missingValue, at: holder.place.child(name), "The value is there and says nothing.")
        }
        return words
    }
}
