import Sockets
import TumorBoard
import Wire

/// Who is let in, and from where: the cookie, the token or a certificate in its place, and the exact origin.
struct Gatekeeper: Sendable {
    static let cookieName = "__Host-consilium"
    static let signInLifetime = Duration.seconds(12 * 3600)

    let directory: Directory
    let environment: Environment
    /// Exactly as a browser sends them, such as `https://board.example`; without any, this machine's at the port served.
    let origins: Set<String>

    /// - Parameter certificate: what the client presented in the handshake. It counts for programs alone: a browser shows
    ///   it to whoever makes it send a request, and says by `Origin` or a cookie that it is one.
    func visitor(_ fields: HTTPFields, certificate: PeerCertificate?) -> Directory.Visitor? {
        if let authorization = fields["Authorization"] {
            let words = authorization.split(separator: " ")
            guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
            return directory.visitor(bearing: String(words[1]))
        }
        if let cookie = Cookies(fields)[Self.cookieName] {
            return directory.visitor(cookie: cookie, now: environment.now())
        }
        guard let certificate, fields.values(for: .origin).isEmpty,
            let visitor = directory.visitor(certificate: certificate),
            directory.isValid(visitor, now: environment.now())
        else { return nil }
        return visitor
    }

    /// Whether an unsafe request or an upgrade may come from where it says it comes from: one of our origins, or, with no
    /// `Origin` at all, a program with a token.
    func isFromHere(_ fields: HTTPFields, visitor: Directory.Visitor?, port: UInt16) -> Bool {
        let said = fields.values(for: .origin)
        if said.isEmpty {
            if case .token = visitor?.credential { return true }
            return false
        }
        return said.count == 1 && (origins.isEmpty ? said[0] == "https://localhost:\(port)" : origins.contains(said[0]))
    }

    /// `SameSite=Strict`, and `__Host-`: sent over TLS to this host alone.
    static func cookie(_ secret: String) -> String {
        "\(cookieName)=\(secret); Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=\(signInLifetime.components.seconds)"
    }

    static let expiredCookie = "\(cookieName)=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"
}
