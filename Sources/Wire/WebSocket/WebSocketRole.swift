/// Which end of the connection: a client masks what it sends, a server never does (RFC 6455 section 5.1).
package enum WebSocketRole: Sendable {
    case client
    case server

    var peer: WebSocketRole { self == .client ? .server : .client }
}
