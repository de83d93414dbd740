import BoardClient
import Foundation
import TestSupport
import Testing
import TumorBoard

@Suite("The program imports", .serialized)
struct ImportProgramTests {
    private struct Report: Decodable {
        var documents: [Line], series: [Line]
        struct Line: Decodable, Equatable { var id: String, refused: String? }
    }

    private func run(_ file: String, as login: String, data: String) throws -> (status: Int32, output: String) {
        try ServerProcess.run(
            ["admin", "import", "--data", data, "--case", BoardProcess.caseID, "--as", login, file]
        )
    }

    private func imported(_ file: String, data: String) throws -> Report {
        let answer = try run(file, as: "coordinator", data: data)
        #expect(answer.status == 0)
        return try Canonical.decode(Report.self, from: answer.output.utf8)
    }

    /// What the case has in quarantine, through the running server.
    private func filed(_ program: ServerProcess, data: String) throws -> [Event] {
        let issued = try ServerProcess.run(["admin", "token", "issue", "--data", data, "--login", "coordinator"])
        let line = try #require(issued.output.split(separator: "\n").first { $0.hasPrefix("token ") })
        let client = HTTPClient(
            try #require(program.address),
            context: program.context,
            token: String(line.dropFirst("token ".count))
        )
        return try Desk(client, case: BoardProcess.caseID).events(of: "quarantine").filter {
            switch $0 {
            case .documentFiled, .seriesFiled: true
            default: false
            }
        }
    }

    @Test func `a bundle is filed with and without a running server, once, and for a coordinator alone`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let (laboratory, letter) = (folder + "/laboratory.json", folder + "/letter.json")
        try Data(LaboratoryBundle.json()).write(to: URL(fileURLWithPath: laboratory))
        let text = Data("Wir raten zur Operation.".utf8).base64EncodedString()
        let resource =
            #"{"resourceType":"DiagnosticReport","status":"final","code":{"text":"Brief"},"presentedForm":[{"contentType":"text/plain","data":"\#(text)"}]}"#
        try Data(resource.utf8).write(to: URL(fileURLWithPath: letter))
        let data = folder + "/data"
        let board = try BoardProcess(folder: data)

        let offline = try imported(laboratory, data: data)
        #expect(offline.documents.count == 1)
        #expect(offline.series.count == 2)
        #expect((offline.documents + offline.series).allSatisfy { $0.refused == nil })
        #expect(try imported(laboratory, data: data).series == offline.series)
        #expect(try run(letter, as: "p1", data: data).status != 0, "a chair imports nothing")
        #expect(try run(letter, as: "nobody", data: data).status != 0)
        #expect(try run(folder + "/missing.json", as: "coordinator", data: data).status != 0)

        let nothing = folder + "/nothing.json"
        try Data(#"{"resourceType":"Patient","id":"x"}"#.utf8).write(to: URL(fileURLWithPath: nothing))
        let empty = try run(nothing, as: "coordinator", data: data)
        #expect(empty.status == 1, "of which nothing was filed")
        #expect(empty.output.contains(#""ignored""#), "and what came of it is said")

        try board.program.start()
        let before = try filed(board.program, data: data)
        #expect(try imported(laboratory, data: data).series == offline.series, "said again, answered again")
        #expect(try filed(board.program, data: data).count == before.count)
        let online = try imported(letter, data: data)
        #expect(online.documents.map(\.refused) == [nil])
        #expect(try run(letter, as: "p1", data: data).status != 0)
        let after = try filed(board.program, data: data)
        #expect(after.count == before.count + 1)
        guard case .documentFiled(let payload)? = after.last else {
            Issue.record("the letter was not filed")
            return
        }
        #expect(payload.document.parts.map(\.nature) == [.unclassified])
        #expect(board.program.terminate().status == 0)
    }

    @Test func `without a board in the directory nothing is imported and no board is made`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let file = folder + "/laboratory.json"
        try Data(LaboratoryBundle.json()).write(to: URL(fileURLWithPath: file))
        #expect(try run(file, as: "coordinator", data: folder + "/data").status != 0)
        #expect(!FileManager.default.fileExists(atPath: folder + "/data/consilium.sqlite"))
    }
}
