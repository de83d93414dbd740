/// The host and port a request is meant for, from `Host` or an absolute target (RFC 3986 section 3.2, RFC 9110 section 7.2).
package struct Authority: Sendable, Equatable, CustomStringConvertible {
    /// In lower case; an IP literal keeps its brackets.
    package let host: String
    package let port: Int?

    package init(host: String, port: Int? = nil) {
        self.host = host
        self.port = port
    }

    package var description: String { port.map { "\(host):\($0)" } ?? host }

    /// `uri-host [ ":" port ]`; nil when it is empty, carries user information, or breaks the grammar.
    package init?(_ text: some Collection<UInt8>) {
        let bytes = Array(text)
        let hostEnd: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")), Self.isIPv6(bytes[1..<bracket]) else {
                return nil
            }
            hostEnd = bracket + 1
        } else {
            hostEnd = bytes.firstIndex(of: ASCII.colon) ?? bytes.count
            guard (1...255).contains(hostEnd), ByteSet.hostName.containsAll(bytes[..<hostEnd]) else { return nil }
        }
        host = String(decoding: bytes[..<hostEnd].map(ASCII.lowercase), as: UTF8.self)
        let rest = bytes[hostEnd...]
        if rest.isEmpty || rest.elementsEqual([ASCII.colon]) {
            port = nil
        } else {
            guard rest.first == ASCII.colon, let number = ASCII.decimal(rest.dropFirst()), number <= 65535 else {
                return nil
            }
            port = number
        }
    }

    /// The characters of an IPv6 address. Whether it is one of ours is decided by comparison, so no more is asked here.
    private static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
        (2...45).contains(bytes.count) && bytes.contains(ASCII.colon)
            && bytes.allSatisfy { ASCII.hexDigit($0) != nil || $0 == ASCII.colon || $0 == UInt8(ascii: ".") }
    }
}
