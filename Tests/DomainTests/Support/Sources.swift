import Cryptography

@testable import TumorBoard

/// The papers of the tests' case.
enum Source {
    static let histology = "Mäßig differenziertes Adenokarzinom, G2. Resektionsränder frei."
    static let imaging = "MRT Becken: Tumor 48 mm ab ano, Sphinkter frei. Beurteilung: cT3 cN1, Stoma nötig."
    /// Where the finding ends and the colleague's conclusion begins, in code points.
    static let conclusionStart = 48
    static let letter = "Wir empfehlen die abdominoperineale Rektumexstirpation."
    static let french = "Scanner: lésion hépatique de 12 mm."
    static let germanOfFrench = "CT: Leberherd von 12 mm."
    static let laboratory = "Hämoglobin 10,2 g/dl"

    static func text(_ text: String, segments: [Range<Int>] = []) -> Prepared.Content {
        let scalars = Array(text.unicodeScalars)
        return Prepared.Content(
            mediaType: "text/plain",
            whole: blob(Array(text.utf8)),
            length: scalars.count,
            segments: segments.map { range in
                var piece = String.UnicodeScalarView()
                piece.append(contentsOf: scalars[range])
                return (blob(Array(String(piece).utf8)), range.count)
            }
        )
    }

    static let image = Prepared.Content(
        mediaType: "image/png",
        whole: blob([137, 80, 78, 71]),
        length: nil,
        segments: []
    )

    static func blob(_ bytes: [UInt8]) -> NewBlob { NewBlob(bytes) { SHA256.hash($0) } }

    static func document(
        _ id: DocumentID,
        _ kind: Document.Kind,
        language: String = "de",
        nature: Part.Nature? = .primary,
        segments: [FileDocument.Segment]? = nil
    ) -> Command {
        .fileDocument(
            FileDocument(
                id: id,
                title: "Befund \(id)",
                kind: kind,
                institution: "Nordhafen",
                date: "2026-05-02",
                language: language,
                nature: segments == nil ? nature : nil,
                segments: segments
            )
        )
    }

    static let haemoglobin = LabSeries(
        id: "hb",
        document: "labs",
        analyte: "Hämoglobin",
        loinc: "718-7",
        unit: "g/dL",
        points: [
            LabSeries.Point(date: "2026-03-01", value: "12.1", flag: "N", low: "12", high: "16"),
            LabSeries.Point(date: "2026-05-01", value: "10.2", flag: "L", low: "12", high: "16"),
        ]
    )
}
