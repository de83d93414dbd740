import CLinux
import Glibc

/// Accepts TLS connections at one address, confined to its loop.
package final class Listener: EventSource {
    /// What a listener takes on. Named defaults; an operator may change them.
    package struct Limits: Sendable {
        /// Connections the kernel keeps until they are accepted.
        package var backlog = 1024
        package var acceptsPerTick = 2
        /// With so many open, further ones wait in the backlog.
        package var openConnections = 10_000
        /// Of one IPv4 address, or of the /64 of an IPv6 address: further ones are reset at once.
        package var connectionsPerAddress = 1_024
        /// How long to accept nothing after the machine ran out of descriptors or memory.
        package var exhaustionPause: Duration = .milliseconds(200)
        package var connection = ConnectionLimits()

        package init() {}
    }

    /// The address it is bound to, with the port the kernel chose when 0 was asked for.
    package let address: SocketAddress
    /// The context of connections accepted from now on: assigning another one replaces the certificate.
    package var context: TLSContext
    /// Told when a connection could not be taken on for want of descriptors or memory. For the log.
    package var onFault: ((any Error) -> Void)?

    /// Told when an address has as many connections as it may, once until it has room again. For the log.
    package var onRefusal: ((SocketAddress) -> Void)?

    private let loop: EventLoop
    private let limits: Limits
    private let makeHandler: (Connection) -> any ConnectionHandler
    private var socket: Descriptor
    private var token: SourceTable.Token?
    private var interest: Readiness = .readable
    private var isPaused = false
    private var connections: [Int: Connection] = [:]
    private var tally: AddressTally

    /// Binds `address` and starts to accept; on the loop only.
    ///
    /// - Parameter makeHandler: called for each accepted connection, before its handshake.
    /// - Throws: `SystemError` when the address cannot be bound.
    package init(
        _ address: SocketAddress,
        context: TLSContext,
        limits: Limits = Limits(),
        on loop: EventLoop,
        makeHandler: @escaping (Connection) -> any ConnectionHandler
    ) throws {
        socket = try StreamSocket.listening(on: address, backlog: limits.backlog)
        self.address = try StreamSocket.address(of: socket)
        self.context = context
        self.limits = limits
        self.loop = loop
        self.makeHandler = makeHandler
        tally = AddressTally(limit: limits.connectionsPerAddress)
        token = try loop.register(self, descriptor: socket.raw, for: .readable)
    }

    /// Whether `address` could be bound now: for who has much to do before it listens.
    ///
    /// - Throws: `SystemError` when not.
    package static func check(_ address: SocketAddress) throws(SystemError) {
        _ = try StreamSocket.listening(on: address, backlog: 1)
    }

    package var connectionCount: Int { connections.count }

    /// The connection of that number, unless it is gone.
    package func connection(_ id: Int) -> Connection? { connections[id] }

    /// Gives the address back. Connections that were accepted stay.
    package func stopAccepting() {
        guard let token else { return }
        loop.deregister(token, descriptor: socket.raw)
        self.token = nil
        socket.close()
    }

    /// Closes every connection; their handlers are told when each is gone.
    package func closeAll(afterFlush: Bool) {
        for connection in connections.values { connection.close(afterFlush: afterFlush) }
    }

    func ready(_ readiness: Readiness) {
        for _ in 0..<limits.acceptsPerTick {
            guard token != nil, connections.count < limits.openConnections else { return watch() }
            var peer = sockaddr_storage()
            let result = shim_accept(socket.raw, &peer)
            if result >= 0 {
                take(result, from: peer)
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                return
            } else if SystemError("accept").isExhaustion {
                return pause(SystemError("accept"))
            }
            // Anything else is the fate of that one connection (accept(2), "Error handling"): the next, please.
        }
    }

    private func take(_ result: Int32, from storage: sockaddr_storage) {
        do {
            let socket = try Descriptor(result, from: "accept")
            guard let peer = SocketAddress(storage) else { return }
            if case .refused(let isFirst) = tally.take(peer) {
                StreamSocket.abandon(socket)
                if isFirst { onRefusal?(peer) }
                return
            }
            try start(socket, from: peer)
        } catch {
            onFault?(error)
        }
    }

    private func start(_ socket: consuming Descriptor, from peer: SocketAddress) throws {
        do {
            try StreamSocket.prepare(socket)
            let connection = Connection(
                stream: try TLSStream(accepting: socket, context: context),
                peer: peer,
                limits: limits.connection,
                on: loop
            )
            connection.whenClosed = { [weak self] in self?.forget($0) }
            try connection.start(handler: makeHandler(connection))
            connections[connection.id] = connection
        } catch {
            tally.release(peer)
            throw error
        }
    }

    private func forget(_ connection: Connection) {
        guard connections.removeValue(forKey: connection.id) != nil else { return }
        tally.release(connection.peer)
        watch()
    }

    /// The waiting connection cannot be taken, and would be reported without end.
    private func pause(_ error: SystemError) {
        isPaused = true
        watch()
        loop.schedule(after: limits.exhaustionPause) { [weak self] in
            self?.isPaused = false
            self?.watch()
        }
        onFault?(error)
    }

    private func watch() {
        guard let token else { return }
        let wanted: Readiness = isPaused || connections.count >= limits.openConnections ? [] : .readable
        if wanted == interest { return }
        interest = wanted
        loop.change(token, descriptor: socket.raw, to: wanted)
    }
}
