import Foundation
package import Sockets

/// A folder with an authority and certificates of its own, made by the scripts of `certs/`.
package final class CertificateFolder {
    package struct Failed: Error {
        package let script: String
    }

    package let path: String

    package init() throws {
        path = try TemporaryFolder.make()
        try run("make-development-certificate.sh")
    }

    deinit { TemporaryFolder.remove(path) }

    package var authority: String { path + "/ca.pem" }
    package var certificate: String { path + "/server.pem" }
    package var key: String { path + "/server.key" }

    /// Makes a client's certificate; its files without their endings.
    package func client(_ name: String, alternative: String? = nil) throws -> String {
        try run("make-client-certificate.sh", [name] + [alternative].compactMap(\.self))
        return path + "/" + name
    }

    /// Puts another server certificate of the same authority in place of the first.
    package func renew() throws {
        try FileManager.default.removeItem(atPath: certificate)
        try run("make-development-certificate.sh")
    }

    /// Trusts this authority; says who it is by a certificate, when one is given.
    package func context(presenting client: String? = nil) throws -> TLSContext {
        try TLSContext.client(
            authorityFile: authority,
            certificateChainFile: client.map { $0 + ".pem" },
            privateKeyFile: client.map { $0 + ".key" }
        )
    }

    /// Puts another folder's files in the place of these, each at once.
    package func replace(_ names: [String], by other: CertificateFolder) throws {
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: other.path + "/" + name))
            try bytes.write(to: URL(fileURLWithPath: path + "/" + name), options: .atomic)
        }
    }

    /// The authority's word on the server's certificate, and a chain that holds its own: their files.
    package func staple(status: String = "V") throws -> (response: String, chain: String) {
        try run("make-ocsp-response.sh", settings: ["OCSP_STATUS": status])
        let chain = path + "/chain.pem"
        let both = try [certificate, authority].map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
        try both.write(toFile: chain, atomically: true, encoding: .utf8)
        return (path + "/server.ocsp", chain)
    }

    private func run(_ script: String, _ words: [String] = [], settings: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [TestCertificates.root.appendingPathComponent("certs/\(script)").path, path] + words
        process.environment = ProcessInfo.processInfo.environment.merging(settings) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(script: script) }
    }
}
