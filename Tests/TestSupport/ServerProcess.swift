package import BoardClient
package import Foundation
package import Sockets

/// The real program as a child of this process: started, killed and started again on the same data and port.
package final class ServerProcess {
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    package let folder: String
    package let context: TLSContext
    /// Known once it has served for the first time; kept over restarts.
    package private(set) var address: ServerAddress?
    private let certificates: CertificateFolder?
    private var process: ChildProcess?

    /// The running program's number.
    package var identifier: Int32? { process?.pid }

    /// - Parameter certificates: its own certificate and key; those of all tests without them.
    package init(folder: String, certificates: CertificateFolder? = nil) throws {
        self.folder = folder
        self.certificates = certificates
        context = try TLSContext.client(
            authorityFile: certificates?.authority ?? TestCertificates.shared.get().authority
        )
    }

    /// The program built beside this test bundle.
    package static let program: URL? = {
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }.map { URL(fileURLWithPath: $0) }
        let places =
            bundles + [Bundle.main.executableURL, URL(fileURLWithPath: CommandLine.arguments[0])].compactMap(\.self)
        for place in places {
            var folder = place.deletingLastPathComponent()
            for _ in 0..<5 {
                for name in ["consilium", "CLI"] {
                    let candidate = folder.appendingPathComponent(name)
                    if FileManager.default.isExecutableFile(atPath: candidate.path), !candidate.hasDirectoryPath {
                        return candidate
                    }
                }
                folder = folder.deletingLastPathComponent()
            }
        }
        return nil
    }()

    /// Runs the program to its end.
    ///
    /// - Returns: its status, and what it wrote on standard output.
    package static func run(_ arguments: [String], input: String = "") throws -> (status: Int32, output: String) {
        let process = try make(arguments)
        process.write(input)
        var output: [UInt8] = []
        while case let bytes = process.read(), !bytes.isEmpty { output += bytes }
        return (process.wait(), String(decoding: output, as: UTF8.self))
    }

    /// Runs the program to its end.
    ///
    /// - Parameter root: where it runs; the checkout without one.
    /// - Returns: its status, and what it wrote on standard output and on standard error.
    package static func hear(
        _ arguments: [String],
        input: String = "",
        in root: String? = nil
    ) throws -> (status: Int32, output: String, complaint: String) {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let process = try make(arguments, in: root, complaints: folder + "/complaints")
        process.write(input)
        var output: [UInt8] = []
        while case let bytes = process.read(), !bytes.isEmpty { output += bytes }
        let status = process.wait()
        let complaint = try String(contentsOfFile: folder + "/complaints", encoding: .utf8)
        return (status, String(decoding: output, as: UTF8.self), complaint)
    }

    package static func make(
        _ arguments: [String],
        in root: String? = nil,
        complaints: String? = nil
    ) throws -> ChildProcess {
        guard let program else { throw Failure(description: "the program was not built beside the tests") }
        let folder = root ?? TestCertificates.root.path
        return try ChildProcess(program.path, arguments, in: folder, complaints: complaints)
    }

    /// Serves, and returns once the program says where.
    @discardableResult
    package func start() throws -> ServerAddress {
        let files = try TestCertificates.shared.get()
        let process = try Self.make([
            "serve", "--data", folder, "--listen", "127.0.0.1:\(address?.port ?? 0)",
            "--certificate", certificates?.certificate ?? files.certificate, "--key", certificates?.key ?? files.key,
        ])
        self.process = process
        var text = ""
        while !text.contains("\n") {
            let bytes = process.read()
            if bytes.isEmpty { throw Failure(description: "the program ended instead of serving") }
            text += String(decoding: bytes, as: UTF8.self)
        }
        let digits = text.prefix { $0 != "\n" }.split(separator: ":").last.map(String.init) ?? ""
        guard let port = UInt16(digits) else { throw Failure(description: "no port in: \(text)") }
        let found = ServerAddress(host: "localhost", port: port)
        address = found
        return found
    }

    /// Tells it something, as an operator does.
    package func send(_ signal: Int32) { process?.send(signal) }

    /// Ends it as a power cut would: nothing of it runs any more.
    package func kill() {
        process?.send(SIGKILL)
        process?.wait()
        process = nil
    }

    /// Asks it to end, as an operator does.
    ///
    /// - Returns: how it ended, and how long that took.
    package func terminate() -> (status: Int32, time: Duration) {
        var status: Int32 = -1
        let time = ContinuousClock().measure {
            process?.send(SIGTERM)
            status = process?.wait() ?? -1
        }
        process = nil
        return (status, time)
    }
}
