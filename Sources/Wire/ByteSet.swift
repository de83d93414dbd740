/// A set of ASCII characters as 128 bits: the character classes of the grammars, without a table in memory.
struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ characters: String, _ others: ByteSet...) {
        for byte in characters.utf8 where byte < 64 { low |= 1 << UInt64(byte) }
        for byte in characters.utf8 where byte >= 64 && byte < 128 { high |= 1 << UInt64(byte - 64) }
        for other in others {
            low |= other.low
            high |= other.high
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 128 && ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 == 1
    }

    func containsAll(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy(contains)
    }

    private static let alphanumeric = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")

    /// RFC 9110 section 5.6.2: `tchar`.
    static let token = ByteSet("!#$%&'*+-.^_`|~", alphanumeric)
    /// RFC 3986 section 2.3 and 2.2: `unreserved` and `sub-delims`, which is a `reg-name` without percent-encoding.
    static let hostName = ByteSet("-._~!$&'()*+,;=", alphanumeric)
    /// RFC 3986 section 3.3: `pchar` and the slashes between segments; `%` is checked apart.
    static let path = ByteSet(":@/", hostName)
    /// RFC 3986 section 3.4.
    static let query = ByteSet("?", path)
    /// What needs no percent-encoding in a path segment or a query value (RFC 3986 section 2.3).
    static let unreserved = ByteSet("-._~", alphanumeric)
    /// RFC 6265 section 4.1.1: `cookie-octet`.
    static let cookieValue = ByteSet("!#$%&'()*+-./:<=>?@[]^_`{|}~", alphanumeric)
}
