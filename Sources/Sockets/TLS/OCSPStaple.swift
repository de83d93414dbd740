import COpenSSL
import Glibc

/// The authority's word that the server's certificate is not revoked (RFC 6960), sent along with the handshake to clients
/// that ask for it (RFC 6066 section 8), so that they need not ask the authority whom they talk to.
///
/// What is not current, not about this certificate, not "good" or not signed by its issuer is never sent.
final class OCSPStaple: Sendable {
    /// A response has some hundred bytes, with a responder's certificate two thousand.
    private static let byteLimit = 64 << 10
    /// How far the authority's clock may be ahead of ours.
    private static let clockDifferenceInSeconds = 300

    private let response: [UInt8]
    /// From when to when the authority means it (thisUpdate, nextUpdate): seconds since 1970.
    private let validity: Range<Int>

    /// Reads and checks the response in `file` for the certificate of `context`, whose chain must hold the issuer.
    init(file: String, for context: OpaquePointer, now: Int = time(nil)) throws(TLSError) {
        response = try Self.read(file)
        guard let leaf = SSL_CTX_get0_certificate(context), let issuer = Self.issuer(of: leaf, in: context) else {
            throw TLSError("check \(file)", reasons: ["the chain file has no certificate of the issuer"])
        }
        let parsed = response.withUnsafeBufferPointer { bytes in
            var position = bytes.baseAddress
            return d2i_OCSP_RESPONSE(nil, &position, bytes.count)
        }
        defer { OCSP_RESPONSE_free(parsed) }
        guard let parsed, OCSP_response_status(parsed) == OCSP_RESPONSE_STATUS_SUCCESSFUL,
            let basic = OCSP_response_get1_basic(parsed)
        else { throw TLSError(openSSL: "read an OCSP response from \(file)") }
        defer { OCSP_BASICRESP_free(basic) }
        try Self.verify(basic, signedFor: issuer, file: file)
        validity = try Self.validity(in: basic, of: leaf, issuer: issuer, file: file)
        guard isCurrent(at: now) else {
            throw TLSError(
                "check \(file)",
                reasons: [now < validity.upperBound ? "it is not valid yet" : "it has expired"]
            )
        }
    }

    func isCurrent(at now: Int = time(nil)) -> Bool {
        now < validity.upperBound && now + Self.clockDifferenceInSeconds >= validity.lowerBound
    }

    /// Lets `context` send it to clients that ask. The staple must live as long as the context's connections.
    func attach(to context: OpaquePointer) {
        let callback: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> Int32 = { ssl, staple in
            guard let ssl, let staple else { return SSL_TLSEXT_ERR_NOACK }
            let found = Unmanaged<OCSPStaple>.fromOpaque(staple)
            return found._withUnsafeGuaranteedRef {
                $0.isCurrent() && shim_SSL_staple(ssl, $0.response, $0.response.count) == 1
            }
                ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK
        }
        shim_SSL_CTX_set_status_callback(context, callback, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func read(_ file: String) throws(TLSError) -> [UInt8] {
        guard let input = BIO_new_file(file, "rb") else { throw TLSError(openSSL: "read \(file)") }
        defer { BIO_free(input) }
        var bytes = [UInt8](repeating: 0, count: byteLimit)
        var count = 0
        let result = BIO_read_ex(input, &bytes, bytes.count, &count)
        guard result == 1, count < byteLimit else {
            throw TLSError("read \(file)", reasons: ["it is empty or longer than \(byteLimit) bytes"])
        }
        return Array(bytes.prefix(count))
    }

    private static func issuer(of leaf: OpaquePointer, in context: OpaquePointer) -> OpaquePointer? {
        let chain = shim_SSL_CTX_get0_chain_certs(context)
        return (0..<max(0, OPENSSL_sk_num(chain))).lazy
            .compactMap { OPENSSL_sk_value(chain, $0).map { OpaquePointer($0) } }
            .first { X509_check_issued($0, leaf) == X509_V_OK }
    }

    /// Signed by the issuer, or by a responder whom the issuer has named for it (RFC 6960 section 4.2.2.2).
    private static func verify(_ basic: OpaquePointer, signedFor issuer: OpaquePointer, file: String) throws(TLSError) {
        let store = X509_STORE_new()
        defer { X509_STORE_free(store) }
        let signers = OPENSSL_sk_new_null()
        defer { OPENSSL_sk_free(signers) }
        // The issuer itself is believed here, whoever vouches for it.
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        X509_STORE_add_cert(store, issuer)
        OPENSSL_sk_push(signers, UnsafeRawPointer(issuer))
        guard OCSP_basic_verify(basic, signers, store, UInt(OCSP_TRUSTOTHER)) == 1 else {
            throw TLSError(openSSL: "verify \(file)")
        }
    }

    private static func validity(
        in basic: OpaquePointer,
        of leaf: OpaquePointer,
        issuer: OpaquePointer,
        file: String
    ) throws(TLSError) -> Range<Int> {
        func refusal(_ reason: String) -> TLSError { TLSError("check \(file)", reasons: [reason]) }
        for digest in [EVP_sha1(), EVP_sha256()] {
            let id = OCSP_cert_to_id(digest, leaf, issuer)
            defer { OCSP_CERTID_free(id) }
            var status: Int32 = -1
            var from: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            var until: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            guard OCSP_resp_find_status(basic, id, &status, nil, nil, &from, &until) == 1 else { continue }
            guard status == V_OCSP_CERTSTATUS_GOOD else {
                throw refusal(
                    "the authority calls the certificate \(String(cString: OCSP_cert_status_str(Int(status))))"
                )
            }
            guard let first = seconds(from), let end = seconds(until), first < end else {
                throw refusal("it does not say how long it is valid")
            }
            return first..<end
        }
        throw refusal("it is about another certificate")
    }

    private static func seconds(_ time: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?) -> Int? {
        var parts = tm()
        guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        return timegm(&parts)
    }
}
