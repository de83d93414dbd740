import BoardAPI
import Cryptography
import Exchange
import TumorBoard

/// Files what a FHIR bundle brought, one command after the other, and reports on every piece of it.
///
/// Each piece has an identifier made of the request's key, so a repeated import files nothing twice.
struct BundleFiling: Sendable {
    let desk: CaseDesk
    let state: CaseState
    let person: PersonID
    let key: String

    private struct Piece: Sendable {
        var id: String
        var title: String
        var source: String
        var nature: String?
        var conclusion: Span?
        var said: Said

        func line(_ reply: DeskReply) -> Line {
            var line = Line(id: id, title: title, source: source, nature: nature, conclusion: conclusion)
            switch reply {
            case .done: break
            case .rejected(let rejection):
                line.refused = [rejection.code.rawValue, rejection.detail].compactMap(\.self).joined(separator: ": ")
            default: line.refused = reply.fault.code
            }
            return line
        }
    }

    /// A passage of a text, in code points.
    struct Span: Encodable, Sendable {
        var start: Int
        var end: Int
    }

    struct Line: Encodable, Sendable {
        var id: String
        var title: String
        var source: String
        var nature: String?
        /// Where the text repeats the conclusion that the file states apart: what a person has to divide off.
        var conclusion: Span?
        /// Why the board did not take it; absent when it was filed.
        var refused: String?
    }

    private struct ProblemLine: Encodable {
        var entry: String
        var element: String
        var code: String
        var why: String
        var severity: String
    }

    private struct IgnoredLine: Encodable {
        var entry: String
        var resourceType: String
    }

    private struct Report: Encodable {
        var documents: [Line]
        var series: [Line]
        var problems: [ProblemLine]
        var ignored: [IgnoredLine]
    }

    func run(_ call: Call) {
        let report = FHIRImport(sha1: { SHA1.hashForWebSocketAccept($0) }).read(call.body)
        // A file about two patients is a mix-up: nothing of it is filed, whatever could be read.
        if report.problems.contains(where: { $0.code == .severalPatients }) {
            return call.refuse(Problem(Rejection(.invalid, "the file is about several patients")))
        }
        let documents = (report.documents + report.images).enumerated().map { document($1, number: $0 + 1) }
        let series = report.series.enumerated().map { self.series($1, number: $0 + 1) }
        let pieces = documents + series
        // What is refused is noted and the rest goes on.
        Succession(pieces.map(\.said), desk: desk) { replies in
            let lines = zip(pieces, replies).map { $0.line($1) }
            call.answer(
                .json(
                    Report(
                        documents: Array(lines.prefix(documents.count)),
                        series: Array(lines.dropFirst(documents.count)),
                        problems: report.problems.map {
                            ProblemLine(
                                entry: $0.entry,
                                element: $0.element,
                                code: $0.code.rawValue,
                                why: $0.why,
                                severity: $0.severity.rawValue
                            )
                        },
                        ignored: report.ignored.map { IgnoredLine(entry: $0.entry, resourceType: $0.resourceType) }
                    )
                )
            )
        }.begin()
    }

    private func name(_ kind: String, _ number: Int) -> String {
        let digest = SHA256.hash(Array("\(state.id)/\(key)/\(kind)/\(number)".utf8))
        return String(Hexadecimal.encode(digest).prefix(32))
    }

    private func document(_ document: ImportedDocument, number: Int) -> Piece {
        let id = name("document", number)
        let title = document.title.isEmpty ? document.kind.rawValue : String(document.title.prefix(Limits.lineLength))
        let command = FileDocument(
            id: DocumentID(hash: id),
            title: title,
            kind: Document.Kind(document.kind),
            institution: document.institution,
            date: document.date,
            language: document.language ?? state.card.language ?? "de",
            nature: Part.Nature(document.nature)
        )
        var said = Said(caseID: state.id, person: person, key: id, command: .fileDocument(command))
        said.content =
            switch document.content {
            case .text(let text): .text(text)
            case .image(let bytes, let mediaType): .bytes(bytes, mediaType: mediaType)
            }
        return Piece(
            id: id,
            title: title,
            source: document.source.description,
            nature: document.nature.rawValue,
            conclusion: document.conclusionRange.map { Span(start: $0.lowerBound, end: $0.upperBound) },
            said: said
        )
    }

    private func series(_ series: ImportedSeries, number: Int) -> Piece {
        let id = name("series", number)
        let command = FileSeries(
            series: LabSeries(
                id: SeriesID(hash: id),
                analyte: series.analyte,
                loinc: series.loinc,
                unit: series.unit.map { $0.code ?? $0.display },
                points: series.points.compactMap(Self.point)
            )
        )
        return Piece(
            id: id,
            title: series.analyte,
            source: series.points.first?.source.description ?? "",
            said: Said(caseID: state.id, person: person, key: id, command: .fileSeries(command))
        )
    }

    /// A value with a date; one without cannot stand in a trend, and one that is absent is no value.
    private static func point(_ point: ImportedSeries.Point) -> LabSeries.Point? {
        guard let date = point.date else { return nil }
        let value: String
        switch point.value {
        case .quantity(let decimal, let comparator): value = (comparator?.rawValue ?? "") + decimal
        case .text(let text): value = text
        case .absent: return nil
        }
        return LabSeries.Point(
            date: date,
            value: value,
            flag: point.flag?.rawValue,
            low: point.referenceLow,
            high: point.referenceHigh,
            reference: point.referenceText
        )
    }
}

extension Identifier {
    /// An identifier made of a hash that was printed in hexadecimal, which every identifier's alphabet holds.
    fileprivate init(hash: String) {
        guard let identifier = Self(hash) else { preconditionFailure("hexadecimal is an identifier") }
        self = identifier
    }
}

extension Document.Kind {
    fileprivate init(_ kind: ImportedDocument.Kind) {
        self =
            switch kind {
            case .imagingReport: .imagingReport
            case .histology: .histology
            case .pathology: .pathology
            case .molecularPathology: .molecularPathology
            case .laboratory: .laboratory
            case .dischargeSummary: .dischargeSummary
            case .operationReport: .operationReport
            case .letter: .letter
            case .examinationResult: .examinationResult
            case .image: .image
            case .other: .other
            }
    }
}

extension Part.Nature {
    fileprivate init(_ nature: ImportedDocument.Nature) {
        self =
            switch nature {
            case .primary: .primary
            case .conclusion: .conclusion
            case .unclassified: .unclassified
            }
    }
}
