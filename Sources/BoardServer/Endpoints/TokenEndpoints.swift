import Cryptography
import Storage
import TumorBoard
import Wire

/// A person's API tokens: stored hashed, shown once, revocable. Only a signed-in browser makes one.
struct TokenEndpoints: Sendable {
    let desk: CaseDesk
    let directory: Directory
    let environment: Environment
    static let perPerson = 20

    var all: [Endpoint] {
        [
            Endpoint(method: .get, pattern: "/api/tokens", handle: list),
            Endpoint(method: .post, pattern: "/api/tokens", bodyLimit: 4 << 10, handle: issue),
            Endpoint(method: .delete, pattern: "/api/tokens/:id", handle: revoke),
        ]
    }

    private struct Line: Encodable {
        var id: String
        var label: String
        var created: Int64
    }

    private struct Issued: Encodable {
        var id: String
        var token: String
    }

    private struct IssueBody: Decodable { var label: String }

    private func list(_ call: Call) {
        guard let person = call.person else { return call.refuse(.unauthorized) }
        let tokens = directory.tokens(of: person.text)
        call.answer(.json(tokens.map { Line(id: $0.id, label: $0.label, created: $0.created) }))
    }

    private func issue(_ call: Call) {
        // A token that leaked must not make others that outlive it.
        guard case .session = call.visitor?.credential else { return call.refuse(.forbidden) }
        guard let person = call.person, let body = call.decoded(IssueBody.self) else { return }
        guard (1...100).contains(body.label.unicodeScalars.count) else {
            return call.refuse(Problem(Rejection(.invalid, "label")))
        }
        guard directory.tokens(of: person.text).count < Self.perPerson else {
            return call.refuse(Problem(Rejection(.limitReached, "tokens")))
        }
        let (token, secret) = TokenSecret.draw(for: person.text, label: body.label, environment: environment)
        desk.change([.issued(token)]) { reply in
            guard case .done = reply else { return call.answer(reply.response()) }
            call.answer(.json(Issued(id: token.id, token: secret), status: .created))
        }
    }

    private func revoke(_ call: Call) {
        guard let person = call.person, let id = call.parameters["id"],
            let token = directory.tokens(of: person.text).first(where: { $0.id == id })
        else { return call.refuse(.notFound) }
        desk.change([.revoked(token)]) { reply in
            guard case .done = reply else { return call.answer(reply.response()) }
            call.answer(.noContent)
        }
    }
}

/// Draws a token: the secret is shown once, its hash is kept.
enum TokenSecret {
    /// How every secret begins, so that one that has leaked is recognised.
    static let prefix = "ct_"

    static func draw(for person: String, label: String, environment: Environment) -> (Token, secret: String) {
        let secret = prefix + Hexadecimal.encode(environment.random(32, "token/\(person)"))
        let token = Token(
            id: Hexadecimal.encode(environment.random(8, "token-id/\(person)")),
            person: person,
            hash: SHA256.hash(Array(secret.utf8)),
            label: label,
            created: environment.now().milliseconds
        )
        return (token, secret)
    }
}
