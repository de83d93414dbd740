import CLinux
import Glibc

/// The addresses of a host, by the system's resolver. May wait for the network: never on the loop.
enum HostLookup {
    /// The addresses in the order they should be tried (RFC 6724); none when the host is unknown.
    static func addresses(of host: String, port: UInt16) -> [SocketAddress] {
        if let address = SocketAddress(host: host, port: port) { return [address] }
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        return sequence(first: first) { $0?.pointee.ai_next }.compactMap { entry in
            guard let entry, let address = entry.pointee.ai_addr else { return nil }
            var storage = sockaddr_storage()
            withUnsafeMutableBytes(of: &storage) { target in
                let bytes = UnsafeRawBufferPointer(start: address, count: Int(entry.pointee.ai_addrlen))
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes.prefix(target.count)))
            }
            return SocketAddress(storage)
        }
    }
}
