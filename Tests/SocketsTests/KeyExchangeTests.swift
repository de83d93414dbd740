import Testing

@testable import Sockets

@Suite struct KeyExchangeTests {
    @Test func `the hybrid group comes first where OpenSSL has it`() {
        #expect(KeyExchange.groups { _ in true } == "X25519MLKEM768:X25519:P-256:P-384")
    }

    @Test func `without it the elliptic curves remain`() {
        #expect(KeyExchange.groups { $0 != "X25519MLKEM768" } == "X25519:P-256:P-384")
    }

    @Test func `what is there is found by asking OpenSSL, which leaves no error behind`() throws {
        #expect(KeyExchange.isAvailable("X25519"))
        #expect(!KeyExchange.isAvailable("X25519NOSUCHGROUP"))
        #expect(TLSError(openSSL: "look").reasons.isEmpty)
        #expect(KeyExchange.groups.hasSuffix("X25519:P-256:P-384"))
    }

    @Test func `the modern profile refuses TLS 1.2 with the alert that says so`() throws {
        let certificates = try Certificates.shared()
        let files = TLSFiles(certificateChain: certificates.chain, privateKey: certificates.key)
        try TestServer.run(context: TLSContext.server(files, profile: .modern)) { server in
            let client = try PlainSocket(to: server.address)
            client.write(ClientHello.bytes(version: 0x0303))
            // RFC 5246 section 7.2: fatal, protocol_version.
            #expect(Array(try client.readToEnd().suffix(2)) == [2, 70])
            #expect(try server.connect().version == "TLSv1.3")
        }
    }
}
