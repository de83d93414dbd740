import ArgumentParser
import BoardServer
import Foundation
import Logging
import Sockets
import Synchronization

/// `consilium serve`
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the board until SIGTERM or Ctrl-C.")

    @OptionGroup var options: ServeOptions

    func run() throws {
        try Serving.untilStopped {
            let server = try Server(options.configuration(), log: Log.make())
            print("consilium \(Consilium.version) serves at https://\(server.address)")
            return server
        }
    }
}

/// Serving until an operator's signal: TERM and INT end it in order, HUP reads the certificate again, which also happens
/// when its files change.
enum Serving {
    private static let certificateInterval = Duration.seconds(60)

    /// Signals are heard before the server is: whoever finds it ready may end it at once, and it ends in order.
    ///
    /// - Parameter start: opens the server, which listens from then on.
    static func untilStopped(start: () throws -> Server) throws {
        let ended = DispatchSemaphore(value: 0)
        let running = Mutex<Server?>(nil)
        let loop = try EventLoop()
        try loop.start(name: "signals")
        let signals = try LoopBound.make(on: loop) {
            try SignalSource(on: loop) { signal in
                switch signal {
                case .terminate, .interrupt: ended.signal()
                case .hangUp: running.withLock(\.self)?.renewCertificates()
                }
            }
        }
        let server = try start()
        running.withLock { $0 = server }
        loop.enqueue { watchCertificates(of: server, on: loop) }
        fflush(nil)
        ended.wait()
        server.stop()
        withExtendedLifetime(signals) {}
        loop.stop()
        loop.join()
    }

    private static func watchCertificates(of server: Server, on loop: EventLoop) {
        loop.schedule(after: certificateInterval) {
            server.renewCertificatesIfDue()
            watchCertificates(of: server, on: loop)
        }
    }
}
