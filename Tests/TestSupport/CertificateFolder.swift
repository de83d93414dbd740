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

    private func run(_ script: String, _ words: [String] = []) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [TestCertificates.root.appendingPathComponent("certs/\(script)").path, path] + words
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(script: script) }
    }
}
