import COpenSSL

/// The public half of a `SigningKey`: checks ECDSA signatures on P-256 with SHA-256 (FIPS 186-5).
package struct VerifyingKey: Sendable {
    private let handle: KeyHandle

    init(_ handle: KeyHandle) { self.handle = handle }

    /// Reads a `PUBLIC KEY` in PEM.
    ///
    /// - Throws: `CryptographyError` when it is none, or not on P-256.
    package init(pem: String) throws(CryptographyError) {
        handle = try KeyHandle(pem: Array(pem.utf8)) { PEM_read_bio_PUBKEY($0, nil, { _, _, _, _ in -1 }, nil) }
    }

    /// The key as `PUBLIC KEY` in PEM (RFC 7468 section 13).
    package var pem: String {
        String(decoding: handle.encoded { PEM_write_bio_PUBKEY($0, $1) }, as: UTF8.self)
    }

    /// SHA-256 of the key's SubjectPublicKeyInfo in DER, as 64 hexadecimal digits: what people compare.
    package var fingerprint: String {
        Hexadecimal.encode(SHA256.hash(handle.encoded { i2d_PUBKEY_bio($0, $1) }))
    }

    /// Whether `signature`, in DER, was made over exactly `bytes` by the private half of this key.
    package func isValid(signature: [UInt8], for bytes: [UInt8]) -> Bool {
        guard let context = EVP_MD_CTX_new() else { fatalError("out of memory for a signature") }
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        return EVP_DigestVerifyInit_ex(context, nil, "SHA256", nil, nil, handle.key, nil) == 1
            && EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
    }
}
