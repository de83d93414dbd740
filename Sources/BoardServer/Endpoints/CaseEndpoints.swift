import BoardAPI
import Cryptography
import Storage
import TumorBoard
import Wire

/// A case over HTTP: the same desk, the same rules, the same streams as on the socket.
struct CaseEndpoints: Sendable {
    let desk: CaseDesk
    let directory: Directory

    var all: [Endpoint] {
        [
            Endpoint(method: .post, pattern: "/api/cases", handle: open),
            Endpoint(method: .get, pattern: "/api/cases/:case", handle: summary),
            Endpoint(method: .post, pattern: "/api/cases/:case/commands", handle: command),
        ]
    }

    private struct OpenBody: Decodable {
        var id: CaseID?
        var openCase: OpenCase
    }

    private func open(_ call: Call) {
        guard let visitor = call.visitor, let body = call.decoded(OpenBody.self) else { return }
        guard let opener = Opening.membership(of: visitor, in: directory) else { return call.refuse(.forbidden) }
        guard let key = CommandAdmission.key(of: call, at: desk) else { return }
        // Drawn from the key: a request that is sent again opens no second case.
        let digest = SHA256.hash(Array("case/\(visitor.person)/\(key)".utf8))
        guard let id = body.id ?? CaseID(String(Hexadecimal.encode(digest).prefix(32))) else { return }
        var said = Said(caseID: id, person: visitor.person, key: key, command: .openCase(body.openCase))
        said.opener = opener
        desk.perform(said) { reply in
            guard case .done = reply else { return call.answer(reply.response()) }
            call.answer(
                .json(["case": id], status: .created, fields: [.location: "/api/cases/\(id)"])
            )
        }
    }

    private func command(_ call: Call) {
        struct PasswordOnly: Decodable {
            var sign: Content?
            struct Content: Decodable { var password: String? }
        }
        guard let person = call.person, let command = call.decoded(Command.self) else { return }
        guard let id: CaseID = call.identifier("case") else { return call.refuse(.notFound) }
        guard let key = CommandAdmission.key(of: call, at: desk) else { return }
        guard command.name != .openCase, command.name != .fileDocument, command.name != .fileTranslation else {
            return call.refuse(.malformed("\(command.name.rawValue) has an address of its own"))
        }
        var said = Said(caseID: id, person: person, key: key, command: command)
        said.precondition = EntityTagCondition(.ifMatch, in: call.head.fields).map(Order.Precondition.init)
        said.password = (try? Canonical.decode(PasswordOnly.self, from: call.body))?.sign?.password
        desk.perform(said) { call.answer($0.response()) }
    }

    private struct Summary: Encodable {
        var id: CaseID
        var role: Role
        var card: CaseCard
        var standing: Standing
        var at: [String: Position]
    }

    private func summary(_ call: Call) {
        CaseReading(desk: desk).perform(call) { reader, state, seen in
            let person = seen.actor.person
            var at: [String: Position] = [:]
            for (stream, seq) in seen.state.heads.sorted(by: { $0.key.name < $1.key.name }) {
                guard let chain = try reader.chain(aggregate: state.id.text, stream: stream.name, seq: seq) else {
                    continue
                }
                at[stream.wireName(for: person)] = Position(seq: seq, tag: Chain.tag(chain))
            }
            let summary = Summary(
                id: state.id,
                role: seen.actor.role,
                card: seen.state.card,
                standing: state.standing(of: person),
                at: at
            )
            let body = try Canonical.encode(summary)
            let tag = EntityTag(String(Hexadecimal.encode(SHA256.hash(body)).prefix(32)))
            if EntityTagCondition(.ifMatch, in: call.head.fields)?.matchesStrongly(tag) == false {
                return call.refuse(.preconditionFailed)
            }
            if EntityTagCondition(.ifNoneMatch, in: call.head.fields)?.matchesWeakly(tag) == true {
                return call.answer(Response(status: .notModified, fields: [.eTag: tag.description]))
            }
            call.answer(.json(bytes: body, fields: [.eTag: tag.description]))
        }
    }
}

extension Order.Precondition {
    /// `If-Match: "own-37"`: a stream's wire name and its head. What is malformed names no head and fails, but only once it
    /// is settled that the case may be read: it is no answer of its own (RFC 9110 section 13.2.1).
    fileprivate init(_ condition: EntityTagCondition) {
        switch condition {
        case .any: self = .any
        case .tags(let tags): self = .heads(tags.compactMap(Head.init))
        }
    }
}

extension Order.Precondition.Head {
    /// Weak tags match nothing: `If-Match` compares strongly.
    fileprivate init?(_ tag: EntityTag) {
        guard !tag.isWeak, let dash = tag.opaque.lastIndex(of: "-"),
            let seq = Int(tag.opaque[tag.opaque.index(after: dash)...])
        else { return nil }
        self.init(stream: String(tag.opaque[..<dash]), seq: seq)
    }
}

/// Reading a case for a request: the same 404 for unknown and unreadable, the actor's view for the rest.
struct CaseReading: Sendable {
    let desk: CaseDesk

    func perform(_ call: Call, _ body: @escaping @Sendable (Reader, CaseState, Seen) throws -> Void) {
        guard let person = call.person else { return call.refuse(.unauthorized) }
        guard let id: CaseID = call.identifier("case") else { return call.refuse(.notFound) }
        let isTaken = desk.read(for: person) { [desk] reader in
            do {
                guard let state = try desk.state(of: id, from: reader), let seen = state.seen(by: person) else {
                    return call.refuse(.notFound)
                }
                try body(reader, state, seen)
            } catch {
                desk.report(error, to: call)
            }
        }
        if !isTaken { call.refuse(.unavailable) }
    }
}
