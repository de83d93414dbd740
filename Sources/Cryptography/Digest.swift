import COpenSSL

/// OpenSSL's implementation of one hash function, looked up once: a look-up costs more than hashing a short event.
struct Digest: @unchecked Sendable {
    // SAFETY: a fetched EVP_MD is immutable and shared between threads by design; it lives as long as the process.
    let algorithm: OpaquePointer
    let byteCount: Int

    static let sha256 = Digest(named: "SHA256")
    static let sha1 = Digest(named: "SHA1")

    private init(named name: String) {
        guard let algorithm = EVP_MD_fetch(nil, name, nil) else {
            fatalError("\(CryptographyError(openSSL: "find \(name)"))")
        }
        self.algorithm = algorithm
        byteCount = Int(EVP_MD_get_size(algorithm))
    }

    /// The hash of `bytes` in one step.
    func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            var written: UInt32 = 0
            let done = EVP_Digest(bytes.baseAddress, bytes.count, buffer.baseAddress, &written, algorithm, nil)
            precondition(done == 1, "a hash of bytes in memory cannot fail")
            count = Int(written)
        }
    }
}
