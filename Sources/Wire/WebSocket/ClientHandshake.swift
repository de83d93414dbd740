/// The client's half of the opening handshake (RFC 6455 section 4.1). It offers no extension.
package struct ClientHandshake: Sendable {
    private let key: String
    private let subprotocols: [String]

    /// - Parameter nonce: 16 random bytes, fresh for each connection.
    package init(nonce: [UInt8], subprotocols: [String] = []) {
        key = Base64.encode(nonce)
        self.subprotocols = subprotocols
    }

    /// - Parameter fields: further ones, such as `Origin` and `Cookie`.
    package func request(_ target: String, host: Authority, fields: HTTPFields = HTTPFields()) -> [UInt8] {
        var all = fields
        all.set(.upgrade, "websocket")
        all.set(.connection, "Upgrade")
        all.set(.webSocketKey, key)
        all.set(.webSocketVersion, "13")
        if !subprotocols.isEmpty { all.set(.webSocketProtocol, subprotocols.joined(separator: ", ")) }
        return RequestEncoder.encode(.get, target, host: host, fields: all)
    }

    /// The subprotocol agreed on, or nil for none.
    ///
    /// - Throws: 502 when the response does not open a WebSocket or agrees to what was not offered.
    package func verify(_ response: ResponseHead, sha1: ([UInt8]) -> [UInt8]) throws(HTTPError) -> String? {
        let fields = response.fields
        guard response.status == .switchingProtocols, Self.isSole("websocket", fields.list(for: .upgrade)),
            fields.list(for: .connection).contains(where: { ASCII.equalIgnoringCase($0, "upgrade") })
        else { throw HTTPError(.badGateway, "the server did not change to the WebSocket protocol") }
        guard fields.values(for: .webSocketAccept) == [WebSocketKey.accept(key, sha1: sha1)] else {
            throw HTTPError(.badGateway, "Sec-WebSocket-Accept does not answer the key")
        }
        guard !fields.contains(.webSocketExtensions) else {
            throw HTTPError(.badGateway, "the server uses an extension that was not offered")
        }
        let chosen = fields.values(for: .webSocketProtocol)
        guard chosen.count <= 1, chosen.allSatisfy(subprotocols.contains) else {
            throw HTTPError(.badGateway, "the server chose a subprotocol that was not offered")
        }
        return chosen.first
    }

    private static func isSole(_ word: String, _ list: [String]) -> Bool {
        list.count == 1 && ASCII.equalIgnoringCase(list[0], word)
    }
}
