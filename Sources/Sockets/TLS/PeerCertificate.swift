import COpenSSL
import Glibc

/// A certificate that a client presented, that is valid and that one of the trusted authorities has signed: the names it
/// is for, and its end.
package struct PeerCertificate: Sendable, Equatable {
    /// `subject:CN=Registry,O=Klinik` as RFC 4514 writes it, and the alternative names (RFC 5280 section 4.2.1.6) of
    /// three kinds: `email:…`, `dns:…`, `uri:…`. As they stand in it, for comparing byte by byte.
    package let names: [String]
    /// Seconds since 1970; from then on it is no longer valid.
    package let expires: Int

    package init(names: [String], expires: Int) {
        self.names = names
        self.expires = expires
    }

    /// Nothing when the client presented none.
    init?(of ssl: OpaquePointer) {
        guard let certificate = SSL_get0_peer_certificate(ssl), SSL_get_verify_result(ssl) == X509_V_OK else {
            return nil
        }
        var end = tm()
        guard ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) == 1 else { return nil }
        expires = timegm(&end) + 1
        names = Self.subject(of: certificate) + Self.alternatives(of: certificate)
    }

    private static func subject(of certificate: OpaquePointer) -> [String] {
        guard let output = BIO_new(BIO_s_mem()) else { return [] }
        defer { BIO_free(output) }
        let subject = X509_get_subject_name(certificate)
        guard X509_NAME_print_ex(output, subject, 0, shim_X509_name_form()) > 0 else { return [] }
        var start: UnsafeMutablePointer<CChar>?
        let count = shim_BIO_get_mem_data(output, &start)
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        return ["subject:" + String(decoding: bytes, as: UTF8.self)]
    }

    private static func alternatives(of certificate: OpaquePointer) -> [String] {
        guard let all = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else { return [] }
        let list = OpaquePointer(all)
        defer { GENERAL_NAMES_free(list) }
        return (0..<max(0, OPENSSL_sk_num(list))).compactMap { index in
            guard let entry = OPENSSL_sk_value(list, index)?.assumingMemoryBound(to: GENERAL_NAME.self) else {
                return nil
            }
            var kind: Int32 = -1
            guard let value = GENERAL_NAME_get0_value(entry, &kind), let prefix = prefixes[kind] else { return nil }
            let text = value.assumingMemoryBound(to: ASN1_STRING.self)
            let bytes = UnsafeBufferPointer(start: ASN1_STRING_get0_data(text), count: Int(ASN1_STRING_length(text)))
            // IA5 of printing characters: a zero in the middle is somebody's trick.
            guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
            return prefix + String(decoding: bytes, as: UTF8.self)
        }
    }

    private static let prefixes = [GEN_EMAIL: "email:", GEN_DNS: "dns:", GEN_URI: "uri:"]
}
