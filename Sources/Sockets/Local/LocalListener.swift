import CLinux
import Glibc

/// Accepts connections of the same user on this machine at a path, confined to its loop: administration beside a
/// running server. The file's mode keeps others out, and who connects is checked once more.
package final class LocalListener: EventSource {
    /// Administrators at the same time; further ones wait.
    package static let connectionLimit = 8
    /// How long to accept nothing after the machine ran out of descriptors or memory.
    package static let exhaustionPause: Duration = .milliseconds(200)

    package let path: String

    private let loop: EventLoop
    private let handler: (String, LocalConnection) -> Void
    private var socket: Descriptor
    private var token: SourceTable.Token?
    private var isPaused = false
    private var connections: [ObjectIdentifier: LocalConnection] = [:]

    /// Starts to listen at `path`, replacing a socket that an earlier process left; on the loop only.
    ///
    /// - Parameter handler: called on the loop with each line that comes and where an answer may go, then or later.
    /// - Throws: `SystemError` when the path cannot be used.
    package init(
        path: String,
        on loop: EventLoop,
        handler: @escaping (String, LocalConnection) -> Void
    ) throws {
        self.path = path
        self.loop = loop
        self.handler = handler
        socket = try LocalSocket.listening(at: path, backlog: Self.connectionLimit)
        token = try loop.register(self, descriptor: socket.raw, for: .readable)
    }

    /// Removes the socket and closes its connections; on the loop only.
    package func stop() {
        guard let token else { return }
        loop.deregister(token, descriptor: socket.raw)
        self.token = nil
        socket.close()
        unlink(path)
        for connection in connections.values { connection.close() }
    }

    func ready(_ readiness: Readiness) {
        let accepted: Descriptor
        do {
            var peer = sockaddr_storage()
            accepted = try Descriptor(shim_accept(socket.raw, &peer), from: "accept")
        } catch {
            if error.isExhaustion { pause() }
            return
        }
        guard [0, Int(geteuid())].contains(shim_peer_user(accepted.raw)) else { return }
        let connection = LocalConnection(accepted, on: loop, received: handler) { [weak self] in
            self?.connections[ObjectIdentifier($0)] = nil
            self?.watch()
        }
        // One that cannot be watched goes out of scope here, and is closed with it.
        guard (try? connection.start()) != nil else { return }
        connections[ObjectIdentifier(connection)] = connection
        watch()
    }

    /// The waiting connection cannot be taken, and would be reported without end.
    private func pause() {
        isPaused = true
        watch()
        loop.schedule(after: Self.exhaustionPause) { [weak self] in
            self?.isPaused = false
            self?.watch()
        }
    }

    private func watch() {
        guard let token else { return }
        let hasRoom = !isPaused && connections.count < Self.connectionLimit
        loop.change(token, descriptor: socket.raw, to: hasRoom ? .readable : [])
    }
}
