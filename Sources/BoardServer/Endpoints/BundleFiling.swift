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

    struct ProblemLine: Encodable, Sendable {
        var entry: String
        var element: String
        var code: String
        var why: String
        var severity: String

        init(_ problem: ImportProblem) {
            entry = problem.entry
            element = problem.element
            code = problem.code.rawValue
            why = problem.why
            severity = problem.severity.rawValue
        }
    }

    struct IgnoredLine: Encodable, Sendable {
        var entry: String
        var resourceType: String
    }

    enum Outcome: Sendable {
        case filed(Report)
        /// Nothing of the file is filed.
        case refused(Rejection)
    }

    struct Report: Encodable, Sendable {
        var documents: [Line]
        var series: [Line]
        var problems: [ProblemLine]
        var ignored: [IgnoredLine]
    }

    /// - Parameter then: gets what came of it, on any thread, once.
    func run(_ file: [UInt8], then: @escaping @Sendable (Outcome) -> Void) {
        let read = FHIRImport(sha1: { SHA1.hashForWebSocketAccept($0) }).read(file)
        // A file about two patients is a mix-up: nothing of it is filed, whatever could be read.
        if read.problems.contains(where: { $0.code == .severalPatients }) {
            return then(.refused(Rejection(.invalid, "the file is about several patients")))
        }
        let documents = (read.documents + read.images).enumerated().map { document($1, number: $0 + 1) }
        let series = read.series.enumerated().map { self.series($1, number: $0 + 1) }
        let pieces = documents + series
        // What is refused is noted and the rest goes on.
        Succession(pieces.map(\.said), desk: desk) { replies in
            let lines = zip(pieces, replies).map { $0.line($1) }
            let report = Report(
                documents: Array(lines.prefix(documents.count)),
                series: Array(lines.dropFirst(documents.count)),
                problems: read.problems.map(ProblemLine.init),
                ignored: read.ignored.map { IgnoredLine(entry: $0.entry, resourceType: $0.resourceType) }
            )
            then(.filed(report))
        }.begin()
    }

    /// After the freeze primary data is published at once, and for good. A file does not decide that; a person does,
    /// who has looked at what came.
    private var isLate: Bool { state.phase != .intake }

    private func name(_ kind: String, _ number: Int) -> String {
        let digest = SHA256.hash(Array("\(state.id)/\(key)/\(kind)/\(number)".utf8))
        return String(Hexadecimal.encode(digest).prefix(32))
    }

    private func document(_ document: ImportedDocument, number: Int) -> Piece {
        let id = name("document", number)
        let nature = isLate && document.nature == .primary ? .unclassified : document.nature
        let title = document.title.isEmpty ? document.kind.rawValue : String(document.title.prefix(Limits.lineLength))
        let command = FileDocument(
            id: DocumentID(hash: id),
            title: title,
            kind: Document.Kind(document.kind),
            institution: document.institution,
            date: document.date,
            language: document.language ?? state.card.language ?? "de",
            nature: Part.Nature(nature)
        )
        var said = Said(caseID: state.id, person: person, key: id, command: .fileDocument(command))
        said.content =
            switch document.content {
            case .text(let text): .text(text)
            case .image(let bytes, let mediaType): .bytes(bytes, mediaType: mediaType)
            }
        // The panel may be frozen while a large file is being filed.
        if nature == .primary {
            said.precondition = .heads([.init(stream: Stream.dossier.name, seq: state.head(of: .dossier))])
        }
        return Piece(
            id: id,
            title: title,
            source: document.source.description,
            nature: nature.rawValue,
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
                points: series.points.map(Self.point)
            )
        )
        return Piece(
            id: id,
            title: series.analyte,
            source: series.points.first?.source.description ?? "",
            said: Said(caseID: state.id, person: person, key: id, command: .fileSeries(command))
        )
    }

    private static func point(_ point: ImportedSeries.Point) -> LabSeries.Point {
        let value =
            switch point.value {
            case .quantity(let decimal, let comparator): (comparator?.rawValue ?? "") + decimal
            case .text(let text): text
            }
        return LabSeries.Point(
            date: point.date,
            value: value,
            flag: point.flag?.rawValue,
            low: point.referenceLow,
            high: point.referenceHigh,
            reference: point.referenceText,
            status: point.status == "final" ? nil : point.status,
            note: point.note
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
