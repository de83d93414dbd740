import Foundation
import Testing

@testable import Sockets

@Suite struct StapleTests {
    private func status(at server: TestServer) throws -> String {
        try Program.run(
            "/usr/bin/openssl",
            ["s_client", "-connect", server.address.description, "-CAfile", server.certificates.authority, "-status"]
        )
    }

    @Test func `a client that asks for it gets the authority's word with the handshake`() throws {
        let certificates = try Certificates(in: temporaryFolder())
        let context = try TLSContext.server(certificates.files())
        #expect(context.stapleProblem == nil)
        try TestServer.run(context: context) { server in
            let said = try status(at: server)
            #expect(said.contains("OCSP Response Status: successful"))
            #expect(said.contains("Cert Status: good"))
        }
    }

    @Test func `a connection outlives the context with which it began`() throws {
        let certificates = try Certificates(in: temporaryFolder())
        try TestServer.run(context: TLSContext.server(certificates.files())) { server in
            for _ in 0..<3 {
                let context = try TLSContext.server(certificates.files())
                try server.listener.callAndWait { $0.context = context }
                let said = try status(at: server)
                #expect(said.contains("Cert Status: good"))
            }
        }
    }

    @Test func `a response that calls the certificate revoked is not sent`() throws {
        let certificates = try Certificates(in: temporaryFolder())
        let context = try TLSContext.server(certificates.files(ocspStatus: "R"))
        #expect(context.stapleProblem?.description.contains("revoked") == true)
        try TestServer.run(context: context) { server in
            let said = try status(at: server)
            #expect(said.contains("OCSP response: no response sent"))
        }
    }

    @Test func `a response that is not current is not sent`() throws {
        let certificates = try Certificates(in: temporaryFolder())
        let files = try certificates.files()
        let context = try TLSContext.server(files)
        let file = try #require(files.ocspResponse)
        let now = time(nil)
        let staple = try OCSPStaple(file: file, for: context.pointer)
        #expect(staple.isCurrent(at: now))
        #expect(!staple.isCurrent(at: now + 8 * 86_400))
        #expect(!staple.isCurrent(at: now - 3_600))
        for (moment, reason) in [(now + 8 * 86_400, "expired"), (now - 3_600, "not valid yet")] {
            let error = try #require(throws: TLSError.self) {
                _ = try OCSPStaple(file: file, for: context.pointer, now: moment)
            }
            #expect(error.description.contains(reason))
        }
    }

    @Test func `what is not the authority's response about this certificate is refused with the reason`() throws {
        let certificates = try Certificates(in: temporaryFolder())
        let others = try Certificates(in: temporaryFolder())
        let files = try certificates.files()
        let file = try #require(files.ocspResponse)
        var ofOthers = files
        ofOthers.ocspResponse = try others.files().ocspResponse
        let mine = try #require(FileManager.default.contents(atPath: file))
        try FileManager.default.removeItem(atPath: certificates.chain)
        _ = try Certificates(in: certificates.folder)
        let renewed = try certificates.files()
        try mine.write(to: URL(fileURLWithPath: file))
        var withoutIssuer = renewed
        withoutIssuer.certificateChain = certificates.chain
        var cut = renewed
        cut.ocspResponse = certificates.folder + "/cut.ocsp"
        try mine.dropLast(9).write(to: URL(fileURLWithPath: certificates.folder + "/cut.ocsp"))
        var absent = renewed
        absent.ocspResponse = "/nowhere/server.ocsp"
        for (files, reason) in [
            (ofOthers, "signature"), (renewed, "another certificate"), (withoutIssuer, "issuer"), (cut, "read"),
            (absent, "No such file"),
        ] {
            let problem = try TLSContext.server(files).stapleProblem
            #expect(problem?.description.contains(reason) == true, "\(problem?.description ?? "none") for \(reason)")
        }
    }
}
