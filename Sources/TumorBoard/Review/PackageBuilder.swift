/// Builds what a reviewer seals from the events of their own stream: the opinion, and the notes in document order.
///
/// Nothing of who, when and in which client goes in, and the same work gives the same bytes but for the salts.
package enum PackageBuilder {
    /// - Parameters:
    ///   - own: the events of the reviewer's own stream, from the first.
    ///   - upTo: the sequence number sealed up to; later events are left out.
    ///   - documentOrder: parts, translations and series in the order of the dossier, as `documentOrder(of:)` gives them.
    ///   - salt: 32 random bytes in hexadecimal for each name it is asked for.
    /// - Throws: a `Rejection`: `stale` when `own` is shorter than `upTo`, `limit-reached` when it is too large.
    package static func build(
        own: [Event],
        upTo: Int,
        documentOrder: [String],
        salt: (String) -> String,
        sha256: ([UInt8]) -> [UInt8]
    ) throws -> Prepared.Package {
        guard own.count >= upTo else { throw Rejection(.stale, "own") }
        let work = Notebook(own.prefix(upTo))
        let notes = SealedNotes(work.notes, documentOrder: documentOrder)
        let pages = try notes.pages(salt: salt, sha256: sha256)
        let package = SealedPackage(
            salt: salt("opinion"),
            answers: work.answers,
            conflicts: work.conflicts,
            annotationCount: work.notes.count,
            pages: pages.map(\.sources)
        )
        let opinion = NewBlob(try Canonical.encode(package), sha256: sha256)
        guard opinion.bytes.count <= Limits.opinionBytes else { throw Rejection(.limitReached, "opinion") }
        return Prepared.Package(
            own: upTo,
            opinion: opinion,
            pages: pages.map(\.blob),
            values: SealedValues(dimensions: work.answers.compactMapValues(\.value), findings: notes.findings)
        )
    }

    /// The order of the sources in a dossier: documents as published, each with its parts and translations, and series.
    package static func documentOrder(of dossier: [Event]) -> [String] {
        dossier.flatMap { event -> [String] in
            switch event {
            case .documentPublished(let payload):
                payload.document.parts.flatMap { part in [part.id.text] + part.translations.map(\.id.text) }
            case .seriesPublished(let payload): [payload.series.id.text]
            default: []
            }
        }
    }

    /// The work as it stands after the events.
    private struct Notebook {
        var answers: [Dimension: Answer] = [:]
        var notes: [Annotation] { entries.values.sorted { $0.id < $1.id } }
        var conflicts: String?
        private var entries: [AnnotationID: Annotation] = [:]

        init(_ events: some Sequence<Event>) {
            for event in events {
                switch event {
                case .conflictsDeclared(let payload): conflicts = payload.statement
                case .annotated(let payload): entries[payload.annotation.id] = payload.annotation
                case .annotationAmended(let payload): entries[payload.annotation.id] = payload.annotation
                case .annotationDeleted(let payload): entries[payload.id] = nil
                case .opinionStated(let payload): answers[payload.dimension] = payload.answer
                default: break
                }
            }
        }
    }
}
