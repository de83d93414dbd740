import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing

@testable import BoardServer

@Suite("A certificate that is renewed while the server runs")
struct RenewalTests {
    private func isServed(_ client: HTTPClient) throws -> Bool { try client.send("GET", "/livez").status == 200 }

    /// Another authority's server certificate and key, put in place of the board's.
    private func replace(_ names: [String], of board: CertificateBoard, by others: CertificateFolder) throws {
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: others.path + "/" + name))
            try bytes.write(to: URL(fileURLWithPath: board.certificates.path + "/" + name), options: .atomic)
        }
    }

    @Test func `serves new connections, and connections that stand go on`() throws {
        let board = try CertificateBoard()
        defer { board.end() }
        let old = try board.http()
        #expect(try isServed(old))
        let others = try CertificateFolder()
        try replace(["server.pem", "server.key"], of: board, by: others)
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
        try replace(names, of: board, by: CertificateFolder())
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
        try replace(["server.pem"], of: board, by: others)
        board.server.renewCertificatesIfDue()
        try replace(["server.key"], of: board, by: others)
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
}
