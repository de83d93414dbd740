import BoardClient
import Foundation
import TestSupport
import Testing
import Wire

@Suite("The program manages accounts", .serialized)
struct AccountProgramTests {
    private static let old = "Vier alte Ahornbäume"
    private static let new = "Fünf junge Ahornbäume"

    private func admin(
        _ words: String...,
        data: String,
        input: String = ""
    ) throws -> (status: Int32, output: String, complaint: String) {
        try ServerProcess.hear(["admin"] + words + ["--data", data], input: input)
    }

    private func add(_ login: String, data: String, password: String = old) throws {
        let added = try admin("person", "add", "--login", login, "--name", "Ada", data: data, input: password + "\n")
        #expect(added.status == 0)
    }

    /// What a sign-in is answered with.
    private func signIn(_ login: String, _ password: String, at program: ServerProcess) throws -> HTTPClient.Answer {
        let address = try #require(program.address)
        return try HTTPClient(address, context: program.context).send(
            "POST",
            "/api/session",
            fields: ["Content-Type": "application/json", "Origin": "\(address)"],
            body: Array(#"{"login":"\#(login)","password":"\#(password)"}"#.utf8)
        )
    }

    @Test func `a password is set anew, with and without a running server, and ends sign-ins but no token`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let data = folder + "/data"
        try add("ada", data: data, password: "Drei ganz alte Ahornbäume")
        let offline = try admin("person", "password", "--login", "ada", data: data, input: Self.old + "\n")
        #expect(offline.status == 0)
        let program = try ServerProcess(folder: data)
        let address = try program.start()
        let token = try admin("token", "issue", "--login", "ada", data: data).output.split(separator: "\n")
            .first { $0.hasPrefix("token ") }?.dropFirst("token ".count)
        let session = try signIn("ada", Self.old, at: program)
        #expect(session.status == 200, "what was set without a server is true with one")
        let cookie = try #require(session.fields["Set-Cookie"]?.split(separator: ";").first.map(String.init))
        let browser = HTTPClient(address, context: program.context)
        #expect(try browser.send("GET", "/api/boards", fields: ["Cookie": cookie]).status == 200)

        let short = try admin("person", "password", "--login", "ada", data: data, input: "kurz\n")
        #expect(short.status == 1)
        #expect(short.complaint.contains("at least 12 characters"))
        #expect(try signIn("ada", Self.old, at: program).status == 200, "nothing was changed")
        let nobody = try admin("person", "password", "--login", "bob", data: data, input: Self.new + "\n")
        #expect(nobody.status == 1)
        #expect(nobody.complaint.contains("nobody signs in as bob"))

        let online = try admin("person", "password", "--login", "ada", data: data, input: Self.new + "\n")
        #expect(online.status == 0)
        #expect(try signIn("ada", Self.old, at: program).status == 401)
        #expect(try signIn("ada", Self.new, at: program).status == 200)
        #expect(try browser.send("GET", "/api/boards", fields: ["Cookie": cookie]).status == 401)
        let script = HTTPClient(address, context: program.context, token: token.map(String.init))
        #expect(try script.send("GET", "/api/boards").status == 200, "a token is no sign-in")
        #expect(program.terminate().status == 0)
    }

    @Test func `a mistyped data directory is said, and nothing is made`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let data = folder + "/nowhere"
        for words in [
            ["admin", "person", "list"], ["admin", "person", "disable", "--login", "ada"],
            ["admin", "person", "password", "--login", "ada"], ["admin", "token", "issue", "--login", "ada"],
            ["admin", "token", "revoke", "--id", "x"], ["admin", "backup", "--to", folder + "/copy"], ["verify"],
            ["admin", "import", "--case", "c1", "--as", "ada", "file.json"],
        ] {
            let heard = try ServerProcess.hear(words + ["--data", data], input: Self.old + "\n")
            #expect(heard.status == 1, "\(words)")
            #expect(heard.complaint.contains("there is no board in \(data)"), "\(words): \(heard.complaint)")
            #expect(!heard.complaint.contains("Usage"))
        }
        let refused = try admin("person", "add", "--login", "ada", "--name", "Ada", data: data, input: "kurz\n")
        #expect(refused.status == 1)
        #expect(!FileManager.default.fileExists(atPath: data))
        let added = try admin("person", "add", "--login", "ada", "--name", "Ada", "--without-password", data: data)
        #expect(added.complaint.contains("a new one begins"))
        let second = try admin("person", "add", "--login", "bob", "--name", "Bob", "--without-password", data: data)
        #expect(second.complaint.isEmpty)
    }

    @Test func `what no board could take is refused before a password is asked for`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let data = folder + "/data"
        for (words, reason) in [
            (["--login", "ada", "--name", "Ada", "--right", "king"], "rights are: coordinator, administrator"),
            (["--login", "a b", "--name", "Ada"], "login: 1 to 64"),
            (["--login", "ada", "--name", "Ada\tLindqvist"], "name: no tabs"),
            (["--login", "ada", "--name", "Ada\nLindqvist"], "name: no tabs"),
            (["--login", "ada", "--name", "Ada", "--institution", "A\u{2028}B"], "institution: no tabs"),
            (["--login", "ada", "--name", " "], "a name is required"),
        ] {
            let heard = try ServerProcess.hear(["admin", "person", "add", "--data", data] + words)
            #expect(heard.status == 1)
            #expect(heard.complaint == "Error: \(heard.complaint.dropFirst("Error: ".count))", "no prompt before it")
            #expect(heard.complaint.contains(reason))
            #expect(!heard.complaint.contains("Usage"))
        }
        try add("ada", data: data)
        let other = try admin("person", "add", "--login", "Ada", "--name", "Ada", "--without-password", data: data)
        #expect(other.status == 1)
        #expect(other.complaint.contains("differs from ada in case alone"))
        let label = try admin("token", "issue", "--login", "ada", "--label", "a\nb", data: data)
        #expect(label.status == 1)
    }

    @Test func `a terminal does not show the password that is typed`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let program = try #require(ServerProcess.program).path
        let command = "'\(program)' admin person add --data '\(folder)/data' --login ada --name Ada"
        // A shell within a terminal of its own, whose output, echo among it, is ours.
        let terminal = try ChildProcess("/usr/bin/script", ["-qec", command, "/dev/null"], in: folder)
        var shown = ""
        while !shown.contains("characters: ") {
            let bytes = terminal.read()
            if bytes.isEmpty { break }
            shown += String(decoding: bytes, as: UTF8.self)
        }
        terminal.say(Self.old + "\n")
        while case let bytes = terminal.read(), !bytes.isEmpty { shown += String(decoding: bytes, as: UTF8.self) }
        #expect(terminal.wait() == 0)
        #expect(shown.contains("password for ada"))
        #expect(shown.contains("characters: \r\nperson "), "a new line after what is not seen")
        #expect(!shown.contains("Ahorn"))
    }

    @Test func `nothing in a data directory is open to others, and one that is itself is said`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let data = folder + "/data"
        try FileManager.default.createDirectory(
            atPath: data,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755]
        )
        let added = try admin("person", "add", "--login", "ada", "--name", "Ada", "--without-password", data: data)
        #expect(added.complaint.contains("Warning: others than its owner have rights in \(data) (mode 755)"))
        let program = try ServerProcess(folder: data)
        try program.start()
        let names = Set(try FileManager.default.contentsOfDirectory(atPath: data))
        #expect(names.isSuperset(of: ["consilium.sqlite", "consilium.sqlite-wal", "signing-key.pem", "lock"]))
        for name in names {
            let mode = try FileManager.default.attributesOfItem(atPath: data + "/" + name)[.posixPermissions] as? Int
            #expect((mode ?? 0o777) & 0o077 == 0, "\(name)")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: data)
        #expect(try admin("person", "list", data: data).complaint.isEmpty)
        #expect(program.terminate().status == 0)
    }
}
