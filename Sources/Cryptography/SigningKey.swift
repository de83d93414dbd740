import COpenSSL

/// The board's private key: signs with ECDSA on P-256 and SHA-256 (FIPS 186-5).
package struct SigningKey: Sendable, CustomStringConvertible {
    private let handle: KeyHandle

    /// A new key of OpenSSL's generator.
    package static func generate() throws(CryptographyError) -> SigningKey {
        guard let key = shim_EVP_generate_p256() else { throw CryptographyError(openSSL: "generate a key") }
        return SigningKey(handle: try KeyHandle(taking: key))
    }

    private init(handle: KeyHandle) { self.handle = handle }

    /// Reads the unencrypted PEM file that `save` wrote.
    ///
    /// - Throws: `CryptographyError` when it is no P-256 key, or others than its owner may access the file.
    package init(contentsOf path: String) throws(CryptographyError) {
        let pem = try PrivateFile.read(path)
        handle = try KeyHandle(pem: pem) { PEM_read_bio_PrivateKey($0, nil, { _, _, _, _ in -1 }, nil) }
    }

    /// Writes the key as PKCS #8 in PEM into a new file of mode 0600; an existing file is never replaced.
    package func save(to path: String) throws(CryptographyError) {
        let pem = handle.encoded { PEM_write_bio_PKCS8PrivateKey($0, $1, nil, nil, 0, nil, nil) }
        try PrivateFile.create(path, holding: pem)
    }

    package var publicKey: VerifyingKey { VerifyingKey(handle) }

    /// A signature over `bytes`, in DER, 70 to 72 bytes; another one each time.
    package func sign(_ bytes: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { fatalError("out of memory for a signature") }
        defer { EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: Int(EVP_PKEY_get_size(handle.key)))
        var count = signature.count
        guard EVP_DigestSignInit_ex(context, nil, "SHA256", nil, nil, handle.key, nil) == 1,
            EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1
        else { throw CryptographyError(openSSL: "sign") }
        return Array(signature.prefix(count))
    }

    /// Names the key by its public fingerprint, so that a log line never shows it.
    package var description: String { "signing key \(publicKey.fingerprint)" }
}
