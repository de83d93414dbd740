import BoardClient
import Foundation
import Glibc
import Sockets
import TestSupport
import Testing
import TumorBoard
import Wire

/// A script that knows the demonstration by `demo.json` alone.
@Suite("The demonstration's report", .serialized)
struct DemonstrationProgramTests {
    private struct Report: Decodable {
        var url: String
        var ca: String
        var people: [Person]
        var cases: [Case]
        var conferences: [Meeting]

        struct Person: Decodable {
            var name: String, discipline: String?, roles: [String: Role], signIn: SignIn, token: String
            struct SignIn: Decodable { var login: String, password: String }
        }
        struct Case: Decodable { var id: String, title: String, phase: Phase }
        struct Meeting: Decodable {
            var id: String, conference: Conference
        }

        init(data: String) throws {
            self = try Canonical.decode(
                Self.self,
                from: [UInt8](try Data(contentsOf: URL(fileURLWithPath: data + "/demo.json")))
            )
        }

        func person(_ role: Role, in id: String) throws -> Person {
            try #require(people.first { $0.roles[id] == role })
        }

        func client(_ token: String?) throws -> HTTPClient {
            HTTPClient(
                try #require(ServerAddress(url)),
                context: try TLSContext.client(authorityFile: ca),
                token: token
            )
        }
    }

    /// Serves at a port that the kernel chooses, and hands over once the program says how to sign in.
    private func demonstrate(_ data: String, authority: String, _ body: (Report) throws -> Void) throws {
        let files = try TestCertificates.shared.get()
        let program = try #require(ServerProcess.program)
        let process = try ChildProcess(
            program.path,
            [
                "demo", "--data", data, "--listen", "127.0.0.1:0", "--certificate", files.certificate,
                "--key", files.key, "--ca", authority,
            ],
            in: TestCertificates.root.path
        )
        var said = ""
        while !said.contains("Stop with Ctrl-C") {
            let bytes = process.read()
            if bytes.isEmpty { throw TestBoard.Refused(description: "the program ended: \(said)") }
            said += String(decoding: bytes, as: UTF8.self)
        }
        let report = try Report(data: data)
        #expect(said.contains(report.url))
        try body(report)
        process.send(SIGTERM)
        #expect(process.wait() == 0)
    }

    @Test func `a script finds everybody and everything in it, at every start`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let data = folder + "/data"
        let authority = try TestCertificates.shared.get().authority
        try demonstrate(data, authority: authority) { report in
            #expect(report.ca == authority)
            #expect(Set(report.cases.map(\.phase)).count == 3)
            for line in report.cases {
                #expect(!line.title.isEmpty)
                let chair = try report.person(.chair, in: line.id)
                #expect(chair.discipline != nil)
                let summary = try report.client(chair.token).send("GET", "/api/cases/\(line.id)")
                #expect(summary.status == 200)
                let text = String(decoding: summary.body, as: UTF8.self)
                #expect(text.contains(#""phase":"\#(line.phase.rawValue)""#))
                #expect(text.contains(#""role":"chair""#))
            }
            let meeting = try #require(report.conferences.first)
            let participant = try #require(report.people.first { $0.roles.values.contains(.reviewer) })
            let seen = try report.client(participant.token).send("GET", "/api/conferences/\(meeting.id)")
            #expect(seen.status == 200)
            let signIn = try JSONSerialization.data(
                withJSONObject: ["login": participant.signIn.login, "password": participant.signIn.password]
            )
            let answer = try report.client(nil).send(
                "POST",
                "/api/session",
                fields: ["Content-Type": "application/json", "Origin": report.url],
                body: [UInt8](signIn)
            )
            #expect(answer.status == 200, "whoever comes from the page of that address may sign in")
            let id = try #require(report.cases.first?.id)
            let coordinator = try report.person(.coordinator, in: id)
            try Desk(report.client(coordinator.token), case: id).say(#"{"withdraw":{"reason":"Umzug"}}"#)
        }
        try demonstrate(data, authority: authority) { report in
            #expect(report.cases.first?.phase == .withdrawn)
            let token = try #require(report.people.first).token
            #expect(try report.client(token).send("GET", "/api/boards").status == 200)
        }
        let mode = try FileManager.default.attributesOfItem(atPath: data + "/demo.json")[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `an authority that is not there is refused, not written down`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let files = try TestCertificates.shared.get()
        let refused = try ServerProcess.run([
            "demo", "--data", folder + "/data", "--listen", "127.0.0.1:0", "--certificate", files.certificate,
            "--key", files.key, "--ca", folder + "/missing.pem",
        ])
        #expect(refused.status == 1)
        #expect(!FileManager.default.fileExists(atPath: folder + "/data"))
    }
}
