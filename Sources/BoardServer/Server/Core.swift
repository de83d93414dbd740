import Cryptography
import Foundation
import Logging
import Sockets
import Storage
import TumorBoard

/// Everything behind the door: storage, threads, the desk and who may come in.
final class Core: Sendable {
    let directory: Directory
    let desk: CaseDesk
    let passwords: Passwords
    let environment: Environment
    let readiness: Readiness
    private let store: Store
    private let readers: Readers
    private let inbox: Inbox
    private let cache: StateCache
    private let signingKey: SigningKey
    private let limits: ServerLimits
    private let log: Logger

    init(_ configuration: Server.Configuration, log: Logger) throws {
        self.log = log
        limits = configuration.limits
        environment = configuration.environment
        store = try Store(directory: configuration.data)
        signingKey = try Self.signingKey(in: configuration.data)
        readers = try Readers(
            store: store,
            threads: limits.readerThreads,
            capacity: limits.waitingReads,
            capacityPerPerson: limits.waitingReadsPerPerson
        )
        let reader = try store.reader()
        try Hydration.checkVersion(of: reader)
        try Lists.renewIfDue(store, log: log)
        readiness = Readiness(directory: configuration.data, floor: limits.freeSpaceFloor)
        directory = Directory(try reader.accountBook())
        inbox = Inbox(
            capacity: limits.waitingCommands,
            capacityPerAggregate: limits.waitingCommandsPerCase,
            capacityPerPerson: limits.waitingCommandsPerPerson
        )
        cache = StateCache(capacity: limits.foldedBytes)
        passwords = try Passwords(directory: directory, environment: environment)
        desk = CaseDesk(
            cache: cache,
            inbox: inbox,
            readers: readers,
            passwords: passwords,
            environment: environment,
            signingKey: signingKey,
            allowance: CommandAllowance(burst: limits.commandBurst, perSecond: limits.commandsPerSecond),
            log: log
        )
    }

    /// The board's key, made when the data is new.
    private static func signingKey(in directory: String) throws -> SigningKey {
        let path = directory + "/signing-key.pem"
        if !FileManager.default.fileExists(atPath: path) { try SigningKey.generate().save(to: path) }
        return try SigningKey(contentsOf: path)
    }

    func start(
        publish: @escaping @Sendable (Committed) -> Void,
        whenWriterEnds: @escaping @Sendable () -> Void
    ) {
        WriterThread(
            store: store,
            environment: environment,
            cache: cache,
            inbox: inbox,
            limits: limits.writer,
            log: log,
            readiness: readiness,
            publish: publish,
            rehydrate: { [desk] in desk.rehydrate($0) }
        ).run(whenDone: whenWriterEnds)
    }

    /// A connection of its own to what is committed.
    func reader() throws -> Reader { try store.reader() }

    /// The case as last committed, for who may wait for the disk.
    func state(of id: CaseID) throws -> CaseState? { try desk.state(of: id, from: store.reader()) }

    /// What waits for a password check or a reader reaches the writer, or is answered; nothing further is taken.
    func finishReading() {
        passwords.shutdown()
        readers.shutdown()
    }

    /// Takes nothing new; what waits is still written.
    func stop() { inbox.close() }

    func endpoints(openAPI: [UInt8]?) -> [Endpoint] {
        SessionEndpoints(desk: desk, directory: directory, passwords: passwords, environment: environment).all
            + TokenEndpoints(desk: desk, directory: directory, environment: environment).all
            + BoardEndpoints(desk: desk, directory: directory).all
            + CaseEndpoints(desk: desk, directory: directory).all
            + StreamEndpoints(desk: desk).all
            + FilingEndpoints(desk: desk).all
            + ConferenceEndpoints(desk: desk, directory: directory, environment: environment).all
            + OperationEndpoints(signingKey: signingKey, openAPI: openAPI, readiness: readiness, desk: desk).all
    }
}
