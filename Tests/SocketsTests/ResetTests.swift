import Foundation
import Testing

@testable import Sockets

/// Each in a process of its own, which counts its descriptors.
@Suite struct ResetTests {
    @Test func `a reset at any step costs nobody else anything, and leaves no descriptor behind`() async throws {
        await #expect(processExitsWith: .success) {
            let makeHandler: @Sendable (Journal<Told>) -> ScriptedHandler = { journal in
                let handler = ScriptedHandler(journal)
                handler.onReceived = { bytes, connection in
                    // A long answer is on its way when the reset comes.
                    connection.send(bytes.count > 100 ? pattern(512 << 10) : bytes)
                }
                return handler
            }
            try TestServer.run(makeHandler: makeHandler) { server in
                let honest = try server.connect()
                try #require(try honest.echo("before") == "before")
                let before = try openDescriptors()
                var closings = 0
                let hello = ClientHello.bytes(version: 0x0303)
                for count in stride(from: 0, through: hello.count, by: 9) {
                    var client = try PlainSocket(to: server.address)
                    client.write(Array(hello.prefix(count)))
                    client.reset()
                    closings += 1
                }
                for isAnswered in [false, true] {
                    var client = try PlainSocket(to: server.address)
                    client.write(hello)
                    if isAnswered { try #require(try client.read().first == 22) }
                    client.reset()
                    closings += 1
                }
                for request in ["", "half a requ", String(repeating: "x", count: 200)] {
                    try resetAfter(request, at: server)
                    closings += 1
                }
                try server.journal.wait { $0.filter(\.isClosed).count == closings }
                try #require(try server.listener.callAndWait { $0.connectionCount } == 1)
                try #require(try openDescriptors() == before)
                try #require(try honest.echo("after") == "after")
            }
        }
    }

    @Test func `thousands of sockets that say nothing are ended at their deadline, and leave nothing behind`()
        async throws
    {
        await #expect(processExitsWith: .success) {
            var limits = Listener.Limits()
            limits.connection.handshakeTimeout = .milliseconds(500)
            limits.connectionsPerAddress = 5_000
            try #require(DescriptorLimit.raise() > 4_000)
            try TestServer.run(limits: limits) { server in
                let honest = try server.connect()
                let before = try openDescriptors()
                let count = 1_900
                var crowd: [HeldSocket] = []
                for _ in 0..<count {
                    crowd.append(HeldSocket(try StreamSocket.connected(to: server.address, deadline: .patience)))
                    if crowd.count.isMultiple(of: 100) { try #require(try honest.echo("among") == "among") }
                }
                try server.journal.wait { $0.filter { $0 == .closed(.handshakeTimedOut) }.count == count }
                crowd = []
                try #require(try openDescriptors() == before)
                try #require(try honest.echo("after") == "after")
            }
        }
    }
}

/// A socket in a list.
final class HeldSocket {
    private let socket: Descriptor

    init(_ socket: consuming Descriptor) { self.socket = socket }
}

/// How many descriptors this process has open.
func openDescriptors() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
}

/// Completes a handshake, says `request`, and vanishes.
func resetAfter(_ request: String, at server: TestServer) throws {
    let client = try server.connect()
    if !request.isEmpty { try client.write(request) }
    if request.utf8.count > 100 { _ = try client.read(deadline: .patience) }
    Descriptor.reset(client.descriptor)
}
