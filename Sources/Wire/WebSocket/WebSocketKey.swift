/// The proof that a server understood the handshake and did not merely echo it (RFC 6455 section 1.3).
enum WebSocketKey {
    static func accept(_ key: String, sha1: ([UInt8]) -> [UInt8]) -> String {
        Base64.encode(sha1(Array(key.utf8) + Array("258EAFA5-E914-47DA-95CA-C5AB0DC85B11".utf8)))
    }
}
