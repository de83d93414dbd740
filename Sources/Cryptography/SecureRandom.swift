import COpenSSL

/// Random bytes nobody can predict: keys, salts, session tokens, 128-bit identifiers.
package enum SecureRandom {
    /// `count` bytes of OpenSSL's generator, which the kernel seeds. Ends the process when there is no randomness:
    /// going on with guessable secrets would be worse.
    package static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            guard RAND_bytes(buffer.baseAddress, Int32(count)) == 1 else {
                fatalError("\(CryptographyError(openSSL: "draw random bytes"))")
            }
            initialized = count
        }
    }
}
