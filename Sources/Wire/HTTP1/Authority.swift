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
    package init?(_ text: String) {
        var text = text
        guard let authority = text.withUTF8({ Authority(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = authority
    }

    init?(_ bytes: UnsafeRawBufferPointer) {
        let end: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")), Self.isIPv6(bytes[1..<bracket]) else {
                return nil
            }
            end = bracket + 1
        } else {
            end = bytes.firstIndex(of: ASCII.colon) ?? bytes.count
            guard (1...255).contains(end), ByteSet.hostName.containsAll(bytes[..<end]) else { return nil }
        }
        host = String(unsafeUninitializedCapacity: end) { text in
            for index in 0..<end { text[index] = ASCII.lowercase(bytes[index]) }
            return end
        }
        if bytes.count <= end + 1 {
            guard bytes.count == end || bytes[end] == ASCII.colon else { return nil }
            port = nil
        } else {
            guard bytes[end] == ASCII.colon, let number = ASCII.decimal(bytes[(end + 1)...]), number <= 65535 else {
                return nil
            }
            port = number
        }
    }

    /// The characters of an IPv6 address. Whether it is one of ours is decided by comparison, so no more is asked here.
    private static func isIPv6(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
        (2...45).contains(bytes.count) && bytes.contains(ASCII.colon)
            && bytes.allSatisfy { ASCII.hexDigit($0) != nil || $0 == ASCII.colon || $0 == UInt8(ascii: ".") }
    }
}
