/// The files, all but the response in PEM, that a server proves itself with.
package struct TLSFiles: Sendable, Equatable {
    /// The server's own certificate first, then those that lead to the authority.
    package var certificateChain: String
    /// Unencrypted: a server that starts by itself has nobody to ask.
    package var privateKey: String
    /// What the authority says about the certificate (RFC 6960), in DER, to be sent with the handshake.
    package var ocspResponse: String?
    /// Whose certificates are believed when a client presents one; without it no client is asked for one.
    package var clientAuthorities: String?

    package init(
        certificateChain: String,
        privateKey: String,
        ocspResponse: String? = nil,
        clientAuthorities: String? = nil
    ) {
        self.certificateChain = certificateChain
        self.privateKey = privateKey
        self.ocspResponse = ocspResponse
        self.clientAuthorities = clientAuthorities
    }
}
