/// The first message of a client that knows no more than TLS 1.2 (RFC 5246 section 7.4.1.2), written by hand: a library
/// would rather not offer what the tests need.
enum ClientHello {
    static func bytes(version: UInt16, protocols: [String] = []) -> [UInt8] {
        var extensions: [UInt8] = []
        // supported_groups: P-256; signature_algorithms: ecdsa_secp256r1_sha256.
        extensions += [0, 10] + counted(counted(two(23)))
        extensions += [0, 13] + counted(counted(two(0x0403)))
        if !protocols.isEmpty {
            let names = protocols.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
            extensions += [0, 16] + counted(counted(names))
        }
        var body = two(version) + pattern(32)
        // No session; ECDHE-ECDSA with AES-128-GCM and with AES-128-CBC-SHA; no compression.
        body += [0] + counted(two(0xC02B) + two(0xC009)) + [1, 0]
        body += counted(extensions)
        return [22, 3, 1] + counted([1, 0] + counted(body))
    }

    private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 255)] }

    private static func counted(_ bytes: [UInt8]) -> [UInt8] { two(UInt16(bytes.count)) + bytes }
}
