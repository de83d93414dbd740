import COpenSSL

/// How old a client may be, in the two steps that Mozilla's guidelines for TLS servers have names for.
package enum TLSProfile: String, Sendable, CaseIterable {
    /// TLS 1.3, and for devices that are some years old TLS 1.2 with forward secrecy and authenticated encryption.
    case intermediate
    /// TLS 1.3 alone.
    case modern

    var oldestVersion: Int32 {
        switch self {
        case .intermediate: TLS1_2_VERSION
        case .modern: TLS1_3_VERSION
        }
    }
}
