import Sockets

extension Server.Configuration {
    /// Whether it could be served, as far as can be known before anything is written: certificate and key belong together,
    /// the client is whole, nobody has the address.
    ///
    /// - Throws: `TLSError`, `SystemError`, and what reading the client's files throws.
    package func check() throws {
        _ = try TLSContext.server(tls, profile: profile)
        _ = try site.map { try StaticSite(folder: $0) }
        try Listener.check(listen)
    }
}
