import COpenSSL

/// What many TLS connections have in common: versions, ciphers, and who one is or trusts.
///
/// TLS 1.2 and 1.3 alone, forward secrecy and authenticated encryption alone, the protocol `http/1.1` (RFC 7301); no
/// compression, renegotiation or early data, and resumption by one stateless ticket. A context never changes, so a new
/// certificate is a new context, for the connections to come; with it come new keys for tickets.
package final class TLSContext: @unchecked Sendable {
    // SAFETY: an SSL_CTX is set up in init and only read afterwards; OpenSSL counts its references and guards its ticket
    // keys by itself.
    let pointer: OpaquePointer

    private static let suitesOfTLS13 = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"
    private static let ciphersOfTLS12 = """
        ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:\
        ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
        """
    /// What the OCSP response in the files came to; nil when no file was named.
    private let staple: Result<OCSPStaple, TLSError>?

    /// A server's context.
    ///
    /// - Throws: `TLSError` when a certificate, the key or the authorities cannot be read, or they do not belong
    ///   together. An OCSP response that cannot be used is no reason not to serve: see `stapleProblem`.
    package static func server(
        _ files: TLSFiles,
        profile: TLSProfile = .intermediate
    ) throws(TLSError) -> TLSContext {
        let pointer = try make(TLS_server_method(), from: profile.oldestVersion)
        do throws(TLSError) {
            try identify(pointer, certificateChainFile: files.certificateChain, privateKeyFile: files.privateKey)
            if let authorities = files.clientAuthorities { try askClients(pointer, authorities: authorities) }
        } catch {
            SSL_CTX_free(pointer)
            throw error
        }
        SSL_CTX_set_num_tickets(pointer, 1)
        // A ticket is good for a server of this program alone; OpenSSL demands a name where clients have certificates.
        let program = Array("consilium".utf8)
        SSL_CTX_set_session_id_context(pointer, program, UInt32(program.count))
        ApplicationProtocol.select(on: pointer)
        let staple = files.ocspResponse.map { file in
            Result { () throws(TLSError) in try OCSPStaple(file: file, for: pointer) }
        }
        if case .success(let staple) = staple { staple.attach(to: pointer) }
        return TLSContext(pointer, staple: staple)
    }

    /// Why no OCSP response is sent although there is a file for one, or nil. Responses expire by themselves.
    package var stapleProblem: TLSError? {
        switch staple {
        case nil: nil
        case .failure(let error): error
        case .success(let staple):
            staple.isCurrent() ? nil : TLSError("staple an OCSP response", reasons: ["it has expired"])
        }
    }

    /// The groups offered for the key exchange, best first, in OpenSSL's notation. For the log.
    package static var keyExchangeGroups: String { KeyExchange.groups }

    /// A client's context, which accepts a server only with a valid certificate for the host it was asked for.
    ///
    /// - Parameters:
    ///   - authorityFile: the certificates to trust, in PEM; nil for those of the system.
    ///   - certificateChainFile: who the client is, in PEM with `privateKeyFile`; nil for a client that says so later.
    /// - Throws: `TLSError` when there are none.
    package static func client(
        authorityFile: String?,
        certificateChainFile: String? = nil,
        privateKeyFile: String? = nil
    ) throws(TLSError) -> TLSContext {
        let context = TLSContext(try make(TLS_client_method(), from: TLS1_2_VERSION), staple: nil)
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
        if let certificateChainFile {
            let keyFile = privateKeyFile ?? certificateChainFile
            try identify(pointer, certificateChainFile: certificateChainFile, privateKeyFile: keyFile)
        }
        try ApplicationProtocol.offer(on: pointer)
        return context
    }

    private init(_ pointer: OpaquePointer, staple: Result<OCSPStaple, TLSError>?) {
        self.pointer = pointer
        self.staple = staple
    }

    deinit { SSL_CTX_free(pointer) }

    private static func make(_ method: OpaquePointer?, from oldestVersion: Int32) throws(TLSError) -> OpaquePointer {
        guard let pointer = SSL_CTX_new(method) else { throw TLSError(openSSL: "make a TLS context") }
        guard shim_SSL_CTX_set_min_proto_version(pointer, oldestVersion) == 1,
            shim_SSL_CTX_set_max_proto_version(pointer, TLS1_3_VERSION) == 1,
            SSL_CTX_set_ciphersuites(pointer, suitesOfTLS13) == 1,
            SSL_CTX_set_cipher_list(pointer, ciphersOfTLS12) == 1,
            shim_SSL_CTX_set1_groups_list(pointer, KeyExchange.groups) == 1
        else {
            SSL_CTX_free(pointer)
            throw TLSError(openSSL: "set up a TLS context")
        }
        shim_SSL_CTX_set_strict_options(pointer)
        SSL_CTX_set_max_early_data(pointer, 0)
        shim_SSL_CTX_disable_session_cache(pointer)
        // Idle connections give their buffers back; a write that the socket took in part may be continued from anywhere.
        let mode = SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS
        shim_SSL_CTX_set_mode(pointer, Int(mode))
        shim_SSL_CTX_set_read_ahead(pointer)
        return pointer
    }

    private static func identify(
        _ pointer: OpaquePointer,
        certificateChainFile: String,
        privateKeyFile: String
    ) throws(TLSError) {
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
    }

    /// A client may present a certificate and need not; one that it presents must be good.
    private static func askClients(_ pointer: OpaquePointer, authorities: String) throws(TLSError) {
        guard SSL_CTX_load_verify_file(pointer, authorities) == 1, let names = SSL_load_client_CA_file(authorities)
        else { throw TLSError(openSSL: "read authorities \(authorities)") }
        SSL_CTX_set_client_CA_list(pointer, names)
        SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
    }
}
