/// Reads a DiagnosticReport into its text and its conclusion, which are two documents: a blind reader may see the one
/// and must not see the other.
struct DiagnosticReportReader {
    let context: ImportContext

    func read(_ report: Resource) -> [ImportedDocument] {
        guard ResourceState.isImportable(report, log: context.log) else { return [] }
        noteMissingResults(of: report)
        let frame = DocumentFrame(report: report, context: context)
        let conclusion = conclusion(of: report)
        var documents = AttachmentReader(context: context)
            .read(report.element.list("presentedForm"), in: report)
            .map { content, attachment in frame.document(content, from: attachment) }
        if !documents.contains(where: \.isText), let narrative = narrative(of: report) {
            documents.append(frame.document(.text(narrative), source: report.place.child("text.div")))
        }
        documents = documents.map { classified($0, beside: conclusion) }
        if let conclusion {
            var document = frame.document(.text(conclusion), source: report.place.child("conclusion"))
            document.nature = .conclusion
            documents.append(document)
        }
        if documents.isEmpty, report.element.list("result").isEmpty {
            context.log.warning(
                .nothingToRead,
                at: report.place,
                "The report has no readable text, no conclusion and no results."
            )
        }
        return documents
    }

    /// What a laboratory prints are values. Any other report mixes findings and assessment in its text, whether or not
    /// it states its conclusion apart too, and in the same words: it waits for a person.
    private func classified(_ document: ImportedDocument, beside conclusion: String?) -> ImportedDocument {
        guard case .text(let text) = document.content, document.nature == .unclassified else { return document }
        var document = document
        document.conclusionRange = conclusion.flatMap { Repetition.range(of: $0, in: text) }
        if let range = document.conclusionRange {
            context.log.warning(
                .conclusionRepeated,
                at: document.source,
                "The text repeats the report's conclusion (code points \(range.lowerBound) to \(range.upperBound)); "
                    + "it stays hidden from blind readers until it is divided."
            )
        } else if document.kind == .laboratory, !Assessment.isAnnounced(in: text) {
            document.nature = .primary
        }
        return document
    }

    /// The conclusion as a document: its words, then its codes with their labels.
    private func conclusion(of report: Resource) -> String? {
        let words = report.element.string("conclusion")
        let codes = report.element.list("conclusionCode").map(Concept.init).compactMap { concept -> String? in
            guard let label = concept.label else { return nil }
            guard let code = concept.codings.first?.code, code != label else { return label }
            return "\(label) (\(code))"
        }
        let lines = [words].compactMap { $0 } + codes
        guard !lines.isEmpty else { return nil }
        return context.text(lines.joined(separator: "\n"), at: report.place.child("conclusion"))
    }

    /// A generated narrative repeats the results, which are imported as values.
    private func narrative(of report: Resource) -> String? {
        let isGenerated = report.element.child("text")?.string("status") == "generated"
        if isGenerated, !report.element.list("result").isEmpty { return nil }
        return Narrative(context: context).text(of: report.element)
    }

    private func noteMissingResults(of report: Resource) {
        for result in report.element.list("result") where context.resolve(result, from: report) == nil {
            context.log.warning(
                .unresolvedReference,
                at: result.place,
                "The result \(result.string("reference") ?? "without an address") is not in this file."
            )
        }
    }
}

extension ImportedDocument {
    fileprivate var isText: Bool {
        if case .text = content { true } else { false }
    }
}
