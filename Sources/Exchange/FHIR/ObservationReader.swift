/// One value of one observation, before values are put together into series.
struct ObservationValue {
    let analyte: String
    let loinc: String?
    /// What makes two values the same analyte of the same patient.
    let identity: [String?]
    let unit: ImportedSeries.Unit?
    let date: FHIRDate
    let point: ImportedSeries.Point
}

/// Reads a laboratory Observation: its own value, and one value for each component.
struct ObservationReader {
    let context: ImportContext
    let subjects: Subjects

    func read(_ observation: Resource) -> [ObservationValue] {
        guard ResourceState.isImportable(observation, log: context.log) else { return [] }
        let element = observation.element
        noteMissingMembers(of: observation)
        let components = element.list("component")
        let isPanel = !components.isEmpty || !element.list("hasMember").isEmpty
        var values: [ObservationValue] = []
        if !isPanel || MeasuredValue.isPresent(in: element) {
            values += [value(in: element, of: observation)].compactMap { $0 }
        }
        for component in components {
            guard !component.has("modifierExtension") else {
                context.log.error(
                    .unknownModifier,
                    at: component.place.child("modifierExtension"),
                    "The component carries a modifier that may change its meaning in a way that is not known here."
                )
                continue
            }
            values += [value(in: component, of: observation)].compactMap { $0 }
        }
        return values
    }

    /// - Parameter holder: the observation or one of its components; status and date are the observation's.
    private func value(in holder: Element, of observation: Resource) -> ObservationValue? {
        guard let code = holder.child("code").map(Concept.init), let analyte = code.label else {
            context.log.error(.missingCode, at: holder.place.child("code"), "Nothing says what was measured.")
            return nil
        }
        guard let measured = MeasuredValue(in: holder, context: context) else { return nil }
        guard let date = observation.element.date("effectiveDateTime", "effectiveInstant", "effectivePeriod", "issued")
        else {
            context.log.error(
                .undatedValue,
                at: holder.place,
                "A value of \(analyte) was left out: it has no date, and cannot stand in a trend."
            )
            return nil
        }
        let range = ReferenceRange(in: holder, unit: measured.unit, log: context.log)
        let notes = observation.element.list("note").compactMap { $0.string("text") }
        let point = ImportedSeries.Point(
            date: date.written,
            value: measured.value,
            flag: Interpretation.flag(in: holder, log: context.log),
            referenceLow: range.low,
            referenceHigh: range.high,
            referenceText: range.text,
            status: observation.status ?? "unknown",
            note: notes.isEmpty ? nil : notes.joined(separator: "\n"),
            source: holder.place
        )
        let coding = code.codings.first { $0.isFrom(Coding.loinc) } ?? code.codings.first
        return ObservationValue(
            analyte: analyte,
            loinc: code.loinc,
            identity: [subjects.name(of: observation), coding?.system, coding?.code ?? analyte],
            unit: measured.unit,
            date: date,
            point: point
        )
    }

    private func noteMissingMembers(of observation: Resource) {
        for member in observation.element.list("hasMember") where context.resolve(member, from: observation) == nil {
            context.log.warning(
                .unresolvedReference,
                at: member.place,
                "The panel's member \(member.string("reference") ?? "without an address") is not in this file."
            )
        }
    }
}
