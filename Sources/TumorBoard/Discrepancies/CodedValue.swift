/// A coded position as it is compared: a set of codes, or a list where the system says that order matters.
struct CodedValue: Hashable {
    var system: String
    /// Sorted and without repetitions, unless the order matters.
    var codes: [String]
}

extension DimensionValue {
    /// Nothing for a position in words: those are not compared by machine.
    var coded: CodedValue? {
        guard let system, isCoded else { return nil }
        return CodedValue(system: system, codes: system.hasSuffix("-ordered") ? codes : Set(codes).sorted())
    }
}
