/// Puts single values together into series: same patient, same code, same unit, in the order of their dates.
enum SeriesGrouping {
    static func series(of values: [ObservationValue]) -> [ImportedSeries] {
        var order: [Key] = []
        var groups: [Key: [ObservationValue]] = [:]
        for (key, value) in zip(keys(of: values), values) {
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(value)
        }
        return order.compactMap { key in groups[key].flatMap(series) }
    }

    private struct Key: Hashable {
        let identity: [String?]
        let unit: String?

        init(_ value: ObservationValue) {
            identity = value.identity
            unit = value.unit.map { $0.code ?? $0.display }
        }
    }

    /// A word such as "haemolytic" among an analyte's numbers has no unit; it joins the unit that most of them have.
    private static func keys(of values: [ObservationValue]) -> [Key] {
        var counts: [Key: Int] = [:]
        var commonest: [[String?]: Key] = [:]
        for key in values.map(Key.init) where key.unit != nil {
            counts[key, default: 0] += 1
            guard let leader = commonest[key.identity], counts[key, default: 0] <= counts[leader, default: 0] else {
                commonest[key.identity] = key
                continue
            }
        }
        return values.map { value in
            let key = Key(value)
            return key.unit == nil && !value.isNumber ? commonest[key.identity] ?? key : key
        }
    }

    private static func series(of values: [ObservationValue]) -> ImportedSeries? {
        guard let first = values.first else { return nil }
        let ordered = values.enumerated().sorted { left, right in
            let (one, other) = (left.element.date, right.element.date)
            return one == other ? left.offset < right.offset : one < other
        }
        return ImportedSeries(
            analyte: first.analyte,
            loinc: first.loinc,
            unit: values.lazy.compactMap(\.unit).first,
            points: ordered.map(\.element.point)
        )
    }
}

extension ObservationValue {
    fileprivate var isNumber: Bool {
        if case .quantity = point.value { true } else { false }
    }
}
