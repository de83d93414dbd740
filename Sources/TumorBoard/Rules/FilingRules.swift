/// Filing sources. Before the freeze everything waits in quarantine; afterwards a document is published as soon as
/// somebody has said of every part of it what it is.
extension Deliberation {
    var isLate: Bool { seen.phase != .intake }

    func file(_ command: FileDocument) throws(Rejection) -> Decision {
        guard case .content(let content) = prepared else { throw Rejection(.invalid, "content") }
        try check(command)
        let document = try document(command, content)
        let original = command.segments == nil ? nil : content.whole.blob
        var decision = Decision(.quarantine, .documentFiled(DocumentFiled(document: document, original: original)))
        decision.blobs = [content.whole] + content.segments.map(\.blob)
        if isLate { decision.appended += publishing(document) }
        return decision
    }

    private func check(_ command: FileDocument) throws(Rejection) {
        try Wording.line(command.title, "title")
        try Wording.line(optional: command.institution, "institution")
        if let date = command.date { try Wording.date(date, "date", isReducedAllowed: true) }
        try Wording.language(command.language, "language")
        guard !seen.state.quarantine.documents.contains(where: { $0.id == command.id }) else {
            throw Rejection(.exists, command.id.text)
        }
        guard seen.state.quarantine.documents.count < Limits.documents else {
            throw Rejection(.limitReached, "documents")
        }
    }

    private func document(_ command: FileDocument, _ content: Prepared.Content) throws(Rejection) -> Document {
        var parts: [Part] = []
        for (id, nature, piece) in try pieces(of: command, content) {
            guard !seen.state.quarantine.knows(id), !parts.contains(where: { $0.id == id }) else {
                throw Rejection(.exists, id.text)
            }
            let part = Part(
                id: id,
                nature: nature,
                language: command.language,
                content: piece.blob.blob,
                mediaType: content.mediaType,
                length: piece.length,
                translations: []
            )
            try part.checkSize()
            parts.append(part)
        }
        return Document(
            id: command.id,
            title: command.title,
            kind: command.kind,
            institution: command.institution,
            date: command.date,
            parts: parts
        )
    }

    private typealias Piece = (id: PartID, nature: Part.Nature, content: (blob: NewBlob, length: Int?))

    /// The parts of a document: one by the document's own name, or one for each segment.
    private func pieces(of command: FileDocument, _ content: Prepared.Content) throws(Rejection) -> [Piece] {
        guard let segments = command.segments else {
            guard let id = PartID(command.id.text), content.segments.isEmpty else {
                throw Rejection(.invalid, "segments")
            }
            return [(id, command.nature ?? .unclassified, (content.whole, content.length))]
        }
        guard let length = content.length, !segments.isEmpty, command.nature == nil,
            segments.count == content.segments.count
        else { throw Rejection(.invalid, "segments") }
        guard segments.count <= Limits.partsPerDocument else { throw Rejection(.limitReached, "segments") }
        var pieces: [Piece] = []
        var position = 0
        for (segment, piece) in zip(segments, content.segments) {
            guard segment.start >= position, segment.start < segment.end, segment.end <= length,
                piece.length == segment.end - segment.start
            else { throw Rejection(.invalid, segment.id.text) }
            position = segment.end
            pieces.append((segment.id, segment.nature, (piece.blob, piece.length)))
        }
        return pieces
    }

    func file(_ command: FileSeries) throws(Rejection) -> Decision {
        let series = command.series
        try series.check()
        let filed = seen.state.quarantine.series
        guard !filed.contains(where: { $0.id == series.id }) else { throw Rejection(.exists, series.id.text) }
        guard filed.count < Limits.series else { throw Rejection(.limitReached, "series") }
        if let document = series.document {
            guard seen.state.quarantine.documents.contains(where: { $0.id == document }) else {
                throw Rejection(.unknown, document.text)
            }
        }
        var decision = Decision(.quarantine, .seriesFiled(SeriesFiled(series: series)))
        if isLate { decision.appended.append(publishing(series, in: seen.dossier.documents)) }
        return decision
    }

    /// After the freeze a part is classified once: what it opens to the panel cannot be taken back.
    func classify(_ command: ClassifyPart) throws(Rejection) -> Decision {
        guard let (document, part) = seen.state.quarantine.part(command.part) else {
            throw Rejection(.unknown, command.part.text)
        }
        var decision = Decision(
            .quarantine,
            .partClassified(PartClassified(part: command.part, nature: command.nature))
        )
        guard isLate else { return decision }
        guard part.nature == .unclassified else { throw Rejection(.frozen, command.part.text) }
        guard command.nature != .unclassified else { throw Rejection(.invalid, "nature") }
        decision.appended += publishing(document.classifying(command.part, as: command.nature))
        return decision
    }

    func remove(_ command: RemoveDocument) throws(Rejection) -> Decision {
        try Wording.reason(command.reason, "reason")
        guard seen.state.quarantine.documents.contains(where: { $0.id == command.document }) else {
            throw Rejection(.unknown, command.document.text)
        }
        let removed = DocumentRemoved(document: command.document, reason: command.reason)
        return Decision(.quarantine, .documentRemoved(removed))
    }
}

extension Part {
    fileprivate func checkSize() throws(Rejection) {
        if isText {
            guard let length, length > 0 else { throw Rejection(.invalid, "content") }
            guard content.size <= Limits.partBytes else { throw Rejection(.limitReached, "content") }
        } else {
            guard mediaType.hasPrefix("image/"), length == nil else { throw Rejection(.invalid, "mediaType") }
            guard content.size <= Limits.imageBytes else { throw Rejection(.limitReached, "content") }
        }
    }
}

extension LabSeries {
    fileprivate func check() throws(Rejection) {
        try Wording.line(analyte, "analyte")
        try Wording.line(optional: loinc, "loinc")
        try Wording.line(optional: unit, "unit")
        guard !points.isEmpty else { throw Rejection(.incomplete, "points") }
        guard points.count <= Limits.pointsPerSeries else { throw Rejection(.limitReached, "points") }
        for point in points {
            try Wording.line(point.date, "points.date")
            try Wording.line(point.value, "points.value")
            for text in [point.flag, point.low, point.high, point.reference, point.status] {
                try Wording.line(optional: text, "points")
            }
            try Wording.text(optional: point.note, "points.note", limit: Limits.labNoteLength)
        }
    }
}
