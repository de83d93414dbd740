import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing
import Wire

@Suite("The program", .serialized)
struct ProgramTests {
    private func admin(_ words: String..., data: String, input: String = "") throws -> (status: Int32, output: String) {
        try ServerProcess.run(["admin"] + words + ["--data", data], input: input)
    }

    /// The value behind a word in what the program printed.
    private func value(of name: String, in output: String) throws -> String {
        let line = output.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
        return String(try #require(line).dropFirst(name.count + 1))
    }

    private func manageAccounts(in folder: String, as login: String) throws {
        let added = try admin(
            "person",
            "add",
            "--login",
            login,
            "--name",
            "Dr. Ada Lindqvist",
            "--right",
            "coordinator",
            data: folder,
            input: "Vier alte Ahornbäume\n"
        )
        #expect(added.status == 0)
        #expect(try !value(of: "person", in: added.output).isEmpty)
        let again = try admin("person", "add", "--login", login, "--name", "X", "--without-password", data: folder)
        #expect(again.status != 0, "a login is taken once")
        let short = try admin("person", "add", "--login", "\(login)-2", "--name", "X", data: folder, input: "kurz\n")
        #expect(short.status != 0, "a short password is refused")

        let issued = try admin("token", "issue", "--login", login, "--label", "round", data: folder)
        let id = try value(of: "id", in: issued.output)
        let token = try value(of: "token", in: issued.output)
        let listed = try admin("person", "list", data: folder).output
        #expect(listed.contains("\(login)\t"))
        #expect(listed.contains("Dr. Ada Lindqvist"))
        #expect(listed.contains(id))
        #expect(!listed.contains(token), "a token is shown once")
        #expect(try admin("token", "revoke", "--id", id, data: folder).status == 0)
        #expect(try admin("token", "revoke", "--id", id, data: folder).status != 0)
        #expect(try !admin("person", "list", data: folder).output.contains(id))
        #expect(try admin("person", "disable", "--login", login, data: folder).status == 0)
        #expect(try admin("person", "list", data: folder).output.contains("disabled"))
        #expect(try admin("token", "issue", "--login", login, data: folder).status != 0)
    }

    @Test func `accounts are managed with and without a running server`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        try manageAccounts(in: folder, as: "offline")
        let program = try ServerProcess(folder: folder)
        try program.start()
        try manageAccounts(in: folder, as: "online")
        #expect(program.terminate().status == 0)
    }

    @Test func `a revoked token opens nothing from then on, on a running server`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let program = try ServerProcess(folder: folder)
        let address = try program.start()
        _ = try admin("person", "add", "--login", "ada", "--name", "Ada", "--without-password", data: folder)
        let issued = try admin("token", "issue", "--login", "ada", data: folder).output
        let client = HTTPClient(address, context: program.context, token: try value(of: "token", in: issued))
        #expect(try client.send("GET", "/api/boards").status == 200)
        _ = try admin("token", "revoke", "--id", try value(of: "id", in: issued), data: folder)
        #expect(try client.send("GET", "/api/boards").status == 401)
        #expect(program.terminate().status == 0)
    }

    @Test func `attend prints what happens and says what it is told`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let board = try BoardProcess(folder: folder)
        let address = try board.program.start()
        let authority = try TestCertificates.shared.get().authority
        let attended = try ServerProcess.run(
            [
                "attend", "--url", "\(address)", "--ca", authority, "--case", BoardProcess.caseID,
                "--token", board.token(of: "p2"),
            ],
            input: BoardProcess.comment("k1") + "\n"
        )
        #expect(attended.status == 0)
        let lines = attended.output.split(separator: "\n")
        #expect(lines.contains { $0.contains(#""event":{"revealed""#) })
        #expect(lines.contains { $0.contains(#""push":"caught-up""#) })
        #expect(lines.contains { $0.contains(#""ok""#) && $0.contains(#""board""#) })
        #expect(board.program.terminate().status == 0)
    }

    @Test func `SIGTERM answers what was asked, tells everyone to come back, and ends within ten seconds`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let board = try BoardProcess(folder: folder)
        let address = try board.program.start()
        let idle = HTTPClient(address, context: board.program.context)
        #expect(try idle.send("GET", "/livez").status == 200)
        let sockets = try board.panel.map { person in
            try LiveClient.open(
                address,
                context: board.program.context,
                fields: ["Authorization": "Bearer \(board.token(of: person))"]
            )
        }
        var answers: [String: Bool] = [:]
        for (number, socket) in sockets.enumerated() { try ask(socket, number: number, noting: &answers) }
        let end = board.program.terminate()
        #expect(end.status == 0)
        #expect(end.time < .seconds(10))
        for socket in sockets { #expect(try hear(socket, until: nil, noting: &answers) == 4001) }
        #expect(answers.count == sockets.count * Self.questions, "everything asked is answered")
        let acknowledged = Set(answers.filter(\.value).keys)
        try board.program.start()
        let reader = try board.member("p1")
        try reader.waitUntilCaughtUp()
        let stored = try BoardProcess.comments(in: reader.events)
        #expect(Set(stored) == acknowledged)
        #expect(stored.count == acknowledged.count)
        reader.stop()
        #expect(board.program.terminate().status == 0)
    }

    private static let questions = 30

    /// Asks much at once, and waits until the server has read it all: a beat behind it is answered without the writer.
    private func ask(_ socket: LiveClient, number: Int, noting answers: inout [String: Bool]) throws {
        for count in 1...Self.questions {
            let id = "k-\(number)-\(count)"
            try socket.send(
                Array(
                    #"{"id":"\#(id)","postComment":{"case":"\#(BoardProcess.caseID)","comment":{"id":"\#(id)","text":"x"}}}"#
                        .utf8
                )
            )
        }
        try socket.send(Array(#"{"id":"beat","beat":{}}"#.utf8))
        _ = try hear(socket, until: "beat", noting: &answers)
    }

    /// Notes for each answer whether it was `ok`, up to one answer or to the end of the socket; the code it ended with.
    private func hear(_ socket: LiveClient, until last: String?, noting answers: inout [String: Bool]) throws -> Int? {
        struct Answer: Decodable {
            var re: String?
            var ok: Empty?
            struct Empty: Decodable {}
        }
        while true {
            switch try socket.receive(deadline: .now + .seconds(10)) {
            case .closed(let code): return code
            case .message(let line):
                guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line)), let id = answer.re else {
                    continue
                }
                if id == last { return nil }
                answers[id] = answer.ok != nil
            }
        }
    }
}
