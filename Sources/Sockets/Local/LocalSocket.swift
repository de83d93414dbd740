import CLinux
import Glibc

/// The system calls that make Unix-domain stream sockets, non-blocking and close-on-exec.
enum LocalSocket {
    /// A message is one line; longer ones end the connection.
    static let lineByteLimit = 64 << 10

    /// A socket that listens at `path` and is open to its owner alone, from its first moment on. A socket left by an
    /// earlier process is replaced: the caller holds the lock that says there is no other.
    static func listening(at path: String, backlog: Int) throws(SystemError) -> Descriptor {
        let socket = try make()
        // On Linux the file takes over the mode of the socket, so there is no moment in which others may connect.
        guard fchmod(socket.raw, 0o600) == 0 else { throw SystemError("protect \(path)") }
        try removeLeftover(at: path)
        guard try withAddress(path, { bind(socket.raw, $0, $1) }) == 0 else { throw SystemError("bind \(path)") }
        guard listen(socket.raw, Int32(backlog)) == 0 else { throw SystemError("listen at \(path)") }
        return socket
    }

    static func connected(to path: String) throws(SystemError) -> Descriptor {
        let socket = try make()
        guard try withAddress(path, { connect(socket.raw, $0, $1) }) == 0 else {
            throw SystemError("connect to \(path)")
        }
        return socket
    }

    /// Removes a socket at `path`, and nothing else.
    private static func removeLeftover(at path: String) throws(SystemError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw SystemError("bind \(path)", code: EADDRINUSE) }
        guard unlink(path) == 0 else { throw SystemError("remove \(path)") }
    }

    private static func make() throws(SystemError) -> Descriptor {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        return try Descriptor(socket(AF_UNIX, type, 0), from: "socket")
    }

    private static func withAddress(
        _ path: String,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(SystemError) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // One byte stays for the zero at the end.
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw SystemError("use \(path) as a socket", code: ENAMETOOLONG)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
