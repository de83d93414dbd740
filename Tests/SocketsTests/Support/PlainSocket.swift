import Foundation

@testable import Sockets

/// A TCP connection that speaks no TLS.
struct PlainSocket: ~Copyable {
    private var socket: Descriptor

    init(to address: SocketAddress) throws {
        socket = try StreamSocket.connected(to: address, deadline: .patience)
    }

    /// Comes from another address of this machine.
    init(to address: SocketAddress, from source: SocketAddress) throws {
        socket = try Self.connected(to: address, from: source)
    }

    private static func connected(to address: SocketAddress, from source: SocketAddress) throws -> Descriptor {
        let socket = try Descriptor(Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0), from: "socket")
        guard source.withKernelAddress({ bind(socket.raw, $0, $1) }) == 0 else { throw SystemError("bind") }
        guard address.withKernelAddress({ connect(socket.raw, $0, $1) }) == 0 else { throw SystemError("connect") }
        return socket
    }

    /// Ends the connection with a reset.
    mutating func reset() { socket.reset() }

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

    /// Whether the connection ends with a reset, rather than with a goodbye.
    func endsWithReset() throws -> Bool {
        guard try Poll.readable.wait(for: socket.raw, until: .patience) else {
            throw SystemError("read", code: ETIMEDOUT)
        }
        var byte: UInt8 = 0
        return recv(socket.raw, &byte, 1, 0) == -1 && errno == ECONNRESET
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

extension Descriptor {
    /// Ends its connection with a reset, as a peer that crashes does.
    mutating func reset() {
        Self.reset(raw)
        close()
    }

    /// The same for one that somebody else closes.
    static func reset(_ raw: Int32) {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(raw, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout.size(ofValue: option)))
    }
}
