/// SHA-1, for `Sec-WebSocket-Accept` alone (RFC 6455 section 4.2.2), where it is a format and protects nothing.
package enum SHA1 {
    /// The 20-byte hash of `bytes`.
    package static func hashForWebSocketAccept(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { Digest.sha1.hash($0) }
    }
}
