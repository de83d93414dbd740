import CLinux
import Glibc

/// An internet address with a port: "127.0.0.1:8443", "[::1]:0". A name is not an address; port 0 asks the kernel to
/// choose one.
package struct SocketAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address in network byte order: 4 bytes for IPv4, 16 for IPv6.
    package let bytes: [UInt8]
    package let port: UInt16

    package static let loopback = SocketAddress(bytes: [127, 0, 0, 1], port: 0)

    private init(bytes: [UInt8], port: UInt16) {
        self.bytes = bytes
        self.port = port
    }

    /// Reads an address in the two forms above, or returns nil.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let portText = text[text.index(after: colon)...]
        guard !portText.isEmpty, portText.utf8.allSatisfy({ (48...57).contains($0) }), let port = UInt16(portText)
        else { return nil }
        var host = text[..<colon]
        let isBracketed = host.first == "[" && host.last == "]"
        if isBracketed { host = host.dropFirst().dropLast() }
        guard let bytes = Self.parse(String(host), isVersion6: isBracketed) else { return nil }
        self.init(bytes: bytes, port: port)
    }

    /// Reads an address without port, "::1" or "127.0.0.1", or returns nil for a name.
    package init?(host: String, port: UInt16) {
        guard let bytes = Self.parse(host, isVersion6: false) ?? Self.parse(host, isVersion6: true) else { return nil }
        self.init(bytes: bytes, port: port)
    }

    package var isVersion6: Bool { bytes.count == 16 }

    /// Whether it can be reached from this machine alone.
    package var isLoopback: Bool {
        isVersion6 ? bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1 : bytes[0] == 127
    }

    /// The address without port and brackets, in the one canonical form (RFC 5952).
    package var host: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(family, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    package var description: String { isVersion6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

    var family: Int32 { isVersion6 ? AF_INET6 : AF_INET }

    private static func parse(_ host: String, isVersion6: Bool) -> [UInt8]? {
        // A zero would end the text for the kernel's parser, whatever follows.
        if host.utf8.contains(0) { return nil }
        var bytes = [UInt8](repeating: 0, count: isVersion6 ? 16 : 4)
        return inet_pton(isVersion6 ? AF_INET6 : AF_INET, host, &bytes) == 1 ? bytes : nil
    }
}

extension SocketAddress {
    /// Reads what the kernel filled in; nil for another family.
    init?(_ storage: sockaddr_storage) {
        var storage = storage
        switch Int32(storage.ss_family) {
        case AF_INET:
            let address = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in.self) }
            self.init(
                bytes: withUnsafeBytes(of: address.sin_addr) { Array($0) },
                port: UInt16(bigEndian: address.sin_port)
            )
        case AF_INET6:
            let address = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in6.self) }
            self.init(
                bytes: withUnsafeBytes(of: address.sin6_addr) { Array($0) },
                port: UInt16(bigEndian: address.sin6_port)
            )
        default:
            return nil
        }
    }

    /// Calls `body` with the address as the kernel wants it.
    func withKernelAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        if isVersion6 {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            withUnsafeMutableBytes(of: &address.sin6_addr) { $0.copyBytes(from: bytes) }
            return Self.call(body, with: address)
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &address.sin_addr) { $0.copyBytes(from: bytes) }
        return Self.call(body, with: address)
    }

    private static func call<Address, Result>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result,
        with address: Address
    ) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }
}
