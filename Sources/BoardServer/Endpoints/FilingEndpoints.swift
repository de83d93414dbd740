import TumorBoard
import Wire

/// Content on its way in: documents, translations, and FHIR bundles taken apart into both.
struct FilingEndpoints: Sendable {
    let desk: CaseDesk
    /// Base64 of the largest image, and its JSON around it.
    static let bodyLimit = 12 << 20

    var all: [Endpoint] {
        [
            Endpoint(
                method: .post,
                pattern: "/api/cases/:case/documents",
                bodyLimit: Self.bodyLimit,
                handle: { file($0, DocumentBody.self) }
            ),
            Endpoint(
                method: .post,
                pattern: "/api/cases/:case/translations",
                bodyLimit: Self.bodyLimit,
                handle: { file($0, TranslationBody.self) }
            ),
            Endpoint(
                method: .post,
                pattern: "/api/cases/:case/imports",
                bodyLimit: Self.bodyLimit,
                handle: importBundle
            ),
        ]
    }

    private func file<Body: FilingBody>(_ call: Call, _ type: Body.Type) {
        guard let person = call.person else { return call.refuse(.unauthorized) }
        guard let id: CaseID = call.identifier("case") else { return call.refuse(.notFound) }
        guard let key = CommandAdmission.key(of: call, at: desk) else { return }
        // Decoding megabytes is no work for the loop.
        let isTaken = desk.read(for: person) { [desk] _ in
            guard let body = call.decoded(type) else { return }
            guard let content = body.content.said else {
                return call.refuse(.malformed("content: text, or base64 with a mediaType"))
            }
            var said = Said(caseID: id, person: person, key: key, command: body.command)
            said.content = content
            desk.perform(said) { call.answer($0.response(status: .created)) }
        }
        if !isTaken { call.refuse(.unavailable) }
    }

    private func importBundle(_ call: Call) {
        guard !call.body.isEmpty else { return call.refuse(.malformed("the file is missing")) }
        guard let key = CommandAdmission.key(of: call, at: desk) else { return }
        CaseReading(desk: desk).perform(call) { [desk] _, state, seen in
            guard seen.actor.role == .coordinator else { return call.refuse(.forbidden) }
            BundleFiling(desk: desk, state: state, person: seen.actor.person, key: key).run(call.body) { outcome in
                switch outcome {
                case .filed(let report): call.answer(.json(report))
                case .refused(let rejection): call.refuse(Problem(rejection))
                }
            }
        }
    }
}

private protocol FilingBody: Decodable, Sendable {
    var command: Command { get }
    var content: ContentBody { get }
}

private struct DocumentBody: FilingBody {
    var fileDocument: FileDocument
    var content: ContentBody
    var command: Command { .fileDocument(fileDocument) }
}

private struct TranslationBody: FilingBody {
    var fileTranslation: FileTranslation
    var content: ContentBody
    var command: Command { .fileTranslation(fileTranslation) }
}

/// `{"text": …}` or `{"base64": …, "mediaType": …}`.
struct ContentBody: Decodable, Sendable {
    var text: String?
    var base64: String?
    var mediaType: String?

    var said: Said.Content? {
        if let text, base64 == nil { return .text(text) }
        guard let base64, let mediaType, let bytes = Base64.decode(base64) else { return nil }
        return .bytes(bytes, mediaType: mediaType)
    }
}
