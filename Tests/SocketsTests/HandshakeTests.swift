import Foundation
import Sockets
import Testing

@Suite struct HandshakeTests {
    @Test(arguments: [("127.0.0.1:0", "localhost"), ("127.0.0.1:0", "127.0.0.1"), ("[::1]:0", "::1")])
    func `a client that trusts the authority gets TLS 1.3 and http/1.1`(address: String, host: String) throws {
        let address = try #require(SocketAddress(address))
        try TestServer.run(at: address) { server in
            let client = try server.connect(host: host)
            #expect(client.version == "TLSv1.3")
            #expect(client.negotiatedProtocol == "http/1.1")
            #expect(try client.echo("Moin") == "Moin")
        }
    }

    @Test func `a certificate of an unknown authority is refused`() throws {
        try TestServer.run { server in
            let strangers = try Certificates(in: temporaryFolder())
            let error = try #require(throws: TLSError.self) {
                _ = try BlockingTLSClient.connect(
                    host: "localhost",
                    port: server.address.port,
                    context: strangers.clientContext()
                )
            }
            #expect(error.description.contains("certificate verify failed"))
        }
    }

    @Test func `a certificate for another host is refused`() throws {
        // The same machine by an address that the certificate does not name.
        let address = try #require(SocketAddress("127.0.0.2:0"))
        try TestServer.run(at: address) { server in
            let error = try #require(throws: TLSError.self) { _ = try server.connect() }
            #expect(error.description.contains("IP address mismatch"))
        }
    }

    @Test func `TLS 1.1 is refused with the alert that says so`() throws {
        try TestServer.run { server in
            let client = try PlainSocket(to: server.address)
            client.write(ClientHello.bytes(version: 0x0302))
            let answer = try client.readToEnd()
            // RFC 5246 section 7.2: alert record, fatal, protocol_version.
            #expect(answer.first == 21)
            #expect(Array(answer.suffix(2)) == [2, 70])
            try server.journal.first(where: \.isClosed)
        }
    }

    @Test func `the same hello with TLS 1.2 is answered with a handshake`() throws {
        try TestServer.run { server in
            let client = try PlainSocket(to: server.address)
            client.write(ClientHello.bytes(version: 0x0303))
            #expect(try client.read().first == 22)
        }
    }

    @Test func `a client that offers another protocol alone is refused`() throws {
        try TestServer.run { server in
            let client = try PlainSocket(to: server.address)
            client.write(ClientHello.bytes(version: 0x0303, protocols: ["h2"]))
            // RFC 7301 section 3.2: no_application_protocol.
            #expect(Array(try client.readToEnd().suffix(2)) == [2, 120])
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "\0\u{1}\u{2}garbage", "\u{16}\u{3}\u{1}\u{7f}\u{7f}",
    ])
    func `plain HTTP and garbage end their own connection and disturb nobody`(text: String) throws {
        try TestServer.run { server in
            let client = try server.connect()
            #expect(try client.echo("before") == "before")
            let stranger = try PlainSocket(to: server.address)
            stranger.write(Array(text.utf8))
            stranger.write([UInt8](repeating: 0, count: 20_000))
            _ = try stranger.readToEnd()
            try server.journal.first { told in
                if case .closed(.failed) = told { true } else { false }
            }
            #expect(try client.echo("after") == "after")
        }
    }

    @Test func `a peer that never begins is closed at the handshake's deadline`() throws {
        var limits = Listener.Limits()
        limits.connection.handshakeTimeout = .milliseconds(30)
        try TestServer.run(limits: limits) { server in
            let stranger = try PlainSocket(to: server.address)
            #expect(try stranger.readToEnd().isEmpty)
            try server.journal.first { $0 == .closed(.handshakeTimedOut) }
        }
    }

    @Test func `the deadline of the handshake does not end a connection that made it`() throws {
        var limits = Listener.Limits()
        limits.connection.handshakeTimeout = .milliseconds(300)
        try TestServer.run(limits: limits) { server in
            let client = try server.connect()
            let isLater = Journal<Bool>()
            server.loop.enqueue { server.loop.schedule(after: .milliseconds(320)) { isLater.note(true) } }
            try isLater.first { $0 }
            #expect(try client.echo("still here") == "still here")
        }
    }

    @Test func `a new certificate is used for new connections, and old connections live on`() throws {
        try TestServer.run { server in
            let old = try server.connect()
            let renewed = try Certificates(in: temporaryFolder())
            let context = try renewed.serverContext()
            try server.listener.callAndWait { $0.context = context }
            let new = try BlockingTLSClient.connect(
                host: "localhost",
                port: server.address.port,
                context: renewed.clientContext()
            )
            #expect(try new.echo("new") == "new")
            #expect(try old.echo("old") == "old")
            #expect(throws: TLSError.self) { _ = try server.connect() }
        }
    }

    @Test func `a key that does not belong to the certificate is refused with the reason`() throws {
        let certificates = try Certificates.shared()
        let error = try #require(throws: TLSError.self) {
            try TLSContext.server(
                TLSFiles(certificateChain: certificates.chain, privateKey: certificates.folder + "/ca.key")
            )
        }
        #expect(error.description.contains("key values mismatch"))
    }

    @Test func `a certificate file that is not there is refused with the reason`() throws {
        let error = try #require(throws: TLSError.self) {
            try TLSContext.server(TLSFiles(certificateChain: "/nowhere/server.pem", privateKey: "/nowhere/server.key"))
        }
        #expect(error.description.contains("No such file"))
    }
}
