import Cryptography
import Sockets
import Storage
import TumorBoard
import Wire

/// Signing in and out with a browser.
struct SessionEndpoints: Sendable {
    let desk: CaseDesk
    let directory: Directory
    let passwords: Passwords
    let environment: Environment

    var all: [Endpoint] {
        [
            Endpoint(method: .post, pattern: "/api/session", bodyLimit: 4 << 10, isPublic: true, handle: signIn),
            Endpoint(method: .get, pattern: "/api/session", isPublic: true, handle: whoAmI),
            Endpoint(method: .delete, pattern: "/api/session", handle: signOut),
        ]
    }

    private struct SignInBody: Decodable {
        var login: String
        var password: String
    }

    private struct WhoAmI: Encodable {
        var person: String
        var name: String
        var login: String
        var discipline: String?
        var institution: String?
        var rights: [String]
        var now: Moment
    }

    private func signIn(_ call: Call) {
        guard let body = call.decoded(SignInBody.self) else { return }
        guard body.login.utf8.count <= 200, body.password.utf8.count <= 1_000 else {
            return call.refuse(.malformed("login or password is too long"))
        }
        passwords.signIn(login: body.login, password: body.password, address: call.peer.host) { outcome, person in
            switch outcome {
            case .throttled(let wait): call.refuse(.throttled(seconds: Int(wait.components.seconds) + 1))
            case .busy: call.refuse(.unavailable)
            case .differs: call.refuse(Problem(status: .unauthorized, code: "password-mismatch"))
            case .matches:
                guard let person else { return call.refuse(.unauthorized) }
                begin(for: person, call)
            }
        }
    }

    private func begin(for person: String, _ call: Call) {
        let secret = Hexadecimal.encode(environment.random(32, "session/\(person)"))
        let now = environment.now()
        let signIn = SignIn(
            hash: SHA256.hash(Array(secret.utf8)),
            person: person,
            created: now.milliseconds,
            expires: now.advanced(by: Gatekeeper.signInLifetime).milliseconds
        )
        desk.change([.expired(now.milliseconds), .signedIn(signIn)]) { reply in
            guard case .done = reply, let answer = describe(person) else { return call.answer(reply.response()) }
            call.answer(.json(answer, fields: [.setCookie: Gatekeeper.cookie(secret)]))
        }
    }

    private func describe(_ person: String) -> WhoAmI? {
        directory.account(person).map { account in
            WhoAmI(
                person: account.person,
                name: account.name,
                login: account.login,
                discipline: account.discipline,
                institution: account.institution,
                rights: account.rights.map(\.rawValue).sorted(),
                now: environment.now()
            )
        }
    }

    private func whoAmI(_ call: Call) {
        // Nobody being signed in is an answer, not an error: every first visit asks.
        guard let answer = call.person.flatMap({ describe($0.text) }) else { return call.answer(.noContent) }
        call.answer(.json(answer))
    }

    private func signOut(_ call: Call) {
        guard case .session(let hash) = call.visitor?.credential else {
            return call.refuse(Problem(status: .conflict, code: "not-a-session"))
        }
        desk.change([.signedOut(hash)]) { reply in
            guard case .done = reply else { return call.answer(reply.response()) }
            call.answer(
                Response(
                    status: .noContent,
                    fields: [
                        .setCookie: Gatekeeper.expiredCookie, "Clear-Site-Data": "\"cache\", \"cookies\", \"storage\"",
                    ]
                )
            )
        }
    }
}
