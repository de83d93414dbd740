/// Sealing and recusal: how a reviewer's work comes to rest.
extension Deliberation {
    func seal(_ command: Seal) throws(Rejection) -> Decision {
        try checkUnsealed()
        let missing = Dimension.allCases.filter { seen.own.answers[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else { throw Rejection(.incomplete, listed(missing)) }
        let head = seen.state.head(of: .own(person))
        guard command.own == head, case .package(let package) = prepared, package.own == head else {
            throw Rejection(.stale, "own")
        }
        try package.checkSizes()
        let sealed = Sealed(
            person: nil,
            opinion: package.opinion.blob,
            pages: package.pages.map(\.blob),
            values: package.values,
            dossier: seen.state.head(of: .dossier)
        )
        return Decision(
            inOwn(.sealed(sealed)),
            blobs: [package.opinion] + package.pages,
            answer: Answered(opinion: package.opinion.blob.hash)
        )
    }

    /// Closes the actor's own stream and publishes nothing of it. Where the panel talks in the open it is told; in a sealed
    /// phase the release that ends the phase tells it.
    func recuse(_ command: Recuse) throws(Rejection) -> Decision {
        try Wording.reason(command.reason, "reason")
        var decision = Decision(inOwn(.recused(Recused(person: nil, reason: command.reason))))
        if !seen.phase.isSealed { decision.append(Decision(.board, .stoodDown(StoodDown(by: person)))) }
        return decision
    }

    /// What is sealed rests, unless a source came later: that opens it again for all alike, until the deadline.
    func checkUnsealed() throws(Rejection) {
        guard seen.phase == .review, let seal = seen.own.seal else { return }
        let isBeforeDeadline = seen.dossier.deadline.map { means.now < $0 } ?? false
        guard seen.dossier.lateSource > seal.dossier, isBeforeDeadline else { throw Rejection(.alreadyDone, "sealed") }
    }
}

extension Prepared.Package {
    fileprivate func checkSizes() throws(Rejection) {
        guard opinion.bytes.count <= Limits.opinionBytes else { throw Rejection(.limitReached, "opinion") }
        guard pages.count <= Limits.pagesPerPackage, pages.allSatisfy({ $0.bytes.count <= Limits.pageBytes }) else {
            throw Rejection(.limitReached, "annotations")
        }
        guard values.findings.count <= Limits.findingsPerPackage else { throw Rejection(.limitReached, "findings") }
    }
}
