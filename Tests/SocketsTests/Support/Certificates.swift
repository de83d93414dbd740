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

    /// Runs the script for `folder`.
    init(in folder: String, days: Int = 30) throws {
        self.folder = folder
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../certs/make-development-certificate.sh").standardized
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [script.path, folder]
        process.environment = ProcessInfo.processInfo.environment.merging(["CERTIFICATE_DAYS": "\(days)"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ScriptFailed(status: process.terminationStatus) }
    }

    struct ScriptFailed: Error {
        let status: Int32
    }

    func serverContext() throws -> TLSContext {
        try TLSContext.server(certificateChainFile: chain, privateKeyFile: key)
    }

    func clientContext() throws -> TLSContext {
        try TLSContext.client(authorityFile: authority)
    }
}

extension ContinuousClock.Instant {
    /// Late enough for the slowest machine; a test that waits this long has failed.
    static var patience: Self { .now + .seconds(20) }
}
