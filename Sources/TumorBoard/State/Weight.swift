extension Event {
    /// Roughly the bytes that folding this event adds to a case's state.
    var weight: Int {
        switch self {
        case .documentFiled(let payload): 200 + 300 * payload.document.parts.count
        case .documentPublished(let payload): 120 + 160 * payload.document.parts.count
        case .seriesFiled(let payload): 200 + 160 * payload.series.points.count
        case .seriesPublished(let payload): 120 + 40 * payload.series.points.count
        case .firstOpinionTranscribed(let payload): 2_000 + 120 * payload.opinion.findings.count
        case .sealed(let payload): 2_000 + 120 * (payload.values?.findings.count ?? 0)
        case .ballotCast(let payload):
            200 + payload.text.utf8.count + payload.reasons.values.reduce(0) { $0 + $1.utf8.count }
        case .revealed(let payload): 2_000 + 200 * (payload.panel.count + payload.subjects.count)
        case .annotated, .commented, .memberInvited, .itemChecked, .optionProposed: 160
        default: 48
        }
    }
}
