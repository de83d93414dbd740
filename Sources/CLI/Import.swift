import ArgumentParser
import BoardAPI
import Foundation

/// `consilium admin import`: a FHIR file into a case, through the running server when there is one.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Files a FHIR R4 resource or bundle in a case, with the rights of one of its coordinators.",
        discussion: """
            Prints what came of every piece, and fails when nothing could be filed. Said again for the same file, it files \
            nothing twice.
            """
    )

    @OptionGroup var place: DataPlace

    @Option(name: .customLong("case"), help: "The identifier of the case.")
    var caseID: String

    @Option(name: .customLong("as"), help: "The login of a coordinator of the case.")
    var login: String

    @Argument(help: "The file. A running server reads it, with its own rights.")
    var file: String

    func run() throws {
        let path = URL(fileURLWithPath: file).path
        let request = AdministrationRequest.FileImport(caseID: caseID, login: login, path: path)
        let report = try place.perform(.importFile(request)).report ?? ""
        print(report)
        let pieces = try JSONDecoder().decode(Report.self, from: Data(report.utf8))
        guard (pieces.documents + pieces.series).contains(where: { $0.refused == nil }) else {
            throw Refusal("nothing of \(file) was filed")
        }
    }

    /// What the report says of each piece, as far as it tells success.
    private struct Report: Decodable {
        var documents: [Piece]
        var series: [Piece]

        struct Piece: Decodable { var refused: String? }
    }
}
