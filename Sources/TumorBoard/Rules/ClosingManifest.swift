/// The release that ends a case: the panel sheet opened, and the heads of the `own` streams by pseudonym, so that each
/// can check theirs and the auditor all. The chains behind those heads begin with a salt.
struct ClosingManifest {
    let full: CaseState
    let means: Means
    let chain: [Stream: String]

    var decision: Decision {
        guard let sheet = full.logistics.sheet else { return Decision() }
        // Two heads of one name: a member who stood down and a deputy who took the seat, in no order that tells who came first.
        let heads = full.logistics.panel.map { member in
            Closed.Head(
                pseudonym: full.pseudonym(of: member.person) ?? "R",
                seq: full.head(of: .own(member.person)),
                hash: chain[.own(member.person)] ?? ""
            )
        }
        .sorted { one, other in
            one.pseudonym == other.pseudonym
                ? one.hash < other.hash : Pseudonyms.precedes(one.pseudonym, other.pseudonym)
        }
        return Decision(.dossier, .closed(Closed(sheet: sheet, heads: heads)))
    }
}
