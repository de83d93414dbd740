/// A reviewer's notes in document order, numbered, and divided into pages.
struct SealedNotes {
    /// A page's bytes, and the sources it is about.
    typealias Page = (blob: NewBlob, sources: [String])

    private var entries: [AnnotationPage.Entry]

    /// Sorts by source, then by place in it, then by content: never by when they were written.
    init(_ notes: [Annotation], documentOrder: [String]) {
        let ranks = Dictionary(documentOrder.enumerated().map { ($1, $0) }) { first, _ in first }
        let sorted =
            notes
            .map { (place: Place($0, ranks), note: $0) }
            .sorted { $0.place < $1.place }
        entries = sorted.enumerated().map { index, item in
            AnnotationPage.Entry(
                number: index + 1,
                target: item.note.target,
                statement: item.note.statement,
                certainty: item.note.certainty,
                category: item.note.category,
                finding: item.note.finding
            )
        }
    }

    /// The distinct findings, in document order.
    var findings: [Finding] {
        var seen: Set<[String?]> = []
        return entries.compactMap(\.finding).filter {
            seen.insert([$0.field, $0.value, $0.primary, $0.tnmEdition]).inserted
        }
    }

    /// One page for each source, or for several that follow one another where there are more sources than pages.
    func pages(salt: (String) -> String, sha256: ([UInt8]) -> [UInt8]) throws -> [Page] {
        var bySource = entries.reduce(into: [[AnnotationPage.Entry]]()) { runs, entry in
            if runs.last?.last?.target.source == entry.target.source {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }[...]
        var pages: [Page] = []
        while !bySource.isEmpty {
            let remaining = Limits.pagesPerPackage - pages.count
            let share = (bySource.count + remaining - 1) / remaining
            let page = Array(bySource.prefix(share).joined())
            bySource = bySource.dropFirst(share)
            let content = AnnotationPage(salt: salt("page-\(pages.count + 1)"), entries: page)
            let blob = NewBlob(try Canonical.encode(content), sha256: sha256)
            guard blob.bytes.count <= Limits.pageBytes else { throw Rejection(.limitReached, "annotations") }
            let sources = page.map(\.target.source)
            pages.append(
                (blob, sources.indices.filter { $0 == 0 || sources[$0] != sources[$0 - 1] }.map { sources[$0] })
            )
        }
        return pages
    }

    /// Where a note stands, as something to sort by.
    private struct Place: Comparable {
        private var numbers: [Double]
        private var words: [String]

        init(_ note: Annotation, _ ranks: [String: Int]) {
            let target = note.target
            numbers = [
                Double(ranks[target.source] ?? ranks.count),
                Double(target.text?.start ?? -1), Double(target.text?.end ?? -1),
                target.region?.y ?? -1, target.region?.x ?? -1, target.region?.h ?? -1, target.region?.w ?? -1,
            ]
            words = [
                target.source, target.point ?? "", note.statement, note.certainty.rawValue, note.category ?? "",
                note.finding?.field ?? "", note.finding?.value ?? "", note.finding?.primary ?? "",
            ]
        }

        static func < (one: Self, other: Self) -> Bool {
            if one.numbers != other.numbers { return one.numbers.lexicographicallyPrecedes(other.numbers) }
            return one.words.lexicographicallyPrecedes(other.words)
        }
    }
}

extension Target {
    /// The part or series this place is in.
    var source: String { part?.text ?? series?.text ?? "" }
}
