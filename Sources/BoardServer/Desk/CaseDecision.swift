import BoardAPI
import Cryptography
import Storage
import TumorBoard

/// One command under its savepoint: authorise, then the receipt, then the rules, then what follows from them.
struct CaseDecision {
    let order: Order
    let environment: Environment

    func perform(on work: inout CaseWork, in transaction: Transaction) throws -> DeskReply {
        if work.state.exists { try Self.elapse(&work, environment: environment, in: transaction) }
        let before = work.state
        let seen = work.state.seen(by: order.person)
        guard seen != nil || order.opener != nil else { return .notFound }
        if let receipt = try transaction.receipt(
            person: order.person.text,
            aggregate: order.caseID.text,
            key: order.key
        ) {
            return receipt.digest == order.digest ? .done(receipt.reply) : .keyReused
        }
        guard holds(order.precondition, in: work) else { return .preconditionFailed }
        let means = environment.means(for: order.caseID.text)
        let decision: Decision
        do throws(Rejection) {
            decision = try decide(seen: seen, isOpened: work.state.exists, means: means)
        } catch {
            return .rejected(error)
        }
        try work.append(decision, author: order.person.text, at: means.now, in: transaction)
        // The reply tells of the decision alone: what follows from it may depend on work hidden from the actor.
        let reply = try Canonical.encode(Done(decision.answer, work: work, reader: order.person, before: before))
        let consequences = Rules.consequences(
            of: decision.appended,
            by: .person(order.person),
            in: work.state,
            means: means,
            chain: order.command.name == .close ? try chains(of: work.state, in: transaction) : [:]
        )
        try work.append(consequences, author: "", at: means.now, in: transaction)
        try work.project(from: before, actor: order.person, in: transaction)
        try transaction.keep(
            Receipt(
                person: order.person.text,
                aggregate: order.caseID.text,
                key: order.key,
                digest: order.digest,
                reply: reply,
                at: means.now.milliseconds
            )
        )
        return .done(reply)
    }

    /// A head that the actor may not read is like one that has moved.
    private func holds(_ precondition: Order.Precondition?, in work: CaseWork) -> Bool {
        guard case .heads(let heads) = precondition else { return true }
        return work.access.streams(of: order.person).contains { stream in
            let name = stream.wireName(for: order.person)
            return heads.contains(Order.Precondition.Head(stream: name, seq: work.state.head(of: stream)))
        }
    }

    private func decide(seen: Seen?, isOpened: Bool, means: Means) throws(Rejection) -> Decision {
        if case .openCase(let opening) = order.command {
            guard let opener = order.opener else { throw Rejection(.roleForbids) }
            let opened = try Rules.open(opening, case: order.caseID, by: opener, means: means)
            // Only now: whoever tries which names are taken opens a case with each that is not.
            guard !isOpened else { throw Rejection(.exists, "case") }
            return opened
        }
        guard let seen else { throw Rejection(.unknown) }
        return try Rules.decide(
            order.command,
            by: order.person,
            prepared: order.prepared,
            seen: seen,
            means: means
        )
    }

    /// Full chain hashes by stream, for the closing manifest.
    private func chains(of state: CaseState, in transaction: Transaction) throws -> [Stream: String] {
        var chains: [Stream: String] = [:]
        for stream in state.heads.keys {
            chains[stream] = try transaction.chain(aggregate: order.caseID.text, stream: stream.name)
                .map { Hexadecimal.encode($0) }
        }
        return chains
    }

    /// A deadline passes only by an event: what is due is decided before anything else, in the same transaction.
    static func elapse(_ work: inout CaseWork, environment: Environment, in transaction: Transaction) throws {
        let means = environment.means(for: work.id.text)
        let due = Rules.elapse(work.state, means: means)
        guard !due.appended.isEmpty else { return }
        let before = work.state
        try work.append(due, author: "clock", at: means.now, in: transaction)
        try work.project(from: before, actor: nil, in: transaction)
    }
}

/// The JSON of `ok`: where the actor's readable streams stand that this command appended to, and its receipts.
struct Done: JSONWritable {
    let at: [String: Position]
    let answer: Answered

    private enum CodingKeys: String, CodingKey { case at }

    func encode(to encoder: any Encoder) throws {
        try answer.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(at, forKey: .at)
    }

    func write(to writer: inout JSONWriter) throws(NotDirect) {
        writer.openObject()
        writer.begin("at")
        writer.openObject()
        for (stream, position) in at.sorted(by: { $0.key < $1.key }) {
            try writer.member(named: stream, position)
        }
        writer.closeObject()
        try writer.member("commitment", answer.commitment)
        try writer.member("opinion", answer.opinion)
        try writer.member("revision", answer.revision)
        writer.closeObject()
    }
}

extension Done {
    init(_ answer: Answered, work: CaseWork, reader: PersonID, before: CaseState) {
        var at: [String: Position] = [:]
        for stream in work.access.streams(of: reader) {
            let head = work.heads.first { $0.stream == stream }
            guard let head, before.head(of: stream) != head.position.seq else { continue }
            at[stream.wireName(for: reader)] = head.position
        }
        self.init(at: at, answer: answer)
    }
}
