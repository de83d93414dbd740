import COpenSSL

/// The groups of the key exchange, best first: a hybrid with ML-KEM-768, which a later quantum computer does not open,
/// where the OpenSSL that is installed has it (from 3.5 on); then elliptic curves.
enum KeyExchange {
    static let preference = ["X25519MLKEM768", "X25519", "P-256", "P-384"]

    /// Those that are there, in OpenSSL's notation. Asked once a process, since the library does not change meanwhile.
    static let groups = groups(where: isAvailable)

    static func groups(where isAvailable: (String) -> Bool) -> String {
        preference.filter(isAvailable).joined(separator: ":")
    }

    /// Tries it on a context that is thrown away.
    static func isAvailable(_ group: String) -> Bool {
        guard let context = SSL_CTX_new(TLS_method()) else { return false }
        defer { SSL_CTX_free(context) }
        let isKnown = shim_SSL_CTX_set1_groups_list(context, group) == 1
        if !isKnown { ERR_clear_error() }
        return isKnown
    }
}
