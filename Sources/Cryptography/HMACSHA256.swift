import COpenSSL

/// Message authentication codes with HMAC-SHA-256 (RFC 2104). A code is 32 bytes.
package enum HMACSHA256 {
    /// The code of `bytes` under `key`; a key may have any length.
    package static func code(for bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        // OpenSSL reads a null key as "the key of before", so an empty key needs an address too.
        let key = key.isEmpty ? [0] : key
        return [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { buffer, count in
            var written: UInt32 = 0
            let code = HMAC(
                Digest.sha256.algorithm,
                key,
                Int32(key.count),
                bytes,
                bytes.count,
                buffer.baseAddress,
                &written
            )
            precondition(code != nil, "a code of bytes in memory cannot fail")
            count = Int(written)
        }
    }

    /// Whether `code` is the code of `bytes` under `key`; the time taken tells nothing about where they differ.
    package static func isValid(_ code: [UInt8], for bytes: [UInt8], key: [UInt8]) -> Bool {
        ConstantTime.areEqual(code, Self.code(for: bytes, key: key))
    }
}
