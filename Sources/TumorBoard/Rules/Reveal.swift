/// The release that ends the review: one event that publishes sealed packages by hash, the first opinion, and the
/// computed discrepancies. Whoever has not sealed is listed as late; drafts are never published.
struct Reveal {
    let full: CaseState
    let means: Means

    var decision: Decision {
        let reviewers = reviewers
        let (found, omitted) = DiscrepancyFinder.find(in: positions)
        let discrepancies = means.blob(found)
        let revealed = Revealed(
            reviewers: reviewers,
            firstOpinion: full.quarantine.firstPlan?.content,
            firstValues: full.quarantine.firstPlan?.values ?? [:],
            discrepancies: discrepancies.blob,
            subjects: found.map { Revealed.Subject(id: $0.id, subject: $0.subject) },
            omitted: omitted == 0 ? nil : omitted,
            panel: full.activePanel.sorted { ($0.name, $0.person) < ($1.name, $1.person) }.map(\.asSeated),
            rules: Rules.version
        )
        return Decision(
            [
                Appended(.dossier, .phaseChanged(PhaseChanged(to: .discussion))),
                Appended(.board, .revealed(revealed)),
            ],
            blobs: [discrepancies]
        )
    }

    private var reviewers: [Revealed.Reviewer] {
        full.activePanel.map { member in
            let seal = full.own[member.person]?.seal
            return Revealed.Reviewer(
                pseudonym: pseudonym(of: member),
                discipline: member.discipline,
                isLate: seal == nil,
                opinion: seal?.opinion,
                pages: seal?.pages ?? []
            )
        }
        .sorted { Pseudonyms.precedes($0.pseudonym, $1.pseudonym) }
    }

    private var positions: [DiscrepancyFinder.Holder] {
        var holders: [DiscrepancyFinder.Holder] = []
        if let first = full.quarantine.firstPlan {
            let values = SealedValues(dimensions: first.values, findings: first.findings)
            holders.append(DiscrepancyFinder.Holder(name: Discrepancy.firstOpinionHolder, values: values))
        }
        for member in full.activePanel {
            guard let values = full.own[member.person]?.seal?.values else { continue }
            holders.append(DiscrepancyFinder.Holder(name: pseudonym(of: member), values: values))
        }
        return holders
    }

    private func pseudonym(of member: Membership) -> String {
        full.pseudonym(of: member.person) ?? "R"
    }
}
