import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing

@testable import BoardServer

@Suite("A certificate that is renewed while the server runs")
struct RenewalTests {
    private func isServed(_ client: HTTPClient) throws -> Bool { try client.send("GET", "/livez").status == 200 }

    @Test func `serves new connections, and connections that stand go on`() throws {
        let board = try CertificateBoard()
        defer { board.end() }
        let old = try board.http()
        #expect(try isServed(old))
        let others = try CertificateFolder()
        try board.certificates.replace(["server.pem", "server.key"], by: others)
        board.server.renewCertificates()
        #expect(try isServed(HTTPClient(board.address, context: others.context())))
        #expect(throws: TLSError.self) { try isServed(board.http()) }
        // A client that had to connect anew would not trust the other authority.
        #expect(try isServed(old))
        #expect(board.log.lines.contains("info certificate reloaded"))
    }

    @Test(arguments: [["server.pem"], ["server.key"]])
    func `stays as it was when the new one is broken, which is logged once`(names: [String]) throws {
        let board = try CertificateBoard()
        defer { board.end() }
        try board.certificates.replace(names, by: CertificateFolder())
        for _ in 0..<3 { board.server.renewCertificatesIfDue() }
        #expect(try isServed(board.http()))
        let refusals = board.log.lines.filter { $0.hasPrefix("error certificate not reloaded error=") }
        #expect(refusals.count == 1)
        #expect(refusals.first?.contains("key values mismatch") == true)
        board.server.renewCertificates()
        #expect(try isServed(board.http()))
    }

    @Test func `is noticed when its files change, and again when the second of them has`() throws {
        let board = try CertificateBoard()
        defer { board.end() }
        let others = try CertificateFolder()
        board.server.renewCertificatesIfDue()
        #expect(!board.log.lines.contains("info certificate reloaded"))
        try board.certificates.replace(["server.pem"], by: others)
        board.server.renewCertificatesIfDue()
        try board.certificates.replace(["server.key"], by: others)
        board.server.renewCertificatesIfDue()
        #expect(board.log.lines.filter { $0 == "info certificate reloaded" }.count == 1)
        #expect(try isServed(HTTPClient(board.address, context: others.context())))
    }

    @Test func `is read again after a day for the sake of the ticket keys`() throws {
        let folder = try CertificateFolder()
        let files = TLSFiles(certificateChain: folder.certificate, privateKey: folder.key)
        let certificates = Certificates(files, profile: .modern, log: SilentLog.logger)
        _ = try certificates.read()
        #expect(certificates.readIfDue() == nil)
        #expect(certificates.readIfDue(now: .now + .seconds(23 * 3600)) == nil)
        #expect(certificates.readIfDue(now: .now + .seconds(25 * 3600)) != nil)
        #expect(certificates.readIfDue() == nil)
    }

    @Test func `an OCSP response that cannot be used is logged once, and serving goes on`() throws {
        let folder = try CertificateFolder()
        var files = TLSFiles(certificateChain: folder.certificate, privateKey: folder.key)
        files.ocspResponse = folder.path + "/absent.ocsp"
        let log = RecordedLog()
        let certificates = Certificates(files, profile: .intermediate, log: log.logger)
        _ = try certificates.read()
        for _ in 0..<3 { #expect(certificates.readIfDue() == nil) }
        #expect(log.lines.count == 1)
        #expect(log.lines.first?.hasPrefix("error no OCSP response is stapled error=") == true)
    }

    /// What openssl(1) is told with the handshake.
    private func word(of board: CertificateBoard) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = ["s_client", "-connect", "127.0.0.1:\(board.address.port)", "-status"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }

    @Test func `an OCSP response that was replaced is sent, and one that revokes is not`() throws {
        let board = try CertificateBoard(isStapled: true)
        defer { board.end() }
        #expect(try word(of: board).contains("Cert Status: good"))
        _ = try board.certificates.staple(status: "R")
        board.server.renewCertificatesIfDue()
        #expect(try word(of: board).contains("OCSP response: no response sent"))
        #expect(board.log.lines.contains { $0.hasPrefix("error no OCSP response is stapled error=") })
        _ = try board.certificates.staple()
        board.server.renewCertificatesIfDue()
        #expect(try word(of: board).contains("Cert Status: good"))
    }

    @Test func `client authorities that were replaced decide who comes in from then on`() throws {
        let board = try CertificateBoard()
        defer { board.end() }
        try board.add("registry")
        let name = "email:registry@clinic.example"
        try board.admit(name, as: "registry")
        let client = try board.certificates.client("registry", alternative: name)
        let others = try CertificateFolder()
        let stranger = try others.client("registry", alternative: name)
        func status(presenting files: String) throws -> Int {
            // The server's own certificate stays the first authority's.
            let context = try TLSContext.client(
                authorityFile: board.certificates.path + "/first.pem",
                certificateChainFile: files + ".pem",
                privateKeyFile: files + ".key"
            )
            return try HTTPClient(board.address, context: context).send("GET", "/api/boards").status
        }
        let authority = try Data(contentsOf: URL(fileURLWithPath: board.certificates.authority))
        try authority.write(to: URL(fileURLWithPath: board.certificates.path + "/first.pem"))
        #expect(try status(presenting: client) == 200)
        #expect(throws: (any Error).self) { try status(presenting: stranger) }
        try board.certificates.replace(["ca.pem"], by: others)
        board.server.renewCertificatesIfDue()
        #expect(try status(presenting: stranger) == 200)
        #expect(throws: (any Error).self) { try status(presenting: client) }
    }
}
