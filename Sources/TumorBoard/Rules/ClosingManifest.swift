/// The release that ends a case: the panel sheet opened, and the heads of the `own` streams by pseudonym, so that each
/// can check theirs and the auditor all. The chains behind those heads begin with a salt.
struct ClosingManifest {
    let full: CaseState
    let means: Means
    let chain: [Stream: String]

    var decision: Decision {
        guard let sheet = full.logistics.sheet else { return Decision() }
        let heads = full.custody.reviewers.map { person, pseudonym in
            Closed.Head(
                pseudonym: pseudonym,
                seq: full.head(of: .own(person)),
                hash: chain[.own(person)] ?? ""
            )
        }
        .sorted { Pseudonyms.precedes($0.pseudonym, $1.pseudonym) }
        return Decision(.dossier, .closed(Closed(sheet: sheet, heads: heads)))
    }
}
