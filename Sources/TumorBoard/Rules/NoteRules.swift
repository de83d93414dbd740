/// A reviewer's private notes on the sources.
extension Deliberation {
    private var isRevealed: Bool { seen.phase.isRevealed }

    func annotate(_ command: Annotate) throws(Rejection) -> Decision {
        try checkUnsealed()
        try check(command.annotation)
        if seen.own.revision(of: command.annotation.id) != nil {
            throw Rejection(.exists, command.annotation.id.text)
        }
        guard seen.own.noteCount < Limits.annotationsPerPerson else { throw Rejection(.limitReached, "annotations") }
        let annotated = Annotated(annotation: command.annotation, isAfterReveal: isRevealed)
        return Decision(inOwn(.annotated(annotated)), answer: Answered(revision: 1))
    }

    func amend(_ command: AmendAnnotation) throws(Rejection) -> Decision {
        try checkUnsealed()
        try checkRevision(of: command.annotation.id, command.revision)
        try check(command.annotation)
        let revision = command.revision + 1
        let amended = AnnotationAmended(
            annotation: command.annotation,
            revision: revision,
            isAfterReveal: isRevealed
        )
        return Decision(inOwn(.annotationAmended(amended)), answer: Answered(revision: revision))
    }

    func delete(_ command: DeleteAnnotation) throws(Rejection) -> Decision {
        try checkUnsealed()
        try checkRevision(of: command.id, command.revision)
        return Decision(inOwn(.annotationDeleted(AnnotationDeleted(id: command.id))))
    }

    func markRead(_ command: MarkRead) throws(Rejection) -> Decision {
        guard seen.dossier.sources[command.part] != nil else { throw Rejection(.unknown, command.part.text) }
        if seen.own.read.contains(command.part) { throw Rejection(.alreadyDone, command.part.text) }
        return Decision(inOwn(.partRead(PartRead(part: command.part))))
    }

    private func check(_ annotation: Annotation) throws(Rejection) {
        try Wording.line(annotation.statement, "statement")
        try Wording.line(optional: annotation.category, "category")
        try check(annotation.target)
        try annotation.finding?.check()
    }

    /// Two tabs of one person never overwrite each other.
    private func checkRevision(of note: AnnotationID, _ revision: Int) throws(Rejection) {
        guard let current = seen.own.revision(of: note), current > 0 else { throw Rejection(.unknown, note.text) }
        guard current == revision else { throw Rejection(.stale, note.text) }
    }
}

extension Finding {
    func check() throws(Rejection) {
        try Wording.code(field, "finding.field")
        try Wording.line(value, "finding.value")
        if let primary { try Wording.code(primary, "finding.primary") }
        try Wording.line(optional: tnmEdition, "finding.tnmEdition")
    }
}
