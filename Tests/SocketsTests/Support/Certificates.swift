import Foundation
import Sockets

/// Certificates made for this run of the tests by the script that developers use.
struct Certificates: Sendable {
    let folder: String

    /// One set for all tests: making one takes a tenth of a second.
    static func shared() throws -> Certificates { try made.get() }

    private static let made = Result { try Certificates(in: temporaryFolder()) }

    var authority: String { folder + "/ca.pem" }
    var chain: String { folder + "/server.pem" }
    var key: String { folder + "/server.key" }

    /// Makes an authority and a server's certificate in `folder`.
    init(in folder: String, days: Int = 30) throws {
        self.folder = folder
        try run("make-development-certificate.sh", settings: ["CERTIFICATE_DAYS": "\(days)"])
    }

    /// A response of the authority about the server's certificate, and a chain that holds the authority's own.
    func files(ocspStatus: String = "V") throws -> TLSFiles {
        try run("make-ocsp-response.sh", settings: ["OCSP_STATUS": ocspStatus])
        let whole = folder + "/chain.pem"
        try (String(contentsOfFile: chain, encoding: .utf8) + String(contentsOfFile: authority, encoding: .utf8))
            .write(toFile: whole, atomically: true, encoding: .utf8)
        return TLSFiles(certificateChain: whole, privateKey: key, ocspResponse: folder + "/server.ocsp")
    }

    /// A client's certificate by the same authority: its files without their endings.
    func client(_ name: String, alternative: String? = nil) throws -> String {
        try run("make-client-certificate.sh", [name] + [alternative].compactMap(\.self))
        return folder + "/" + name
    }

    private func run(_ script: String, _ words: [String] = [], settings: [String: String] = [:]) throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../certs/\(script)").standardized.path
        try Program.run("/bin/sh", [path, folder] + words, settings: settings)
    }

    func serverContext() throws -> TLSContext {
        try TLSContext.server(TLSFiles(certificateChain: chain, privateKey: key))
    }

    func clientContext(presenting client: String? = nil) throws -> TLSContext {
        try TLSContext.client(
            authorityFile: authority,
            certificateChainFile: client.map { $0 + ".pem" },
            privateKeyFile: client.map { $0 + ".key" }
        )
    }
}

extension ContinuousClock.Instant {
    /// Late enough for the slowest machine; a test that waits this long has failed.
    static var patience: Self { .now + .seconds(20) }
}
