import Foundation

@testable import Sockets

/// A TCP connection that speaks no TLS.
struct PlainSocket: ~Copyable {
    private let socket: Descriptor

    init(to address: SocketAddress) throws {
        socket = try StreamSocket.connected(to: address, deadline: .patience)
    }

    func write(_ bytes: [UInt8]) {
        _ = send(socket.raw, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Everything up to the end of the connection, however that comes.
    func readToEnd() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let more = try read()
            if more.isEmpty { return bytes }
            bytes += more
        }
    }

    /// What comes next; nothing at the end of the connection.
    func read() throws -> [UInt8] {
        guard try Poll.readable.wait(for: socket.raw, until: .patience) else {
            throw SystemError("read", code: ETIMEDOUT)
        }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket.raw, &buffer, buffer.count, 0)
        return Array(buffer.prefix(max(0, count)))
    }
}
