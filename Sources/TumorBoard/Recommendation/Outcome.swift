/// How a draft stands to the first plan, dimension by dimension and as a whole.
struct Outcome: Equatable {
    var comparisons: [Dimension: Comparison]
    var outcome: OutcomeClass

    /// Dimensions that both answer, where words stand on one side: a person must say whether they differ.
    static func needingJudgement(_ draft: Draft, first: [Dimension: DimensionValue]) -> [Dimension] {
        Dimension.allCases.filter { dimension in
            guard let value = draft.values[dimension], let plan = first[dimension] else { return false }
            return value.coded == nil || plan.coded == nil
        }
    }

    /// `confirm` when every compared dimension is the same; `fundamentally different` when a fundamental one differs;
    /// `adjust` when only others do. `draft.judged` must answer `needingJudgement`.
    init(of draft: Draft, first: [Dimension: DimensionValue]) {
        comparisons = [:]
        for dimension in Dimension.allCases {
            comparisons[dimension] = Self.comparison(on: dimension, draft, first)
        }
        let different = comparisons.filter { $0.value == .different || $0.value == .chairDifferent }.keys
        outcome =
            if first.isEmpty {
                .noFirstPlan
            } else if different.contains(where: \.isFundamental) {
                .fundamentallyDifferent
            } else {
                different.isEmpty ? .confirm : .adjust
            }
    }

    private static func comparison(
        on dimension: Dimension,
        _ draft: Draft,
        _ first: [Dimension: DimensionValue]
    ) -> Comparison {
        guard let value = draft.values[dimension], let plan = first[dimension] else { return .notCompared }
        if let one = value.coded, let other = plan.coded { return one == other ? .same : .different }
        return switch draft.judged[dimension] {
        case .same: .chairSame
        case .different: .chairDifferent
        case nil: .notCompared
        }
    }
}
