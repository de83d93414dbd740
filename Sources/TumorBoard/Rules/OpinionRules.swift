/// A position on each of the ten dimensions, with its grounds.
extension Deliberation {
    func state(_ command: StateOpinion) throws(Rejection) -> Decision {
        try checkUnsealed()
        guard command.revision == seen.own.answers[command.dimension] ?? 0 else {
            throw Rejection(.stale, command.dimension.rawValue)
        }
        try check(command.answer)
        let revision = command.revision + 1
        let stated = OpinionStated(dimension: command.dimension, answer: command.answer, revision: revision)
        return Decision(inOwn(.opinionStated(stated)), answer: Answered(revision: revision))
    }

    /// After the reveal: published under the actor's own pseudonym, beside the original.
    func amend(_ command: AmendOpinion) throws(Rejection) -> Decision {
        // The opinion of a seat may be that of whoever sat there before.
        guard seen.own.seal != nil, let pseudonym = seen.pseudonym, seen.board.pseudonyms[pseudonym] == true else {
            throw Rejection(.incomplete, "opinion")
        }
        guard seen.board.amendmentCounts[pseudonym] ?? 0 < Limits.amendmentsPerPerson else {
            throw Rejection(.limitReached, "amendments")
        }
        try check(command.answer)
        try Wording.reason(command.reason, "reason")
        let amended = OpinionAmended(
            pseudonym: pseudonym,
            dimension: command.dimension,
            answer: command.answer,
            reason: command.reason
        )
        return Decision(.board, .opinionAmended(amended))
    }

    /// A value has a confidence, a rationale and a place in the primary data; *cannot judge* needs none of them.
    func check(_ answer: Answer) throws(Rejection) {
        guard answer.citations.count <= Limits.citationsPerAnswer else { throw Rejection(.limitReached, "citations") }
        for citation in answer.citations { try check(citation) }
        guard let value = answer.value else {
            guard answer.confidence == nil else { throw Rejection(.invalid, "confidence") }
            try Wording.note(answer.rationale, "rationale")
            return
        }
        try value.check("value")
        guard let confidence = answer.confidence, (1...9).contains(confidence) else {
            throw Rejection(.invalid, "confidence")
        }
        try Wording.text(answer.rationale, "rationale")
        guard !answer.citations.isEmpty else { throw Rejection(.incomplete, "citations") }
    }
}

extension DimensionValue {
    /// Codes with their system, or words, or both.
    func check(_ field: String) throws(Rejection) {
        guard (system == nil) == codes.isEmpty, isCoded || text != nil else { throw Rejection(.invalid, field) }
        try Wording.line(optional: system, field)
        try Wording.lines(codes, field)
        try Wording.text(optional: text, field)
    }
}
