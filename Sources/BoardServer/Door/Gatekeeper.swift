import Sockets
import TumorBoard
import Wire

/// Who is let in, and from where: the cookie or the token, and the exact origin.
struct Gatekeeper: Sendable {
    static let cookieName = "__Host-consilium"
    static let signInLifetime = Duration.seconds(12 * 3600)

    let directory: Directory
    let environment: Environment
    /// Exactly as a browser sends them, such as `https://board.example`.
    let origins: Set<String>

    func visitor(_ fields: HTTPFields) -> Directory.Visitor? {
        if let authorization = fields["Authorization"] {
            let words = authorization.split(separator: " ")
            guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
            return directory.visitor(bearing: String(words[1]))
        }
        return Cookies(fields)[Self.cookieName].flatMap { directory.visitor(cookie: $0, now: environment.now()) }
    }

    /// Whether an unsafe request or an upgrade may come from where it says it comes from: one of our origins, or, with no
    /// `Origin` at all, a program with a token.
    func isFromHere(_ fields: HTTPFields, visitor: Directory.Visitor?) -> Bool {
        let said = fields.values(for: .origin)
        if said.isEmpty {
            if case .token = visitor?.credential { return true }
            return false
        }
        return said.count == 1 && origins.contains(said[0])
    }

    /// `SameSite=Strict`, and `__Host-`: sent over TLS to this host alone.
    static func cookie(_ secret: String) -> String {
        "\(cookieName)=\(secret); Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=\(signInLifetime.components.seconds)"
    }

    static let expiredCookie = "\(cookieName)=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"
}
