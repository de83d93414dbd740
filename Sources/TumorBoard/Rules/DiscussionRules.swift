/// Working off the differences in the open, by name.
extension Deliberation {
    private var board: BoardState { seen.board }

    func post(_ command: PostComment) throws(Rejection) -> Decision {
        let comment = command.comment
        if board.hasComment(comment.id) { throw Rejection(.exists, comment.id.text) }
        guard board.commentCounts[person] ?? 0 < Limits.commentsPerPerson else {
            throw Rejection(.limitReached, "comments")
        }
        if let discrepancy = comment.discrepancy { try checkKnown(discrepancy) }
        if let earlier = comment.replyTo, !board.hasComment(earlier) {
            throw Rejection(.unknown, earlier.text)
        }
        try Wording.text(comment.text, "text")
        if let target = comment.target { try check(target) }
        return Decision(.board, .commented(Commented(comment: comment, by: person)))
    }

    /// For what no machine compares: a difference in words, or one between sources. One thread for each subject.
    func raise(_ command: RaiseDiscrepancy) throws(Rejection) -> Decision {
        let raised = command.discrepancy
        guard board.subjects[raised.id] == nil else { throw Rejection(.exists, raised.id.text) }
        guard !board.subjects.values.contains(raised.subject) else { throw Rejection(.exists, "subject") }
        guard board.discrepancyCounts[person] ?? 0 < Limits.discrepanciesPerPerson else {
            throw Rejection(.limitReached, "discrepancies")
        }
        if case .field(let field, let primary) = raised.subject {
            try Wording.code(field, "subject.field")
            if let primary { try Wording.code(primary, "subject.primary") }
        }
        guard raised.positions.count <= Limits.listLength else { throw Rejection(.limitReached, "positions") }
        for position in raised.positions {
            let isKnown = position.holders.allSatisfy { holder in
                holder == Discrepancy.firstOpinionHolder || board.pseudonyms[holder] != nil
            }
            guard isKnown, !position.holders.isEmpty else { throw Rejection(.unknown, "positions.holders") }
            try position.value.check("positions.value")
        }
        try Wording.text(optional: raised.statement, "statement")
        return Decision(.board, .discrepancyRaised(DiscrepancyRaised(discrepancy: raised, by: person)))
    }

    func assess(_ command: AssessDiscrepancy) throws(Rejection) -> Decision {
        try checkKnown(command.id)
        let assessed = DiscrepancyAssessed(
            id: command.id,
            kind: command.kind,
            severity: command.severity,
            by: person
        )
        return Decision(.board, .discrepancyAssessed(assessed))
    }

    /// Reopening needs no words; every other end of a thread does.
    func settle(_ command: SettleDiscrepancy) throws(Rejection) -> Decision {
        try checkKnown(command.id)
        if command.status == .open {
            try Wording.note(command.conclusion, "conclusion")
        } else {
            try Wording.reason(command.conclusion, "conclusion")
        }
        let settled = DiscrepancySettled(
            id: command.id,
            status: command.status,
            conclusion: command.conclusion,
            by: person
        )
        return Decision(.board, .discrepancySettled(settled))
    }

    private func checkKnown(_ discrepancy: DiscrepancyID) throws(Rejection) {
        guard board.subjects[discrepancy] != nil else { throw Rejection(.unknown, discrepancy.text) }
    }
}
