extension Event {
    /// Every blob that a reader of this event may fetch.
    package var publishes: [Blob] {
        switch self {
        case .documentFiled(let payload): payload.document.contents + [payload.original].compactMap(\.self)
        case .documentPublished(let payload): payload.document.contents
        case .translationFiled(let payload): [payload.translation.content]
        case .firstOpinionTranscribed(let payload): [payload.content]
        case .sealed(let payload): [payload.opinion].compactMap(\.self) + (payload.pages ?? [])
        case .revealed(let payload):
            payload.reviewers.flatMap { [$0.opinion].compactMap(\.self) + $0.pages }
                + [payload.firstOpinion, payload.discrepancies].compactMap(\.self)
        case .roundOpened(let payload): [payload.ballots]
        case .recorded(let payload): [payload.record]
        case .delivered(let payload): [payload.record]
        default: []
        }
    }
}

extension Document {
    fileprivate var contents: [Blob] {
        parts.flatMap { part in [part.content] + part.translations.map(\.content) }
    }
}
