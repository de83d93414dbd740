import COpenSSL

/// Comparison of secrets.
package enum ConstantTime {
    /// Whether both are equal; for equal lengths the time taken does not depend on the content. The lengths are not
    /// secret.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
