import Cryptography
import Logging
import Sockets
import Storage
import Synchronization
import TumorBoard

/// Where every command arrives, whoever says it and however: the socket, HTTP, the command line, the clock.
///
/// `perform` prepares what must be prepared on a reader, then queues for the writer, which decides and commits.
final class CaseDesk: Sendable {
    private let cache: StateCache
    private let inbox: Inbox
    private let readers: Readers
    private let passwords: Passwords
    private let environment: Environment
    private let signingKey: SigningKey
    let log: Logger
    let allowance: CommandAllowance

    init(
        cache: StateCache,
        inbox: Inbox,
        readers: Readers,
        passwords: Passwords,
        environment: Environment,
        signingKey: SigningKey,
        allowance: CommandAllowance,
        log: Logger
    ) {
        self.cache = cache
        self.inbox = inbox
        self.readers = readers
        self.passwords = passwords
        self.environment = environment
        self.signingKey = signingKey
        self.log = log
        self.allowance = allowance
    }

    /// Decides a command and answers once it is durable, refused or given up. `respond` comes on any thread, once.
    func perform(_ said: Said, respond: @escaping @Sendable (DeskReply) -> Void) {
        guard said.command.name == .sign else { return queue(said, respond: respond) }
        // Whether there is such a case is answered before the password is looked at, as for every other command.
        let isTaken = readers.submit(for: said.person) { [self] reader in
            do {
                guard try state(of: said.caseID, from: reader)?.seen(by: said.person) != nil else {
                    return respond(.notFound)
                }
                queueOncePasswordMatches(said, respond: respond)
            } catch {
                respond(.fault(correlation: log.fault("folding faulted", error)))
            }
        }
        if !isTaken { respond(.unavailable) }
    }

    private func queueOncePasswordMatches(_ said: Said, respond: @escaping @Sendable (DeskReply) -> Void) {
        passwords.verify(said.password ?? "", of: said.person.text) { [self] outcome in
            switch outcome {
            case .matches: queue(said, respond: respond)
            case .differs: respond(.rejected(Rejection(.passwordMismatch)))
            case .throttled, .busy: respond(.unavailable)
            }
        }
    }

    private func queue(_ said: Said, respond: @escaping @Sendable (DeskReply) -> Void) {
        let isFolded = said.opener != nil || cache.entry(said.caseID) != nil
        if isFolded, !Preparation.isNeeded(for: said.command.name) {
            return submit(said, prepared: .nothing, respond: respond)
        }
        let isTaken = readers.submit(for: said.person) { [self] reader in
            do {
                guard let state = try state(of: said.caseID, from: reader), state.seen(by: said.person) != nil else {
                    return respond(.notFound)
                }
                let preparation = Preparation(reader: reader, environment: environment, signingKey: signingKey)
                submit(said, prepared: try preparation.prepare(said, state: state), respond: respond)
            } catch let rejection as Rejection {
                submit(said, prepared: .refused(rejection), respond: respond)
            } catch {
                respond(.fault(correlation: log.fault("preparation faulted", error)))
            }
        }
        if !isTaken { respond(.unavailable) }
    }

    private func submit(_ said: Said, prepared: Prepared, respond: @escaping @Sendable (DeskReply) -> Void) {
        do {
            let order = Order(
                caseID: said.caseID,
                person: said.person,
                key: said.key,
                command: said.command,
                digest: try said.digest(),
                prepared: prepared,
                precondition: said.precondition,
                opener: said.opener,
                respond: respond
            )
            if !inbox.add(.order(order)) { respond(.unavailable) }
        } catch {
            respond(.fault(correlation: log.fault("command cannot be encoded", error)))
        }
    }

    /// An order whose case was evicted between the fold and its turn: folded again, then queued again.
    func rehydrate(_ order: Order) {
        let isTaken = readers.submit(for: order.person) { [self] reader in
            do {
                guard try state(of: order.caseID, from: reader) != nil else { return order.respond(.notFound) }
                if !inbox.add(.order(order)) { order.respond(.unavailable) }
            } catch {
                order.respond(.fault(correlation: log.fault("folding faulted", error)))
            }
        }
        if !isTaken { order.respond(.unavailable) }
    }

    /// The case as last committed: cached, or folded now and offered to the cache.
    func state(of id: CaseID, from reader: Reader) throws -> CaseState? {
        if let entry = cache.entry(id) { return entry.state }
        let generation = cache.generation
        guard let folded = try Hydration.fold(id, from: reader) else { return nil }
        cache.offer(folded.state, id: id, position: folded.position, since: generation)
        return folded.state
    }

    /// What has fallen due in a case is decided as if it had said so; answered once that is durable.
    func elapse(_ id: CaseID, respond: @escaping @Sendable (DeskReply) -> Void = { _ in }) {
        let isTaken = readers.submit { [self] reader in
            do {
                guard try state(of: id, from: reader) != nil else { return respond(.notFound) }
                if !inbox.add(.elapse(id, respond: respond)) { respond(.unavailable) }
            } catch {
                respond(.fault(correlation: log.fault("folding faulted", error)))
            }
        }
        if !isTaken { respond(.unavailable) }
    }

    func forgetReceipts(of aggregate: String) { _ = inbox.add(.forgetReceipts(aggregate: aggregate)) }

    /// Whether the writer can commit at this moment, found out by a commit that changes nothing.
    func probe(_ respond: @escaping @Sendable (DeskReply) -> Void) {
        if !inbox.add(.probe(respond)) { respond(.unavailable) }
    }

    func schedule(_ order: ConferenceOrder) {
        if !inbox.add(.conference(order)) { order.respond(.unavailable) }
    }

    func change(_ changes: [DirectoryChange], respond: @escaping @Sendable (DeskReply) -> Void) {
        if !inbox.add(.accounts(AccountChange(changes: changes, respond: respond))) { respond(.unavailable) }
    }

    /// Work on a reader that answers nobody's command: lists, blobs, replay.
    ///
    /// - Parameter person: in whose turn; nobody's for the server's own work.
    func read(for person: PersonID? = nil, _ job: @escaping @Sendable (Reader) -> Void) -> Bool {
        readers.submit(for: person, job)
    }
}

extension CaseDesk {
    /// A fault while answering a request: logged with a correlation id, shown without detail.
    func report(_ error: any Error, to call: Call) {
        call.refuse(.fault(correlation: log.fault("request faulted", error)))
    }
}
