import Foundation
import Sockets
import Testing

@Suite struct ResumptionTests {
    /// Says one word after the handshake and goodbye, so that a client has seen its ticket.
    private static let greet: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
        let handler = ScriptedHandler(journal)
        handler.onHandshaken = { connection in
            connection.send(
                Array(
                    "\(connection.isResumed ? "resumed" : "new") \(connection.peerCertificate?.names.first ?? "nobody")\n"
                        .utf8
                )
            )
            connection.close(afterFlush: true)
        }
        return handler
    }

    private func visit(_ server: TestServer, _ words: String...) throws -> String {
        let common = ["s_client", "-connect", server.address.description, "-CAfile", server.certificates.authority]
        return try Program.run("/usr/bin/openssl", common + ["-ign_eof"] + words)
    }

    @Test(arguments: ["-tls1_3", "-tls1_2"])
    func `a client that comes back resumes by its one ticket, and not after the keys have changed`(version: String)
        throws
    {
        try TestServer.run(makeHandler: Self.greet) { server in
            let ticket = try temporaryFolder() + "/ticket.pem"
            let first = try visit(server, version, "-sess_out", ticket, "-msg")
            #expect(first.contains("new nobody"))
            #expect(first.components(separatedBy: "NewSessionTicket").count == 2, "one ticket")
            #expect(try visit(server, version, "-sess_in", ticket).contains("resumed nobody"))
            let renewed = try server.certificates.serverContext()
            try server.listener.callAndWait { $0.context = renewed }
            #expect(try visit(server, version, "-sess_in", ticket).contains("new nobody"))
        }
    }

    @Test(arguments: ["-tls1_3", "-tls1_2"])
    func `a resumed session keeps who the client proved to be`(version: String) throws {
        let certificates = try Certificates(in: temporaryFolder())
        var files = try certificates.files()
        files.clientAuthorities = certificates.authority
        let client = try certificates.client("registry")
        try TestServer.run(context: TLSContext.server(files), makeHandler: Self.greet) { server in
            let ticket = try temporaryFolder() + "/ticket.pem"
            let (certificate, key) = (client + ".pem", client + ".key")
            let first = try visit(server, version, "-sess_out", ticket, "-cert", certificate, "-key", key)
            #expect(first.contains("new subject:CN=registry"))
            let second = try visit(server, version, "-sess_in", ticket)
            #expect(second.contains("resumed subject:CN=registry"))
        }
    }
}
