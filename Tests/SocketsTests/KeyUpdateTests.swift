import COpenSSL
import Foundation
import Testing

@testable import Sockets

/// A peer of TLS 1.3 may change its keys at any time and ask for ours to change (RFC 8446 section 4.6.3): the answer is
/// written while reading.
@Suite struct KeyUpdateTests {
    /// A client that changes its keys as often as it likes, and reads when it is told to.
    private final class Client {
        private let ssl: OpaquePointer
        private let descriptor: Descriptor

        init(to address: SocketAddress, context: TLSContext) throws {
            let socket = try StreamSocket.connected(to: address, deadline: .patience)
            ssl = try #require(SSL_new(context.pointer))
            // The address is what the certificate is for.
            X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), address.host)
            SSL_set_fd(ssl, socket.raw)
            SSL_set_connect_state(ssl)
            descriptor = socket
            try perform { SSL_do_handshake($0) }
        }

        deinit { SSL_free(ssl) }

        @discardableResult
        private func perform(_ call: (OpaquePointer) -> Int32) throws -> Int32 {
            while true {
                let result = call(ssl)
                if result > 0 { return result }
                let wait: Poll
                switch SSL_get_error(ssl, result) {
                case SSL_ERROR_WANT_READ: wait = .readable
                case SSL_ERROR_WANT_WRITE: wait = .writable
                default: throw TLSError(openSSL: "speak")
                }
                guard try wait.wait(for: descriptor.raw, until: .patience) else {
                    throw SystemError("speak", code: ETIMEDOUT)
                }
            }
        }

        /// False when the socket takes no more.
        func changeKeys() -> Bool {
            SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED)
            return SSL_do_handshake(ssl) == 1
        }

        func write(_ text: String) throws {
            let bytes = Array(text.utf8)
            try perform { SSL_write($0, bytes, Int32(bytes.count)) }
        }

        func read() throws -> [UInt8] {
            var buffer = [UInt8](repeating: 0, count: 16_384)
            let count = try perform { SSL_read($0, &buffer, 16_384) }
            return Array(buffer.prefix(Int(count)))
        }

        /// Says something and reads what comes, until it has come back: writes when there is room, reads meanwhile.
        func echo(_ text: String) throws -> String {
            let bytes = Array(text.utf8)
            var buffer = [UInt8](repeating: 0, count: 16_384)
            var heard: [UInt8] = []
            var isSaid = false
            let deadline = ContinuousClock.Instant.patience
            while heard.count < bytes.count {
                guard ContinuousClock.now < deadline else { throw SystemError("echo", code: ETIMEDOUT) }
                if !isSaid { isSaid = bytes.withUnsafeBytes { SSL_write(ssl, $0.baseAddress, Int32($0.count)) } > 0 }
                let count = SSL_read(ssl, &buffer, 16_384)
                if count > 0 {
                    heard += buffer.prefix(Int(count))
                } else {
                    _ = try Poll.readable.wait(for: descriptor.raw, until: .now + .milliseconds(10))
                }
            }
            return String(decoding: heard, as: UTF8.self)
        }

        func read(exactly count: Int) throws -> [UInt8] {
            var bytes: [UInt8] = []
            while bytes.count < count { bytes += try read() }
            return bytes
        }
    }

    private static let floodByteCount = 12 << 20

    private static let flood: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
        let handler = ScriptedHandler(journal)
        handler.onReceived = { bytes, connection in
            let isFlood = bytes == Array("flood".utf8)
            connection.send(isFlood ? [UInt8](repeating: 7, count: floodByteCount) : bytes)
        }
        return handler
    }

    /// How many ticks the loop makes in a moment in which nobody wants anything of it.
    private func ticks(of server: TestServer) throws -> UInt64 {
        let loop = server.loop
        let before = try loop.callAndWait { loop.tick }
        let moment = Monitor(())
        _ = moment.withLock(when: { _ in false }, before: .now + .milliseconds(300)) { _ in }
        return try loop.callAndWait { loop.tick } - before
    }

    @Test func `keys that change without end, and nobody reads, keep no processor busy and nobody waiting`() throws {
        var limits = Listener.Limits()
        limits.connection.pendingOutputByteCount = Self.floodByteCount
        try TestServer.run(limits: limits, makeHandler: Self.flood) { server in
            let client = try Client(to: server.address, context: server.certificates.clientContext())
            let quick = try server.connect()
            // The answers to the changes fill whatever the kernel holds: in the end neither side takes more.
            let most = 2_000_000
            var count = 0
            while count < most, client.changeKeys() { count += 1 }
            #expect((1_000..<most).contains(count), "the flood was one, and was held back")
            #expect(!server.journal.all.contains { $0.isClosed })
            #expect(try ticks(of: server) < 50)
            #expect(try quick.echo("quick") == "quick")
        }
    }

    @Test func `keys that changed more often than there was room to answer are answered once they are read`() throws {
        try TestServer.run(makeHandler: Self.flood) { server in
            let client = try Client(to: server.address, context: server.certificates.clientContext())
            // More than the kernel holds of the answers, less than it holds of the changes: a client that could not write
            // would not read either.
            for _ in 0..<15_000 { #expect(client.changeKeys()) }
            #expect(try client.echo("word") == "word")
        }
    }

    @Test func `keys that change while output waits are answered once there is room, and reading goes on`() throws {
        var limits = Listener.Limits()
        limits.connection.pendingOutputByteCount = 2 * Self.floodByteCount
        try TestServer.run(limits: limits, makeHandler: Self.flood) { server in
            let client = try Client(to: server.address, context: server.certificates.clientContext())
            try client.write("flood")
            try server.journal.first { $0 == .received(5) }
            for _ in 0..<3 { #expect(client.changeKeys()) }
            try client.write("word")
            #expect(try client.read(exactly: Self.floodByteCount).count == Self.floodByteCount)
            #expect(try client.read(exactly: 4) == Array("word".utf8))
            #expect(try ticks(of: server) < 50)
            try client.write("again")
            #expect(try client.read(exactly: 5) == Array("again".utf8))
        }
    }
}
