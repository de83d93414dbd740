/// Compares coded positions by machine. Words are compared by people.
enum DiscrepancyFinder {
    /// One side of the comparison: the first opinion, or a reviewer under a pseudonym.
    struct Holder {
        var name: String
        var values: SealedValues
    }

    /// The differences in a stable order, numbered `d1`, `d2`, …: dimensions in theirs, then fields by name and primary;
    /// and how many there are beyond `Limits.discrepancies`.
    static func find(in holders: [Holder]) -> (listed: [Discrepancy], omitted: Int) {
        let differing = onDimensions(holders) + onFields(holders)
        let listed = differing.prefix(Limits.discrepancies).enumerated().compactMap { index, difference in
            DiscrepancyID("d\(index + 1)").map {
                Discrepancy(id: $0, subject: difference.subject, positions: difference.positions)
            }
        }
        return (listed, differing.count - listed.count)
    }

    private typealias Difference = (subject: Discrepancy.Subject, positions: [Discrepancy.Position])

    private static func onDimensions(_ holders: [Holder]) -> [Difference] {
        Dimension.allCases.compactMap { dimension in
            let positions = grouped(
                holders.compactMap { holder in
                    holder.values.dimensions[dimension].map { (holder.name, $0) }
                }
            )
            return positions.count < 2 ? nil : (.dimension(dimension), positions)
        }
    }

    /// A prefix is part of the field, so that `cT` and `pT` never contradict; nor do two primaries.
    private static func onFields(_ holders: [Holder]) -> [Difference] {
        let fields = Set(holders.flatMap { $0.values.findings.map(Field.init) })
        return fields.sorted().compactMap { field in
            let positions = grouped(
                holders.compactMap { holder in
                    let values = Set(holder.values.findings.filter { Field($0) == field }.map(\.value))
                    return values.isEmpty
                        ? nil : (holder.name, DimensionValue(system: "finding", codes: values.sorted()))
                }
            )
            return positions.count < 2 ? nil : (.field(field.name, primary: field.primary), positions)
        }
    }

    private struct Field: Hashable, Comparable {
        var name: String
        var primary: String?

        init(_ finding: Finding) {
            name = finding.field
            primary = finding.primary
        }

        static func < (one: Self, other: Self) -> Bool {
            (one.name, one.primary ?? "") < (other.name, other.primary ?? "")
        }
    }

    /// Positions of one subject, one for each distinct coded value. Words stay only where all who hold it share them.
    private static func grouped(_ stated: [(holder: String, value: DimensionValue)]) -> [Discrepancy.Position] {
        var positions: [CodedValue: Discrepancy.Position] = [:]
        for (holder, value) in stated {
            guard let key = value.coded else { continue }
            var position =
                positions[key]
                ?? Discrepancy.Position(
                    holders: [],
                    value: DimensionValue(system: key.system, codes: key.codes, text: value.text)
                )
            position.holders.append(holder)
            if position.value.text != value.text { position.value.text = nil }
            positions[key] = position
        }
        return positions.values
            .map { position in
                var position = position
                position.holders.sort(by: Pseudonyms.precedes)
                return position
            }
            .sorted { Pseudonyms.precedes($0.holders[0], $1.holders[0]) }
    }
}

extension Discrepancy {
    /// How positions name the first physicians; reviewers go by pseudonym.
    static let firstOpinionHolder = "first-opinion"
}
