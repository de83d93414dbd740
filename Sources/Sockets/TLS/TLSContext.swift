import COpenSSL

/// What many TLS connections have in common: versions, ciphers, and who one is or trusts.
///
/// TLS 1.2 and 1.3 alone, forward secrecy and authenticated encryption alone, the protocol `http/1.1` (RFC 7301); no
/// compression, renegotiation or early data, and resumption by one stateless ticket. A context never changes, so a new
/// certificate is a new context, for the connections to come.
package final class TLSContext: @unchecked Sendable {
    // SAFETY: an SSL_CTX is set up in init and only read afterwards; OpenSSL counts its references and guards its ticket
    // keys by itself.
    let pointer: OpaquePointer

    private static let suitesOfTLS13 = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"
    private static let ciphersOfTLS12 = """
        ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:\
        ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
        """
    private static let groups = "X25519:P-256:P-384"

    /// A server's context.
    ///
    /// - Parameters:
    ///   - certificateChainFile: in PEM, the server's own certificate first.
    ///   - privateKeyFile: in PEM, unencrypted: a server that starts by itself has nobody to ask.
    /// - Throws: `TLSError` when one cannot be read, or they do not belong together.
    package static func server(certificateChainFile: String, privateKeyFile: String) throws(TLSError) -> TLSContext {
        let context = try TLSContext(method: TLS_server_method())
        let pointer = context.pointer
        SSL_CTX_set_default_passwd_cb(pointer) { _, _, _, _ in -1 }
        guard SSL_CTX_use_certificate_chain_file(pointer, certificateChainFile) == 1 else {
            throw TLSError(openSSL: "read certificate chain \(certificateChainFile)")
        }
        guard SSL_CTX_use_PrivateKey_file(pointer, privateKeyFile, SSL_FILETYPE_PEM) == 1 else {
            throw TLSError(openSSL: "read private key \(privateKeyFile)")
        }
        guard SSL_CTX_check_private_key(pointer) == 1 else {
            throw TLSError(openSSL: "match \(privateKeyFile) with \(certificateChainFile)")
        }
        SSL_CTX_set_num_tickets(pointer, 1)
        ApplicationProtocol.select(on: pointer)
        return context
    }

    /// A client's context, which accepts a server only with a valid certificate for the host it was asked for.
    ///
    /// - Parameter authorityFile: the certificates to trust, in PEM; nil for those of the system.
    /// - Throws: `TLSError` when there are none.
    package static func client(authorityFile: String?) throws(TLSError) -> TLSContext {
        let context = try TLSContext(method: TLS_client_method())
        let pointer = context.pointer
        SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
        if let authorityFile {
            guard SSL_CTX_load_verify_file(pointer, authorityFile) == 1 else {
                throw TLSError(openSSL: "read authorities \(authorityFile)")
            }
        } else {
            guard SSL_CTX_set_default_verify_paths(pointer) == 1 else {
                throw TLSError(openSSL: "read the system's authorities")
            }
        }
        try ApplicationProtocol.offer(on: pointer)
        return context
    }

    private init(method: OpaquePointer?) throws(TLSError) {
        guard let pointer = SSL_CTX_new(method) else { throw TLSError(openSSL: "make a TLS context") }
        self.pointer = pointer
        guard shim_SSL_CTX_set_min_proto_version(pointer, TLS1_2_VERSION) == 1,
            shim_SSL_CTX_set_max_proto_version(pointer, TLS1_3_VERSION) == 1,
            SSL_CTX_set_ciphersuites(pointer, Self.suitesOfTLS13) == 1,
            SSL_CTX_set_cipher_list(pointer, Self.ciphersOfTLS12) == 1,
            shim_SSL_CTX_set1_groups_list(pointer, Self.groups) == 1
        else { throw TLSError(openSSL: "set up a TLS context") }
        shim_SSL_CTX_set_strict_options(pointer)
        SSL_CTX_set_max_early_data(pointer, 0)
        shim_SSL_CTX_disable_session_cache(pointer)
        // Idle connections give their buffers back; a write that the socket took in part may be continued from anywhere.
        let mode = SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS
        shim_SSL_CTX_set_mode(pointer, Int(mode))
        shim_SSL_CTX_set_read_ahead(pointer)
    }

    deinit { SSL_CTX_free(pointer) }
}
