import Cryptography
import TumorBoard
import Wire

/// What an operator and a client's tools ask: is it alive, is it ready, what does it speak, whose signature is it.
struct OperationEndpoints: Sendable {
    let signingKey: SigningKey
    let openAPI: [UInt8]?
    let readiness: Readiness
    let desk: CaseDesk

    var all: [Endpoint] {
        [
            Endpoint(method: .get, pattern: "/livez", isPublic: true) { $0.answer(Self.plain("alive\n")) },
            Endpoint(method: .get, pattern: "/readyz", isPublic: true) { call in
                readiness.check(desk) { obstacle in
                    guard let obstacle else { return call.answer(Self.plain("ready\n")) }
                    call.refuse(.unavailable(obstacle.rawValue))
                }
            },
            Endpoint(method: .get, pattern: "/api/key", isPublic: true, handle: key),
            Endpoint(method: .get, pattern: "/api/openapi.json", isPublic: true) { call in
                guard let openAPI else { return call.refuse(.notFound) }
                call.answer(.json(bytes: openAPI))
            },
        ]
    }

    private struct Key: Encodable {
        var publicKey: String
        /// SHA-256 of the key's DER form.
        var fingerprint: String
    }

    private func key(_ call: Call) {
        let key = signingKey.publicKey
        call.answer(.json(Key(publicKey: key.pem, fingerprint: key.fingerprint)))
    }

    private static func plain(_ text: String) -> Response {
        Response(status: .ok, fields: [.contentType: "text/plain; charset=utf-8"], body: Array(text.utf8))
    }
}
