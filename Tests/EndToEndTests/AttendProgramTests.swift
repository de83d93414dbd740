import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing

@Suite("The program attends", .serialized)
struct AttendProgramTests {
    /// The program while it attends, with what it says on standard error.
    private final class Attendance {
        let process: ChildProcess
        private let complaints: String

        init(_ board: BoardProcess, folder: String) throws {
            complaints = folder + "/complaints-" + UUID().uuidString
            process = try ServerProcess.make(
                AttendProgramTests.words(
                    "\(try #require(board.program.address))",
                    token: board.token(of: "p2"),
                    authority: TestCertificates.shared.get().authority
                ),
                complaints: complaints
            )
        }

        var complaint: String { (try? String(contentsOfFile: complaints, encoding: .utf8)) ?? "" }

        /// Waits until it has printed a text; what it printed until then.
        @discardableResult
        func hear(_ text: String) throws -> String {
            var output = ""
            while !output.contains(text) {
                let bytes = process.read()
                if bytes.isEmpty { throw TestBoard.Refused(description: "it ended: \(output) \(complaint)") }
                output += String(decoding: bytes, as: UTF8.self)
            }
            return output
        }

        func complains(_ text: String, within patience: Duration = .seconds(30)) -> Bool {
            let deadline = ContinuousClock.now + patience
            while ContinuousClock.now < deadline {
                if complaint.contains(text) { return true }
                Thread.sleep(forTimeInterval: 0.05)
            }
            return false
        }
    }

    private static func words(_ url: String, token: String, authority: String?) -> [String] {
        ["attend", "--url", url, "--case", BoardProcess.caseID, "--token", token]
            + (authority.map { ["--ca", $0] } ?? [])
    }

    private func withBoard(_ body: (BoardProcess, String) throws -> Void) throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let board = try BoardProcess(folder: folder + "/data")
        try board.program.start()
        try body(board, folder)
    }

    @Test func `a first connection that cannot be made is said at once, with the reason`() throws {
        try withBoard { board, folder in
            let address = try #require(board.program.address)
            let authority = try TestCertificates.shared.get().authority
            let token = board.token(of: "p2")
            func refused(_ url: String, _ token: String, _ authority: String?, _ reason: String) throws {
                let started = ContinuousClock.now
                let heard = try ServerProcess.hear(Self.words(url, token: token, authority: authority))
                #expect(heard.status == 1)
                #expect(heard.complaint.contains(reason), "\(heard.complaint)")
                #expect(heard.complaint.split(separator: "\n").count == 1)
                #expect(started.duration(to: .now) < .seconds(15))
            }
            try refused("\(address)", token, nil, "is not trusted")
            try refused("\(address)", token, nil, "--ca")
            try refused("\(address)", "wrong", authority, "the server knows no such token")
            try refused("https://nowhere.invalid:8443", token, authority, "there is no host nowhere.invalid")
            try refused("\(address)", token, folder + "/missing.pem", "missing.pem does not exist")
            #expect(board.program.terminate().status == 0)
            try refused("\(address)", token, authority, "nothing listens at localhost:\(address.port)")
        }
    }

    @Test func `a case that is not there, or not open to this person, is a sentence`() throws {
        try withBoard { board, _ in
            var words = Self.words(
                "\(try #require(board.program.address))",
                token: board.token(of: "p2"),
                authority: try TestCertificates.shared.get().authority
            )
            words[4] = "case-99"
            let heard = try ServerProcess.hear(words)
            #expect(heard.status == 1)
            #expect(heard.complaint.contains("case case-99 is not there, or not for you"))
            #expect(board.program.terminate().status == 0)
        }
    }

    @Test func `a line that is no command is said, and the next is heard`() throws {
        try withBoard { board, folder in
            let attendance = try Attendance(board, folder: folder)
            try attendance.hear(#""push":"caught-up""#)
            attendance.process.say("{nonsense\n[]\n")
            #expect(attendance.complains("line 2: a command is one JSON object with one key"))
            #expect(!attendance.complaint.contains("NSCocoaErrorDomain"))
            attendance.process.say(#"{"nope":{}}"# + "\n")
            #expect(try attendance.hear("malformed").contains("not one known name"))
            attendance.process.write(BoardProcess.comment("k1") + "\n")
            try attendance.hear(#""ok""#)
            #expect(attendance.process.wait() == 0)
            #expect(board.program.terminate().status == 0)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a loss and its end are said, and a revoked token ends it`() throws {
        try withBoard { board, folder in
            let attendance = try Attendance(board, folder: folder)
            try attendance.hear(#""push":"caught-up""#)
            #expect(board.program.terminate().status == 0)
            #expect(attendance.complains("the server is going down; trying again"))
            try board.program.start()
            #expect(attendance.complains("connected again"))
            try attendance.hear(#""push":"caught-up""#)
            let listed = try ServerProcess.run(["admin", "person", "list", "--data", folder + "/data"]).output
            let lines = listed.split(separator: "\n")
            let mine = try #require(lines.firstIndex { $0.hasPrefix("p2\t") })
            let id = try #require(lines[mine + 1].split(separator: " ").dropFirst().first)
            let revoked = try ServerProcess.run(
                ["admin", "token", "revoke", "--data", folder + "/data", "--id", String(id)]
            )
            #expect(revoked.status == 0)
            #expect(attendance.process.wait() == 1, "also while it waits for a line")
            #expect(attendance.complaint.contains("Error: the token was revoked, or its person disabled"))
            #expect(board.program.terminate().status == 0)
        }
    }
}
