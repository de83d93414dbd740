import Cryptography
import Foundation
package import Logging
package import Sockets
import Storage
import Synchronization
import TumorBoard
import Wire

/// The whole server: storage, desk, hub and door, put together once and taken down in order.
package final class Server: Sendable {
    package struct Configuration: Sendable {
        package var data: String
        package var listen: SocketAddress
        package var tls: TLSFiles
        package var profile = TLSProfile.intermediate
        package var origins: Set<String>
        /// The folder of the browser client; `nil` serves the API alone.
        package var site: String?
        /// The OpenAPI document to serve.
        package var openAPI: String?
        /// Whether each request and each socket is a line of the log.
        package var isAccessLogged = false
        /// Whether `/echo` says every message back to anybody, for conformance suites.
        package var offersEcho = false
        package var environment = Environment.system
        package var limits = ServerLimits()

        package init(
            data: String,
            listen: SocketAddress,
            certificate: String,
            key: String,
            origins: Set<String> = [],
            site: String? = nil,
            openAPI: String? = nil
        ) {
            self.data = data
            self.listen = listen
            tls = TLSFiles(certificateChain: certificate, privateKey: key)
            self.origins = origins
            self.site = site
            self.openAPI = openAPI
        }
    }

    /// The address it serves at, with the port the kernel chose when 0 was asked for.
    package let address: SocketAddress
    /// Given back when the server has stopped.
    private let lock: Mutex<FileLock?>
    private let loop: EventLoop
    let core: Core
    private let certificates: Certificates
    private let door: LoopBound<Door>
    private let limits: ServerLimits
    private let log: Logger
    private let writerEnded = DispatchSemaphore(value: 0)

    /// Takes the lock, opens the data, and starts to listen.
    ///
    /// - Throws: `FileLock.Held` when another process serves this data; storage, TLS and socket errors as they are.
    package convenience init(_ configuration: Configuration, log: Logger) throws {
        try self.init(configuration, log: log, parts: \.self)
    }

    /// - Parameter change: what the door is made of, before it opens: a test gives it parts that break a promise.
    init(_ configuration: Configuration, log: Logger, parts change: (DoorParts) -> DoorParts) throws {
        self.log = log
        limits = configuration.limits.fitting(descriptors: DescriptorLimit.raise())
        try DataFolder.create(configuration.data)
        lock = Mutex(try FileLock(path: configuration.data + "/lock"))
        certificates = Certificates(configuration.tls, profile: configuration.profile, log: log)
        let context = try certificates.read()
        let loop = try EventLoop()
        self.loop = loop
        try loop.start(name: "loop")
        let conversations = try LoopBound.make(on: loop) { Conversations() }
        let core = try Core(configuration, log: log)
        self.core = core
        let site = try configuration.site.map { try StaticSite(folder: $0) }
        let openAPI = try configuration.openAPI.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
        let parts = change(
            DoorParts(
                router: Router(core.endpoints(openAPI: openAPI)),
                site: site,
                offersEcho: configuration.offersEcho,
                gatekeeper: Gatekeeper(
                    directory: core.directory,
                    environment: configuration.environment,
                    origins: configuration.origins
                ),
                environment: configuration.environment,
                limits: limits,
                log: log,
                access: AccessLog(configuration.isAccessLogged ? log : nil),
                loop: loop,
                conversations: conversations,
                contents: MemoryBudget(
                    byteCount: limits.largeContentBytes,
                    sharesPerHolder: limits.largeContentsPerPerson
                ),
                answers: MemoryBudget(
                    byteCount: limits.largeAnswerBytes,
                    sharesPerHolder: limits.largeAnswersPerPerson
                )
            )
        )
        let (listen, administration) = (configuration.listen, configuration.data + "/administration")
        door = try LoopBound.make(on: loop) {
            try Door(
                parts,
                desk: core.desk,
                core: core,
                listen: listen,
                context: context,
                administration: administration
            )
        }
        address = try door.callAndWait { $0.address }
        let (door, ended) = (door, writerEnded)
        core.start(
            publish: { committed in _ = loop.enqueue { door.value.hub.apply(committed) } },
            whenWriterEnds: { ended.signal() }
        )
        core.readiness.beginServing()
        log.info("serving", metadata: ["address": "\(address)", "groups": "\(TLSContext.keyExchangeGroups)"])
    }

    /// Reads certificate, key, OCSP response and client authorities again, for the connections to come; those that stand
    /// keep theirs. What cannot be used is logged, and leaves what was.
    package func renewCertificates() { use(certificates.readAgain()) }

    /// The same when a file has changed or a day has passed; to be called every minute or so.
    package func renewCertificatesIfDue() { use(certificates.readIfDue()) }

    private func use(_ context: TLSContext?) {
        if let context { _ = try? door.callAndWait { $0.use(context) } }
    }

    /// Stops in order: nobody new, those online told to come back, what waits written, then the end.
    package func stop() {
        let started = ContinuousClock.now
        core.readiness.beginDraining()
        _ = try? door.callAndWait { $0.beginDraining() }
        core.finishReading()
        core.stop()
        let patience = DispatchTime.now() + .seconds(Int(limits.drain.components.seconds))
        let hasWritten = writerEnded.wait(timeout: patience) == .success
        let left = limits.drain - started.duration(to: .now)
        let allAreGone = DispatchSemaphore(value: 0)
        let isDraining: Void? = try? door.callAndWait { $0.finishDraining { allAreGone.signal() } }
        let moment = max(.milliseconds(100), min(left, .seconds(2)))
        if isDraining != nil { _ = allAreGone.wait(timeout: .now() + moment / .seconds(1)) }
        loop.stop()
        loop.join()
        // Two writers on one database can corrupt it: while ours may still write, the lock stays until the process ends.
        if hasWritten {
            lock.withLock { $0 = nil }
            log.info("stopped")
        } else {
            log.error("stopped before the writer had ended")
        }
    }

    /// The demonstration's report as of now.
    func report(from path: String, ca: String?) throws -> DemonstrationReport {
        try DemonstrationReport(from: path, served: address, ca: ca, core: core)
    }

    /// Returns when the loop has done what it has taken so far.
    package func settle() { _ = try? door.callAndWait { _ in } }
}

/// The data directory, readable by the server's user alone.
package enum DataFolder {
    package static func create(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }
}
