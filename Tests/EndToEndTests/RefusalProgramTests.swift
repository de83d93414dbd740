import BoardClient
import Foundation
import Glibc
import Sockets
import TestSupport
import Testing

@Suite("The program refuses in sentences", .serialized)
struct RefusalProgramTests {
    /// Expects a refusal: status 1, one sentence, no usage line.
    private func refused(_ words: [String], _ reason: String, in root: String? = nil) throws {
        let heard = try ServerProcess.hear(words, in: root)
        #expect(heard.status == 1, "\(words)")
        #expect(heard.complaint.contains(reason), "\(words): \(heard.complaint)")
        #expect(!heard.complaint.contains("Usage"))
        #expect(!heard.complaint.contains("Domain"), "\(heard.complaint)")
    }

    private func serving(_ name: String = "serve", data: String, _ more: String...) throws -> [String] {
        let files = try TestCertificates.shared.get()
        return [
            name, "--data", data, "--listen", "127.0.0.1:0", "--certificate", files.certificate, "--key", files.key,
        ] + more
    }

    @Test func `to serve what is not there`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let data = folder + "/data"
        let missing = folder + "/missing"
        try refused(serving(data: data, "--web", missing), "\(missing)/index.html does not exist")
        try refused(serving(data: data, "--openapi", missing), "\(missing) does not exist")
        for text in ["localhost", "https://board.example/", "board.example:443", "https://Board.example"] {
            try refused(serving(data: data, "--origin", text), "--origin \(text): an origin is")
        }
        let authorities = try ServerProcess.hear(serving(data: data, "--client-ca", missing))
        #expect(authorities.status == 1)
        #expect(authorities.complaint == "Error: \(missing) does not exist\n", "and no advice that does not help")
        try refused(["serve", "--data", data, "--certificate", missing], "make-development-certificate.sh")
        #expect(!FileManager.default.fileExists(atPath: data))
    }

    @Test func `what is usual may be missing, with a warning`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let complaints = folder + "/complaints"
        let process = try ServerProcess.make(serving(data: folder + "/data"), in: folder, complaints: complaints)
        var said = ""
        while !said.contains("\n") {
            let bytes = process.read()
            if bytes.isEmpty { break }
            said += String(decoding: bytes, as: UTF8.self)
        }
        #expect(said.contains(" serves at https://127.0.0.1:"))
        process.send(SIGTERM)
        #expect(process.wait() == 0)
        let complaint = try String(contentsOfFile: complaints, encoding: .utf8)
        #expect(complaint.contains("Warning: web-static/index.html does not exist: no client is served"))
        #expect(complaint.contains("Warning: docs/openapi.json does not exist"))
    }

    @Test func `data that is none`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let file = folder + "/README.md"
        try "Kein Board.\n".write(toFile: file, atomically: true, encoding: .utf8)
        try refused(serving(data: file), "\(file) is no directory")
        try refused(["admin", "person", "list", "--data", file], "\(file) is no directory")
        try refused(serving(data: "/proc/nope"), "/proc/nope: ")
        try refused(["verify", "--backup", file], "\(file): file is not a database")
        try refused(["verify", "--backup", folder + "/none"], "\(folder)/none: there is no such file")
    }

    @Test func `a backup that cannot be written, and data that a server holds`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let data = folder + "/data"
        let program = try ServerProcess(folder: data)
        try program.start()
        let backup = ["admin", "backup", "--data", data, "--to"]
        try refused(backup + [folder + "/nope/b.sqlite"], "\(folder)/nope/b.sqlite: No such file or directory")
        try refused(backup + [data + "/lock"], "\(data)/lock: there is something already")
        try refused(["verify", "--data", data], "a server is running on \(data) (process")
        try refused(serving(data: data), "a server is running on \(data) (process")
        #expect(program.terminate().status == 0)
    }

    @Test func `a demonstration that cannot begin leaves nothing`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let data = folder + "/data"
        let server = try ServerProcess(folder: folder + "/other")
        let port = try server.start().port
        try refused(serving("demo", data: data, "--content", folder), "there is no demonstration in \(folder)")
        try refused(
            serving("demo", data: data, "--listen", "127.0.0.1:\(port)"),
            "something listens at 127.0.0.1:\(port) already"
        )
        let rubbish = folder + "/rubbish.pem"
        try "Kein Zertifikat.\n".write(toFile: rubbish, atomically: true, encoding: .utf8)
        try refused(serving("demo", data: data, "--certificate", rubbish), "rubbish.pem")
        #expect(!FileManager.default.fileExists(atPath: data))
        #expect(server.terminate().status == 0)
        try refused(serving("demo", data: folder + "/other"), "delete the folder")
    }

    @Test func `which program it is, it says`() throws {
        let heard = try ServerProcess.hear(["--version"])
        #expect(heard.status == 0)
        #expect(heard.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\S*\n/) != nil)
    }
}
