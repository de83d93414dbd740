import ArgumentParser
import BoardServer
import Foundation
import Logging
import Sockets

/// Serves a data directory until its standard input ends. Only what bounds one person's rate and one address's connections
/// is raised: the load generator is everybody at once, and says in a second what a member says in an hour.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve a prepared data directory.")

    @Option(help: "The data directory.")
    var data: String

    @Option(help: "The port on 127.0.0.1.")
    var port: UInt16

    @Option(help: "Certificate chain, PEM.")
    var certificate: String

    @Option(help: "Private key, PEM.")
    var key: String

    @Option(help: "The folder of static files.")
    var site: String?

    @Flag(help: "Say every message back at /echo.")
    var echo = false

    @Flag(help: "Keep every limit as it is in operation.")
    var bounded = false

    func run() throws {
        guard let address = SocketAddress(host: "127.0.0.1", port: port) else { throw ValidationError("no such port") }
        var configuration = Server.Configuration(
            data: data,
            listen: address,
            certificate: certificate,
            key: key,
            site: site
        )
        configuration.offersEcho = echo
        if !bounded {
            configuration.limits = .forEverybodyAtOnce
            configuration.limits.listener.connectionsPerAddress = 100_000
            // Who only listens says no beat here.
            configuration.limits.heartbeat = .seconds(3_600)
        }
        let server = try Server(configuration, log: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
        print("ready \(server.address)")
        fflush(nil)
        while readLine() != nil {}
        server.stop()
    }
}

extension ServerLimits {
    /// What bounds one person's rate is raised: a program here says in a second what a member says in an hour.
    static var forEverybodyAtOnce: ServerLimits {
        var limits = ServerLimits()
        limits.requestsPerSecond = 1_000_000
        limits.requestBurst = 1_000_000
        limits.requestBytesPerSecond = 1 << 40
        limits.requestByteBurst = 1 << 40
        limits.commandsPerSecond = 1_000_000
        limits.commandBurst = 1_000_000
        return limits
    }
}
