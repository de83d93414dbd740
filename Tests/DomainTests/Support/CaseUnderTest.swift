import Cryptography

@testable import TumorBoard

/// One case in memory: what the server does with a command, without its disk and its sockets.
struct CaseUnderTest {
    let id: CaseID = "c7"
    var state = CaseState(id: "c7")
    var streams: [Stream: [Event]] = [:]
    var blobs: [String: [UInt8]] = [:]
    var now = Moment.start
    var seed = "one world"

    var means: Means {
        Means(now: now, random: { [seed] in Entropy.bytes($0, seed: seed, purpose: $1) }, sha256: { SHA256.hash($0) })
    }

    func events(_ stream: Stream) -> [Event] { streams[stream] ?? [] }

    func last(_ stream: Stream) -> Event? { streams[stream]?.last }

    /// Decides a command as the server would: due deadlines first, then the decision, then what follows from it.
    @discardableResult
    mutating func perform(
        _ command: Command,
        by person: PersonID,
        content: Prepared.Content? = nil
    ) throws(Rejection) -> Decision {
        elapse()
        let decision = try decide(command, by: person, content: content)
        append(decision)
        let chain = Dictionary(streams.keys.map { ($0, "head of \($0.name)") }) { $1 }
        let following = Rules.consequences(
            of: decision.appended,
            by: .person(person),
            in: state,
            means: means,
            chain: chain
        )
        append(following)
        return decision
    }

    /// The decision alone: nothing is appended.
    func decide(
        _ command: Command,
        by person: PersonID,
        content: Prepared.Content? = nil
    ) throws(Rejection) -> Decision {
        if case .openCase(let opening) = command, !state.exists {
            return try Rules.open(opening, case: id, by: Persona.cora, means: means)
        }
        guard let seen = state.seen(by: person) else { throw Rejection(.unknown) }
        let prepared = prepare(command, by: person, content: content)
        return try Rules.decide(command, by: person, prepared: prepared, seen: seen, means: means)
    }

    /// Why the command would be refused; nothing when it is accepted.
    func refusal(of command: Command, by person: PersonID, content: Prepared.Content? = nil) -> Rejection? {
        var world = self
        do {
            try world.perform(command, by: person, content: content)
            return nil
        } catch { return error }
    }

    /// The code alone.
    func refuses(_ command: Command, by person: PersonID, content: Prepared.Content? = nil) -> Rejection.Code? {
        refusal(of: command, by: person, content: content)?.code
    }

    /// Lets the clock decide what is due.
    mutating func elapse() { append(Rules.elapse(state, means: means)) }

    /// Stores a decision the way the writer does: what is folded is what can be read back.
    mutating func append(_ decision: Decision) {
        for new in decision.blobs { blobs[new.blob.hash] = new.bytes }
        for appended in decision.appended {
            let stored = decoded(appended.event)
            streams[appended.stream, default: []].append(stored)
            let seq = streams[appended.stream]?.count ?? 0
            state.apply(stored, on: appended.stream, seq: seq, at: now)
        }
    }

    private func prepare(_ command: Command, by person: PersonID, content: Prepared.Content?) -> Prepared {
        switch command {
        case .fileDocument, .fileTranslation:
            return content.map(Prepared.content) ?? .nothing
        case .seal(let seal):
            let package = try? PackageBuilder.build(
                own: events(.own(person)),
                upTo: seal.own,
                documentOrder: PackageBuilder.documentOrder(of: events(.dossier)),
                salt: { [seed] in Hexadecimal.encode(Entropy.bytes(32, seed: seed, purpose: "\(person)/\($0)")) },
                sha256: { SHA256.hash($0) }
            )
            return package.map(Prepared.package) ?? .nothing
        case .conclude: return builtRecord(by: person).map(Prepared.record) ?? .nothing
        default: return .nothing
        }
    }

    func builtRecord(by person: PersonID) -> Prepared.BuiltRecord? {
        guard
            let record = try? RecordBuilder.build(
                case: id,
                dossier: events(.dossier),
                board: events(.board),
                concluded: now,
                chair: person
            ),
            let bytes = try? Canonical.encode(record)
        else { return nil }
        return Prepared.BuiltRecord(
            dossier: events(.dossier).count,
            board: events(.board).count,
            record: NewBlob(bytes) { SHA256.hash($0) },
            signature: "c2lnbmVk",
            publicKey: "a2V5"
        )
    }

    private func decoded(_ event: Event) -> Event {
        do { return try Canonical.decode(Event.self, from: Canonical.encode(event)) } catch {
            preconditionFailure("\(event.name) does not come back: \(error)")
        }
    }
}

/// Bytes that look random and depend on nothing but a seed and their purpose.
enum Entropy {
    static func bytes(_ count: Int, seed: String, purpose: String) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += SHA256.hash(Array("\(seed)/\(purpose)/\(bytes.count)".utf8)) }
        return Array(bytes.prefix(count))
    }
}
