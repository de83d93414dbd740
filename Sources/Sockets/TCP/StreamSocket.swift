import CLinux
import Glibc

/// The system calls that make TCP sockets. All sockets are non-blocking and close-on-exec.
enum StreamSocket {
    /// Unacknowledged data, or unanswered probes of a shut window, for this long end a connection: a peer that lost its
    /// power is found without a ping of our own (RFC 5482).
    static let userTimeoutMilliseconds: Int32 = 20_000

    /// How much the kernel keeps beyond what is on its way: a peer that does not read costs no more, and is noticed.
    static let unsentByteLimit: Int32 = 128 << 10

    /// A socket that listens on exactly `address`: "[::]" means IPv6 alone.
    static func listening(on address: SocketAddress, backlog: Int) throws(SystemError) -> Descriptor {
        let socket = try make(family: address.family)
        try set(SO_REUSEADDR, at: SOL_SOCKET, to: 1, on: socket)
        if address.isVersion6 { try set(IPV6_V6ONLY, at: Int32(IPPROTO_IPV6), to: 1, on: socket) }
        guard address.withKernelAddress({ bind(socket.raw, $0, $1) }) == 0 else {
            throw SystemError("bind \(address)")
        }
        guard listen(socket.raw, Int32(backlog)) == 0 else { throw SystemError("listen on \(address)") }
        return socket
    }

    /// A socket connected to `address`. Blocks until it is, or `deadline` comes.
    static func connected(
        to address: SocketAddress,
        deadline: ContinuousClock.Instant
    ) throws(SystemError) -> Descriptor {
        let socket = try make(family: address.family)
        if address.withKernelAddress({ connect(socket.raw, $0, $1) }) != 0 {
            guard errno == EINPROGRESS else { throw SystemError("connect to \(address)") }
            guard try Poll.writable.wait(for: socket.raw, until: deadline) else {
                throw SystemError("connect to \(address)", code: ETIMEDOUT)
            }
            var code: Int32 = 0
            var size = socklen_t(MemoryLayout.size(ofValue: code))
            getsockopt(socket.raw, SOL_SOCKET, SO_ERROR, &code, &size)
            guard code == 0 else { throw SystemError("connect to \(address)", code: code) }
        }
        try prepare(socket)
        return socket
    }

    /// What every connected socket is given: small frames leave at once, dead peers are found.
    static func prepare(_ socket: borrowing Descriptor) throws(SystemError) {
        try set(TCP_NODELAY, at: Int32(IPPROTO_TCP), to: 1, on: socket)
        try set(TCP_USER_TIMEOUT, at: Int32(IPPROTO_TCP), to: userTimeoutMilliseconds, on: socket)
        try set(TCP_NOTSENT_LOWAT, at: Int32(IPPROTO_TCP), to: unsentByteLimit, on: socket)
    }

    /// Lets the connection end with a reset when it is closed: nothing of it stays behind, here least of all.
    static func abandon(_ socket: consuming Descriptor) {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket.raw, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout.size(ofValue: option)))
    }

    /// The address a socket is bound to.
    static func address(of socket: borrowing Descriptor) throws(SystemError) -> SocketAddress {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout.size(ofValue: storage))
        let result = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket.raw, $0, &size) }
        }
        guard result == 0, let address = SocketAddress(storage) else { throw SystemError("getsockname") }
        return address
    }

    private static func make(family: Int32) throws(SystemError) -> Descriptor {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        return try Descriptor(socket(family, type, 0), from: "socket")
    }

    private static func set(
        _ option: Int32,
        at level: Int32,
        to value: Int32,
        on socket: borrowing Descriptor
    ) throws(SystemError) {
        var value = value
        guard setsockopt(socket.raw, level, option, &value, socklen_t(MemoryLayout.size(ofValue: value))) == 0 else {
            throw SystemError("setsockopt")
        }
    }
}
