import COpenSSL

/// The password-based key derivation function scrypt (RFC 7914).
package struct Scrypt: Sendable, Hashable {
    /// log2 of the cost N.
    package let logarithmOfCost: Int
    /// r, in units of 128 bytes.
    package let blockSize: Int
    /// p.
    package let parallelism: Int

    /// What new passwords are hashed with: 32 MiB of memory and roughly a tenth of a second.
    package static let standard = Scrypt(logarithmOfCost: 15, blockSize: 8, parallelism: 1)

    /// What one derivation may take of memory. Stored parameters that want more are refused, so that a tampered row
    /// cannot exhaust the machine.
    package static let memoryLimit = 64 << 20

    package init(logarithmOfCost: Int, blockSize: Int, parallelism: Int) {
        self.logarithmOfCost = logarithmOfCost
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// `count` bytes derived from `password` and `salt`. Takes its time: never on the event loop.
    ///
    /// - Throws: `CryptographyError` for parameters outside RFC 7914 section 2 or beyond `memoryLimit`.
    package func derive(password: [UInt8], salt: [UInt8], count: Int) throws(CryptographyError) -> [UInt8] {
        guard (1...30).contains(logarithmOfCost), (1...1024).contains(blockSize), (1...64).contains(parallelism) else {
            throw CryptographyError(operation: "derive by scrypt", reason: "parameters out of range")
        }
        // OpenSSL takes a null password for the empty one, but not a null salt.
        let password = password.map(CChar.init(bitPattern:))
        var key = [UInt8](repeating: 0, count: count)
        let done = EVP_PBE_scrypt(
            password,
            password.count,
            salt.isEmpty ? [0] : salt,
            salt.count,
            UInt64(1) << UInt64(logarithmOfCost),
            UInt64(blockSize),
            UInt64(parallelism),
            UInt64(Self.memoryLimit),
            &key,
            count
        )
        guard done == 1 else { throw CryptographyError(openSSL: "derive by scrypt") }
        return key
    }
}
