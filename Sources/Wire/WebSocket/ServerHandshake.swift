/// The server's half of the opening handshake (RFC 6455 section 4.2). Extensions are never accepted; whether the origin may
/// connect, and who the client is, is the owner's to decide before it answers.
package struct ServerHandshake: Sendable, Equatable {
    /// What the client offers, in its order of preference.
    package let subprotocols: [String]
    private let key: String

    /// What is answered to whoever asks for the resource and not for a WebSocket.
    package static let required = HTTPError(
        .upgradeRequired,
        "this resource speaks WebSocket version 13 alone",
        fields: [.upgrade: "websocket", .webSocketVersion: "13"]
    )

    /// - Throws: 405 for another method than `GET`, 426 for a request that does not ask for a WebSocket of version 13, 400 for
    ///   one that asks wrongly.
    package init(_ request: RequestHead) throws(HTTPError) {
        guard request.method == .get else {
            throw HTTPError(.methodNotAllowed, "a WebSocket begins with GET", fields: [.allow: "GET"])
        }
        guard request.upgrade.contains(where: { ASCII.equalIgnoringCase($0, "websocket") }),
            request.fields.values(for: .webSocketVersion) == ["13"]
        else { throw Self.required }
        guard !request.hasBody else { throw .badRequest("an opening handshake has no content") }
        let keys = request.fields.values(for: .webSocketKey)
        guard keys.count == 1, Base64.decode(keys[0])?.count == 16 else {
            throw .badRequest("Sec-WebSocket-Key is not one value of 16 bytes in Base64")
        }
        key = keys[0]
        subprotocols = request.fields.list(for: .webSocketProtocol)
        guard subprotocols.allSatisfy({ ByteSet.token.containsAll($0.utf8) }),
            Set(subprotocols).count == subprotocols.count
        else { throw .badRequest("Sec-WebSocket-Protocol is not a list of different tokens") }
    }

    /// The response that opens the WebSocket.
    ///
    /// - Parameters:
    ///   - subprotocol: the one chosen; one the client did not offer is left out, since it would have to give up.
    ///   - fields: further ones, such as a cookie.
    package func response(
        subprotocol: String? = nil,
        fields: HTTPFields = HTTPFields(),
        date: HTTPDate,
        sha1: ([UInt8]) -> [UInt8]
    ) -> [UInt8] {
        var all: HTTPFields = [.upgrade: "websocket", .webSocketAccept: WebSocketKey.accept(key, sha1: sha1)]
        if let subprotocol, subprotocols.contains(subprotocol) { all.append(.webSocketProtocol, subprotocol) }
        all.append(fields)
        return ResponseEncoder.head(.switchingProtocols, all, contentLength: 0, date: date)
    }
}
