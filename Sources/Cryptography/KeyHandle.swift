import COpenSSL

/// A P-256 key of OpenSSL, private or public, freed with its last owner.
final class KeyHandle: @unchecked Sendable {
    // SAFETY: an EVP_PKEY is not changed after it was made; OpenSSL locks what it caches inside of it.
    let key: OpaquePointer

    /// Takes over `key`; refuses any other curve or algorithm, which would sign with another strength.
    init(taking key: OpaquePointer) throws(CryptographyError) {
        self.key = key
        var name = [CChar](repeating: 0, count: 64)
        var count = 0
        guard EVP_PKEY_get_group_name(key, &name, name.count, &count) == 1,
            name.prefix(count).elementsEqual("prime256v1".utf8.map(CChar.init))
        else {
            ERR_clear_error()
            throw CryptographyError(operation: "read a key", reason: "not an elliptic curve key on P-256")
        }
    }

    deinit { EVP_PKEY_free(key) }

    /// Reads a key in PEM with `read`, one of OpenSSL's PEM functions, told to refuse an encrypted key: by default it
    /// would ask for the passphrase on the terminal.
    convenience init(
        pem: [UInt8],
        reading read: (OpaquePointer) -> OpaquePointer?
    ) throws(CryptographyError) {
        // A buffer of OpenSSL's own, since `pem` need not stay where it is.
        guard let memory = BIO_new(BIO_s_mem()) else { fatalError("out of memory for a key") }
        defer { BIO_free(memory) }
        BIO_write(memory, pem, Int32(pem.count))
        guard let key = read(memory) else {
            throw CryptographyError(openSSL: "read a key")
        }
        try self.init(taking: key)
    }

    /// What `write`, one of OpenSSL's PEM or DER functions, says about this key.
    func encoded(by write: (OpaquePointer, OpaquePointer) -> Int32) -> [UInt8] {
        guard let memory = BIO_new(BIO_s_mem()) else { fatalError("out of memory for a key") }
        defer { BIO_free(memory) }
        let done = write(memory, key)
        precondition(done == 1, "a key in memory can be written")
        var start: UnsafeMutablePointer<CChar>?
        let count = shim_BIO_get_mem_data(memory, &start)
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
