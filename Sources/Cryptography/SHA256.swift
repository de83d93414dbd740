import COpenSSL

/// SHA-256 (FIPS 180-4), in one step or fed piece by piece. A hash is 32 bytes.
package struct SHA256: ~Copyable {
    package static let byteCount = 32

    private let context: OpaquePointer

    /// A hash of nothing yet; feed it with `update`, end it with `finalize`.
    package init() {
        guard let context = EVP_MD_CTX_new(),
            EVP_DigestInit_ex2(context, Digest.sha256.algorithm, nil) == 1
        else { fatalError("out of memory for a hash") }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let done = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(done == 1, "a hash of bytes in memory cannot fail")
    }

    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The hash of everything fed so far; the value cannot be used afterwards.
    package consuming func finalize() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
            var written: UInt32 = 0
            let done = EVP_DigestFinal_ex(context, buffer.baseAddress, &written)
            precondition(done == 1, "a hash of bytes in memory cannot fail")
            count = Int(written)
        }
    }

    package static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        Digest.sha256.hash(bytes)
    }

    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { Digest.sha256.hash($0) }
    }
}
