/// What of a source the panel may read.
extension Document {
    /// The primary parts with their released translations; nothing when there are none.
    var published: Document? {
        var document = self
        document.parts = parts.filter { $0.nature == .primary }
        for index in document.parts.indices { document.parts[index].translations.removeAll { !$0.isReleased } }
        return document.parts.isEmpty ? nil : document
    }

    /// The primary text parts that a board working in `language` cannot read: written in another language, and without a
    /// released human translation into it.
    func untranslated(into language: String) -> [PartID] {
        parts.filter { part in
            part.nature == .primary && part.isText && !LanguageTag.match(part.language, language)
                && !part.translations.contains {
                    $0.isReleased && !$0.isMachine && LanguageTag.match($0.language, language)
                }
        }
        .map(\.id)
    }

    /// Whether somebody has said of every part what it is.
    var isClassified: Bool { parts.allSatisfy { $0.nature != .unclassified } }

    /// The document with this part classified.
    func classifying(_ part: PartID, as nature: Part.Nature) -> Document {
        var document = self
        for index in parts.indices where parts[index].id == part { document.parts[index].nature = nature }
        return document
    }

    /// The document with this translation released.
    func releasing(_ translation: PartID) -> Document {
        var document = self
        for part in document.parts.indices {
            for index in document.parts[part].translations.indices
            where document.parts[part].translations[index].id == translation {
                document.parts[part].translations[index].isReleased = true
            }
        }
        return document
    }
}

/// BCP 47 tags as a reader understands them: `de-AT` is readable to who reads `de`.
enum LanguageTag {
    static func match(_ one: String, _ other: String) -> Bool { primary(one) == primary(other) }

    private static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" }).lowercased()
    }
}

extension Deliberation {
    /// The publication of a document that has come to be readable after the freeze; nothing while it is not, or while
    /// nobody has said of one of its parts what it is.
    func publishing(_ document: Document) -> [Appended] {
        guard let language = seen.dossier.facts?.language, document.untranslated(into: language).isEmpty,
            document.isClassified, let published = document.published
        else { return [] }
        return [Appended(.dossier, .documentPublished(DocumentPublished(document: published, isLate: isLate)))]
    }

    /// A series keeps the name of its document only where that is published too: a hidden one is not even named.
    func publishing(_ series: LabSeries, in documents: Set<DocumentID>) -> Appended {
        var series = series
        series.document = series.document.flatMap { documents.contains($0) ? $0 : nil }
        return Appended(.dossier, .seriesPublished(SeriesPublished(series: series, isLate: isLate)))
    }
}
