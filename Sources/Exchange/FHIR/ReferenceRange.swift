/// The range a laboratory holds for normal. Numbers are given only where they compare with the value without thought;
/// otherwise the range stands in words.
struct ReferenceRange {
    let low: String?
    let high: String?
    let text: String?

    init(in holder: Element, unit: ImportedSeries.Unit?, log: ProblemLog) {
        let all = holder.list("referenceRange")
        let normal = all.filter(Self.isNormal)
        if all.count == 1, let range = normal.first, Self.isComparable(range, with: unit) {
            low = range.child("low")?.number("value")
            high = range.child("high")?.number("value")
            text = range.string("text")
            return
        }
        low = nil
        high = nil
        let words = all.compactMap(Self.words)
        text = words.isEmpty ? nil : words.joined(separator: "; ")
        let place = holder.place.child("referenceRange")
        if all.count > 1 {
            log.notice(
                .severalReferenceRanges,
                at: place,
                "There are several reference ranges; they are given in words."
            )
        } else if !normal.isEmpty {
            log.notice(
                .referenceUnitDiffers,
                at: place,
                "The reference range has another unit than the value; it is given in words."
            )
        }
    }

    /// A range without a type is the normal one (FHIR R4, Observation.referenceRange.type).
    private static func isNormal(_ range: Element) -> Bool {
        guard let codings = range.child("type").map(Concept.init)?.codings, !codings.isEmpty else { return true }
        return codings.contains { $0.code == "normal" }
    }

    private static func isComparable(_ range: Element, with unit: ImportedSeries.Unit?) -> Bool {
        let units = ["low", "high"].compactMap { range.child($0) }.compactMap(Quantity.unit)
        return units.allSatisfy { other in
            guard let unit else { return false }
            if let code = unit.code, let otherCode = other.code { return code == otherCode }
            return unit.display == other.display || unit.code == other.display || unit.display == other.code
        }
    }

    private static func words(of range: Element) -> String? {
        let label = range.child("type").map(Concept.init)?.label
        let group = range.list("appliesTo").compactMap { Concept($0).label }
        let limits: String? =
            switch (end("low", of: range), end("high", of: range)) {
            case (let low?, let high?): "\(low) – \(high)"
            case (let low?, nil): "≥ \(low)"
            case (nil, let high?): "≤ \(high)"
            case (nil, nil): nil
            }
        guard let content = range.string("text") ?? limits else { return nil }
        let labels = [label].compactMap { $0 } + group
        return labels.isEmpty ? content : labels.joined(separator: ", ") + ": " + content
    }

    private static func end(_ name: String, of range: Element) -> String? {
        range.child(name).flatMap { Quantity.words(of: $0) }
    }
}
