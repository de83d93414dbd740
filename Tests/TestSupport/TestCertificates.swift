package import Foundation

/// A development authority and a certificate for localhost, made once a test process by the script of `certs/`.
package enum TestCertificates {
    package struct Failure: Error {}

    package static let shared = Result { try make() }

    package struct Files: Sendable {
        package var authority: String
        package var certificate: String
        package var key: String
    }

    /// The root of the checkout, found from this file.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func make() throws -> Files {
        let folder = try TemporaryFolder.make()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [root.appendingPathComponent("certs/make-development-certificate.sh").path, folder]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return Files(
            authority: folder + "/ca.pem",
            certificate: folder + "/server.pem",
            key: folder + "/server.key"
        )
    }
}

/// A fresh folder under the system's place for such things.
package enum TemporaryFolder {
    package static func make() throws -> String {
        let path = NSTemporaryDirectory() + "consilium-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    package static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
