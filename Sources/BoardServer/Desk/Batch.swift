import Cryptography
import Logging
import Storage
import TumorBoard

/// One transaction's worth of work. Nothing in it is visible outside until COMMIT has returned.
struct Batch {
    private let cache: StateCache
    private let environment: Environment
    private let tailLimit: Int
    private let log: Logger
    private var cases: [CaseID: CaseWork] = [:]
    private(set) var replies: [@Sendable () -> Void] = []
    private var directoryChanges: [DirectoryChange] = []
    /// Orders whose case must be folded by a reader first.
    private(set) var cold: [Order] = []

    init(cache: StateCache, environment: Environment, tailLimit: Int, log: Logger) {
        self.cache = cache
        self.environment = environment
        self.tailLimit = tailLimit
        self.log = log
    }

    var touched: [CaseID] { Array(cases.keys) }

    var entries: [CaseID: StateCache.Entry] {
        cases.mapValues { work in
            StateCache.Entry(
                state: work.state,
                access: work.access,
                position: work.position,
                isProvisional: false,
                lastUse: 0
            )
        }
    }

    var committed: Committed {
        Committed(
            cases: cases.values.filter { !$0.rows.isEmpty }.map { work in
                CaseCommit(
                    caseID: work.id,
                    rows: work.rows,
                    access: work.access == work.accessBefore ? nil : work.access
                )
            },
            replies: replies,
            directoryChanges: directoryChanges
        )
    }

    /// Throws only when the whole batch is lost; a command's own fault or rejection is its reply.
    mutating func perform(_ task: WriterTask, in transaction: Transaction) throws {
        switch task {
        case .order(let order): try perform(order, in: transaction)
        case .elapse(let id):
            guard var work = try work(for: id, in: transaction) else { return }
            let outcome: Void? = try isolated(in: transaction) {
                try CaseDecision.elapse(&work, environment: environment, in: transaction)
            }
            if outcome != nil { cases[id] = work }
        case .conference(let order): try schedule(order, in: transaction)
        case .accounts(let change):
            let outcome: Void? = try isolated(in: transaction) {
                for change in change.changes { try change.write(in: transaction) }
            }
            let isDone = outcome != nil
            if isDone { directoryChanges.append(contentsOf: change.changes) }
            let reply: DeskReply = isDone ? .done([]) : .fault(correlation: "accounts")
            replies.append { change.respond(reply) }
        case .forgetReceipts(let id):
            let _: Void? = try isolated(in: transaction) { try transaction.forgetReceipts(aggregate: id.text) }
        case .probe(let respond):
            try transaction.probe()
            replies.append { respond(.done([])) }
        }
    }

    private mutating func perform(_ order: Order, in transaction: Transaction) throws {
        guard var work = try work(for: order.caseID, isNew: order.opener != nil, in: transaction) else {
            cold.append(order)
            return
        }
        var reply = DeskReply.unavailable
        let outcome: Void? = try isolated(in: transaction, order.key) {
            reply = try CaseDecision(order: order, environment: environment).perform(on: &work, in: transaction)
        }
        if outcome == nil {
            reply = .fault(correlation: correlation(of: order.key))
        } else {
            cases[order.caseID] = work
        }
        let answer = reply
        replies.append { order.respond(answer) }
    }

    /// The case as of this batch: already in it, cached, or the cached fold brought up to the writer's present.
    private mutating func work(for id: CaseID, isNew: Bool = false, in transaction: Transaction) throws -> CaseWork? {
        if let work = cases[id] { return work }
        guard let entry = cache.entry(id) else {
            guard isNew, try !transaction.exists(aggregate: id.text) else { return nil }
            let state = CaseState(id: id)
            return CaseWork(id: id, state: state, access: Access(state), position: 0)
        }
        guard entry.isProvisional else {
            return CaseWork(id: id, state: entry.state, access: entry.access, position: entry.position)
        }
        var state = entry.state
        let tail = try transaction.events(aggregate: id.text, beyond: entry.position, limit: tailLimit + 1)
        guard tail.count <= tailLimit else {
            cache.drop([id])
            return nil
        }
        for event in tail { try Hydration.apply(event, to: &state) }
        let access = tail.isEmpty ? entry.access : Access(state)
        return CaseWork(id: id, state: state, access: access, position: tail.last?.position ?? entry.position)
    }

    private mutating func schedule(_ order: ConferenceOrder, in transaction: Transaction) throws {
        var reply = DeskReply.fault(correlation: correlation(of: order.key))
        _ = try isolated(in: transaction, order.key) {
            reply = try ConferenceDecision(order: order, environment: environment).perform(in: transaction)
        }
        let answer = reply
        replies.append { order.respond(answer) }
    }

    /// Runs under a savepoint. `nil` when the work faulted and was undone; throws when the batch is lost.
    private func isolated<Result>(
        in transaction: Transaction,
        _ key: String = "clock",
        _ body: () throws -> Result
    ) throws -> Result? {
        do {
            return try transaction.savepoint(body)
        } catch let fault as StorageFault {
            switch fault {
            case .rolledBack, .inputOutput: throw fault
            case .pragma, .unknownVersion, .unreadable: break
            }
            log.error("command faulted", metadata: ["error": "\(fault)", "correlation": "\(correlation(of: key))"])
            return nil
        } catch {
            log.error("command faulted", metadata: ["error": "\(error)", "correlation": "\(correlation(of: key))"])
            return nil
        }
    }

    private func correlation(of key: String) -> String {
        Hexadecimal.encode(SHA256.hash(Array(key.utf8)).prefix(6))
    }
}
