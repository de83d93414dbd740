import Foundation
import Sockets
import Testing

@Suite struct ClientCertificateTests {
    /// Runs `body` with a server that believes an authority's clients, and what it learned of each.
    private func withServer(_ body: (TestServer, Certificates, Journal<PeerCertificate?>) throws -> Void) throws {
        let certificates = try Certificates(in: temporaryFolder())
        var files = try certificates.files()
        files.clientAuthorities = certificates.authority
        let seen = Journal<PeerCertificate?>()
        let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
            let handler = ScriptedHandler.echo(journal)
            handler.onHandshaken = { seen.note($0.peerCertificate) }
            return handler
        }
        try TestServer.run(context: TLSContext.server(files), makeHandler: makeHandler) { server in
            try body(server, certificates, seen)
        }
    }

    private func connect(_ server: TestServer, _ context: TLSContext) throws -> BlockingTLSClient {
        try BlockingTLSClient.connect(host: "localhost", port: server.address.port, context: context)
    }

    @Test(arguments: [
        ("email:registry@clinic.example", "email:registry@clinic.example"),
        ("URI:urn:example:registry", "uri:urn:example:registry"), ("DNS:localhost", "dns:localhost"),
    ])
    func `a client that presents a certificate is known by its names`(alternative: String, name: String) throws {
        try withServer { server, certificates, seen in
            let registry = try certificates.client("registry", alternative: alternative)
            let client = try connect(server, certificates.clientContext(presenting: registry))
            #expect(try client.echo("here") == "here")
            let certificate = try #require(try seen.first { _ in true })
            #expect(certificate.names == ["subject:CN=registry", name])
            // Ninety days, up to the length of this test.
            #expect(abs(certificate.expires - time(nil) - 90 * 86_400) < 300)
        }
    }

    @Test func `a client need not present one`() throws {
        try withServer { server, certificates, seen in
            let client = try connect(server, certificates.clientContext())
            #expect(try client.echo("here") == "here")
            #expect(try seen.first { _ in true } == nil)
        }
    }

    @Test func `a certificate by an unknown authority ends the handshake`() throws {
        try withServer { server, certificates, seen in
            let strangers = try Certificates(in: temporaryFolder())
            let context = try TLSContext.client(
                authorityFile: certificates.authority,
                certificateChainFile: strangers.client("registry") + ".pem",
                privateKeyFile: strangers.folder + "/registry.key"
            )
            #expect(throws: (any Error).self) { try connect(server, context).echo("here") }
            try server.journal.first { told in
                if case .closed(.failed(let reason)) = told { reason.contains("certificate") } else { false }
            }
            #expect(seen.all.isEmpty)
        }
    }

    @Test func `a server's certificate is none for a client`() throws {
        try withServer { server, certificates, seen in
            let context = try certificates.clientContext(presenting: certificates.folder + "/server")
            #expect(throws: (any Error).self) { try connect(server, context).echo("here") }
            try server.journal.first { told in
                if case .closed(.failed(let reason)) = told { reason.contains("unsuitable") } else { false }
            }
            #expect(seen.all.isEmpty)
        }
    }
}
