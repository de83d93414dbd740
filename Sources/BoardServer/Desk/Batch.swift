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
    /// Every case a command has worked on: folded anew when the batch is lost.
    private(set) var touched: Set<CaseID> = []
    private(set) var replies: [@Sendable () -> Void] = []
    private var directoryChanges: [DirectoryChange] = []
    /// Who takes part in a conference that was scheduled.
    private var conferees: Set<PersonID> = []
    /// Orders whose case must be folded by a reader first.
    private(set) var cold: [Order] = []

    init(cache: StateCache, environment: Environment, tailLimit: Int, log: Logger) {
        self.cache = cache
        self.environment = environment
        self.tailLimit = tailLimit
        self.log = log
    }

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
            directoryChanges: directoryChanges,
            listReaders: cases.values.reduce(into: conferees) { $0.formUnion($1.listReaders) }
        )
    }

    /// Throws only when the whole batch is lost; a command's own fault or rejection is its reply.
    mutating func perform(_ task: WriterTask, in transaction: Transaction) throws {
        switch task {
        case .order(let order): try perform(order, in: transaction)
        case .elapse(let id, let respond):
            guard var work = try work(for: id, in: transaction) else {
                return replies.append { respond(.unavailable) }
            }
            let outcome = try isolated(&work, in: transaction) { [environment] work in
                try CaseDecision.elapse(&work, environment: environment, in: transaction)
            }
            let reply = outcome.reply { .done([]) }
            replies.append { respond(reply) }
        case .conference(let order):
            let reply = try isolated(in: transaction) {
                try ConferenceDecision(order: order, environment: environment).perform(in: transaction)
            }.reply { $0 }
            if reply.isDone { conferees.formUnion(order.conference.participants + [order.person]) }
            replies.append { order.respond(reply) }
        case .accounts(let change):
            let outcome = try isolated(in: transaction) {
                for change in change.changes { try change.write(in: transaction) }
            }
            if case .done = outcome { directoryChanges.append(contentsOf: change.changes) }
            let reply = outcome.reply { .done([]) }
            replies.append { change.respond(reply) }
        case .forgetReceipts(let aggregate):
            _ = try isolated(in: transaction) { try transaction.forgetReceipts(aggregate: aggregate) }
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
        let outcome = try isolated(&work, in: transaction) { [environment] work in
            try CaseDecision(order: order, environment: environment).perform(on: &work, in: transaction)
        }
        let reply = outcome.reply { $0 }
        replies.append { order.respond(reply) }
    }

    /// Runs under a savepoint, and puts the case back as it is then. Throws when the batch is lost.
    private mutating func isolated<Result>(
        _ work: inout CaseWork,
        in transaction: Transaction,
        _ body: (inout CaseWork) throws -> Result
    ) throws -> Outcome<Result> {
        // Counted as touched also when the batch is lost in mid-command: no other copy of it is of use then.
        touched.insert(work.id)
        let mark = work.mark()
        let outcome = try isolated(in: transaction) { try body(&work) }
        if case .faulted = outcome { work.undo(to: mark) }
        // A new case of which nothing came is none.
        if work.position > 0 { cases[work.id] = work }
        return outcome
    }

    /// The case as of this batch, taken out of it so that nothing is copied: already in it, cached, or the cached fold
    /// brought up to the writer's present.
    private mutating func work(for id: CaseID, isNew: Bool = false, in transaction: Transaction) throws -> CaseWork? {
        if let work = cases.removeValue(forKey: id) { return work }
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

    /// What became of one task under its savepoint.
    private enum Outcome<Result> {
        case done(Result)
        /// It was undone alone; the log has why.
        case faulted(correlation: String)

        func reply(_ body: (Result) -> DeskReply) -> DeskReply {
            switch self {
            case .done(let result): body(result)
            case .faulted(let correlation): .fault(correlation: correlation)
            }
        }
    }

    /// Runs under a savepoint. Throws when the batch is lost.
    private func isolated<Result>(
        in transaction: Transaction,
        _ body: () throws -> Result
    ) throws -> Outcome<Result> {
        do {
            return .done(try transaction.savepoint(body))
        } catch {
            switch error as? StorageFault {
            case .rolledBack, .inputOutput: throw error
            case .pragma, .unknownVersion, .unreadable, .noBoard, nil:
                return .faulted(correlation: log.fault("command faulted", error))
            }
        }
    }
}
