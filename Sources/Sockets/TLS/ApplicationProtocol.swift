import COpenSSL

/// The one protocol spoken inside of TLS, `http/1.1`, and how both ends agree on it (ALPN, RFC 7301). WebSocket begins
/// as HTTP/1.1 too.
enum ApplicationProtocol {
    /// A list with one name, as it stands in the handshake: the name after its length (section 3.1).
    private static let list = [UInt8(8)] + Array("http/1.1".utf8)

    /// Lets a client's context offer it.
    static func offer(on context: OpaquePointer) throws(TLSError) {
        // Unlike OpenSSL's other functions, this one returns zero when it succeeds.
        guard SSL_CTX_set_alpn_protos(context, list, UInt32(list.count)) == 0 else {
            throw TLSError(openSSL: "offer http/1.1")
        }
    }

    /// Lets a server's context choose it, and refuse a client that offers other protocols alone. A client that offers
    /// none is taken to mean HTTP/1.1.
    static func select(on context: OpaquePointer) {
        SSL_CTX_set_alpn_select_cb(
            context,
            { _, chosen, chosenCount, offered, offeredCount, _ in
                let offered = UnsafeBufferPointer(start: offered, count: Int(offeredCount))
                guard let name = ApplicationProtocol.find(in: offered) else { return SSL_TLSEXT_ERR_ALERT_FATAL }
                chosen?.pointee = name.baseAddress
                chosenCount?.pointee = UInt8(name.count)
                return SSL_TLSEXT_ERR_OK
            },
            nil
        )
    }

    /// Where the client's list names the protocol.
    private static func find(in offered: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        var rest = offered[...]
        while let count = rest.first, rest.count > count {
            let entry = rest.prefix(Int(count) + 1)
            if entry.elementsEqual(list) { return UnsafeBufferPointer(rebasing: entry.dropFirst()) }
            rest = rest.dropFirst(entry.count)
        }
        return nil
    }
}
