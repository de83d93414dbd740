import COpenSSL
import Glibc

/// One TLS connection over one non-blocking socket, which it owns. Every call returns at once.
///
/// Calls must not overlap: an SSL object is not safe to share (a lock or a single thread sees to that).
struct TLSStream: ~Copyable {
    /// The most that fits into one TLS record (RFC 8446 section 5.1).
    static let recordByteLimit = 16_384

    enum Outcome {
        /// So many bytes were moved; for the handshake and the goodbye: done.
        case done(Int)
        /// Nothing happens before the socket is readable.
        case wantsRead
        /// Nothing happens before the socket is writable.
        case wantsWrite
        /// The peer said goodbye (close_notify): nothing more comes.
        case ended
        /// The peer is gone without a goodbye: what came may be less than was sent.
        case truncated
        case failed(any Error)
    }

    private var ssl: OpaquePointer?
    private var socket: Descriptor
    /// OpenSSL keeps its own part of a context alive, and not what a callback of it refers to.
    private let context: TLSContext

    /// The socket's number, for watching; -1 once closed.
    var descriptor: Int32 { socket.raw }

    /// The server's end.
    init(accepting socket: consuming Descriptor, context: TLSContext) throws(TLSError) {
        self.socket = socket
        self.context = context
        ssl = try Self.make(context)
        SSL_set_fd(ssl, self.socket.raw)
        SSL_set_accept_state(ssl)
    }

    /// The client's end: `host`, a name or an address, is what the server's certificate must be for.
    init(connecting socket: consuming Descriptor, context: TLSContext, host: String) throws(TLSError) {
        self.socket = socket
        self.context = context
        ssl = try Self.make(context)
        SSL_set_fd(ssl, self.socket.raw)
        SSL_set_connect_state(ssl)
        if SocketAddress(host: host, port: 0) != nil {
            // RFC 6066 section 3: an address is no server name.
            guard X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host) == 1 else {
                throw TLSError(openSSL: "expect a certificate for \(host)")
            }
        } else {
            SSL_set_hostflags(ssl, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
            guard SSL_set1_host(ssl, host) == 1, shim_SSL_set_server_name(ssl, host) == 1 else {
                throw TLSError(openSSL: "expect a certificate for \(host)")
            }
        }
    }

    deinit { SSL_free(ssl) }

    /// Closes the socket without a goodbye and frees what OpenSSL holds. Later calls find the peer gone.
    mutating func close() {
        SSL_free(ssl)
        ssl = nil
        socket.close()
    }

    /// Goes on with the handshake, `.done` when it is complete.
    func handshake() -> Outcome {
        attempt("handshake") { SSL_do_handshake($0) }
    }

    /// Reads what one record holds, up to the size of `buffer`.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Outcome {
        attempt("read") { SSL_read($0, buffer.baseAddress, Int32(clamping: buffer.count)) }
    }

    /// Writes at most one record of `bytes`, which must not be empty. After `.wantsWrite` the same bytes must come
    /// first in the next write, wherever they are by then.
    func write(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        attempt("write") { SSL_write($0, bytes.baseAddress, Int32(min(bytes.count, Self.recordByteLimit))) }
    }

    /// Says goodbye (close_notify), `.done` when the socket took it; and so, to the peer's kernel, that no more comes.
    func finishWriting() -> Outcome {
        let outcome = attempt("close") { ssl in
            // Zero means: said, and not answered yet.
            let result = SSL_shutdown(ssl)
            return result == 0 ? 1 : result
        }
        if case .done = outcome { shutdown(socket.raw, Int32(SHUT_WR)) }
        return outcome
    }

    /// Bytes were received that `read` did not return yet, perhaps less than a record: the socket will not report them.
    var hasPending: Bool { ssl.map { SSL_has_pending($0) == 1 } ?? false }

    /// The protocol both agreed on (RFC 7301), after the handshake.
    var negotiatedProtocol: String? {
        guard let ssl else { return nil }
        var name: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &name, &count)
        guard let name else { return nil }
        return String(decoding: UnsafeBufferPointer(start: name, count: Int(count)), as: UTF8.self)
    }

    /// "TLSv1.3" or "TLSv1.2", after the handshake.
    var version: String? { ssl.flatMap { SSL_get_version($0) }.map { String(cString: $0) } }

    /// Whether the handshake continued an earlier session, without certificates.
    var isResumed: Bool { ssl.map { SSL_session_reused($0) == 1 } ?? false }

    /// Who the peer proved to be, after the handshake; for a resumed session, at its first one.
    var peerCertificate: PeerCertificate? { ssl.flatMap { PeerCertificate(of: $0) } }

    private static func make(_ context: TLSContext) throws(TLSError) -> OpaquePointer {
        guard let ssl = SSL_new(context.pointer) else { throw TLSError(openSSL: "make a TLS connection") }
        return ssl
    }

    @inline(__always)
    private func attempt(_ operation: StaticString, _ call: (OpaquePointer) -> Int32) -> Outcome {
        guard let ssl else { return .truncated }
        // SSL_get_error reads this thread's error queue, so an older failure of any kind must not be left in it.
        if ERR_peek_error() != 0 { ERR_clear_error() }
        let result = call(ssl)
        return result > 0 ? .done(Int(result)) : failure(of: operation, result, ssl)
    }

    private func failure(of operation: StaticString, _ result: Int32, _ ssl: OpaquePointer) -> Outcome {
        let code = errno
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ:
            return .wantsRead
        case SSL_ERROR_WANT_WRITE:
            return .wantsWrite
        case SSL_ERROR_ZERO_RETURN:
            return .ended
        case SSL_ERROR_SYSCALL:
            let isGone = code == 0 || code == ECONNRESET || code == EPIPE
            return isGone ? .truncated : .failed(SystemError("TLS \(operation)", code: code))
        default:
            if ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING {
                ERR_clear_error()
                return .truncated
            }
            var reasons = TLSError(openSSL: "").reasons
            let verification = SSL_get_verify_result(ssl)
            if verification != X509_V_OK {
                reasons.append(String(cString: X509_verify_cert_error_string(Int(verification))))
            }
            return .failed(TLSError("TLS \(operation)", reasons: reasons))
        }
    }
}
