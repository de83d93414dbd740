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
        var line: ImportReport.Line
        var said: Said
        /// The same as it would have been filed before the freeze, where the freeze holds something back.
        var unheld: Said?

        func line(_ reply: DeskReply) -> ImportReport.Line {
            var line = line
            switch reply {
            case .done: break
            case .rejected(let rejection):
                line.refused = [rejection.code.rawValue, rejection.detail].compactMap(\.self).joined(separator: ": ")
            default: line.refused = reply.fault.code
            }
            return line
        }
    }

    enum Outcome: Sendable {
        case filed(ImportReport)
        /// Nothing of the file is filed.
        case refused(Rejection)
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
        say(documents + series) { lines in
            let report = ImportReport(
                documents: Array(lines.prefix(documents.count)),
                series: Array(lines.dropFirst(documents.count)),
                problems: read.problems.map(ImportReport.ProblemLine.init),
                ignored: read.ignored.map {
                    ImportReport.IgnoredLine(entry: $0.entry, resourceType: $0.resourceType)
                }
            )
            then(.filed(report))
        }
    }

    /// What is refused is noted and the rest goes on.
    private func say(_ pieces: [Piece], then: @escaping @Sendable ([ImportReport.Line]) -> Void) {
        Succession(pieces.map(\.said), desk: desk) { [desk] replies in
            // What an earlier request under this key filed before the freeze is answered as it was then. The reply means
            // that there is such a request, so nothing is decided anew.
            let earlier = pieces.indices.filter { replies[$0] == .keyReused && pieces[$0].unheld != nil }
            Succession(earlier.compactMap { pieces[$0].unheld }, desk: desk) { again in
                var lines = zip(pieces, replies).map { $0.line($1) }
                for (index, reply) in zip(earlier, again) where reply.isDone {
                    lines[index] = pieces[index].line.unheld
                }
                then(lines)
            }.begin()
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
        let isHeldBack = isLate && document.nature == .primary
        let nature = Part.Nature(isHeldBack ? .unclassified : document.nature)
        let title = document.title.isEmpty ? document.kind.rawValue : String(document.title.prefix(Limits.lineLength))
        var command = FileDocument(
            id: DocumentID(hash: id),
            title: title,
            kind: Document.Kind(document.kind),
            institution: document.institution,
            date: document.date,
            language: document.language ?? state.card.language ?? "de",
            nature: nature
        )
        let content: Said.Content =
            switch document.content {
            case .text(let text): .text(text)
            case .image(let bytes, let mediaType): .bytes(bytes, mediaType: mediaType)
            }
        func said() -> Said {
            var said = Said(caseID: state.id, person: person, key: id, command: .fileDocument(command))
            said.content = content
            // The panel may be frozen while a large file is being filed.
            if command.nature == .primary { said.precondition = unfrozen }
            return said
        }
        var piece = Piece(
            line: ImportReport.Line(
                id: id,
                title: title,
                source: document.source.description,
                nature: nature,
                conclusion: document.conclusionRange.map { .init(start: $0.lowerBound, end: $0.upperBound) }
            ),
            said: said()
        )
        if isHeldBack {
            command.nature = .primary
            piece.unheld = said()
        }
        return piece
    }

    /// Values are primary data, before the freeze and after it. What the laboratory remarked on them may be a conclusion:
    /// it is not published by a file.
    private func series(_ series: ImportedSeries, number: Int) -> Piece {
        let id = name("series", number)
        func said(remarking: Bool) -> Said {
            let command = FileSeries(
                series: LabSeries(
                    id: SeriesID(hash: id),
                    analyte: series.analyte,
                    loinc: series.loinc,
                    unit: series.unit.map { $0.code ?? $0.display },
                    points: series.points.map { Self.point($0, remarking: remarking) }
                )
            )
            var said = Said(caseID: state.id, person: person, key: id, command: .fileSeries(command))
            if remarking { said.precondition = unfrozen }
            return said
        }
        let remarks = series.points.compactMap { point in
            point.note.map { ImportReport.Remark(date: point.date, text: $0) }
        }
        let isHeldBack = isLate && !remarks.isEmpty
        return Piece(
            line: ImportReport.Line(
                id: id,
                title: series.analyte,
                source: series.points.first?.source.description ?? "",
                remarks: isHeldBack ? remarks : nil
            ),
            said: said(remarking: !isHeldBack && !remarks.isEmpty),
            unheld: isHeldBack ? said(remarking: true) : nil
        )
    }

    /// That nothing of the case was published since it was looked at.
    private var unfrozen: Order.Precondition {
        .heads([.init(stream: Stream.dossier.name, seq: state.head(of: .dossier))])
    }

    private static func point(_ point: ImportedSeries.Point, remarking: Bool) -> LabSeries.Point {
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
            note: remarking ? point.note : nil
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
