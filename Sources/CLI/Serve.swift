import ArgumentParser
import BoardServer
import Foundation
import Logging
import Sockets

/// `consilium serve`
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the board until SIGTERM or Ctrl-C.")

    @OptionGroup var options: ServeOptions

    func run() throws {
        let server = try Server(options.configuration(), log: Log.make())
        print("consilium serves at https://\(server.address)")
        try Serving.untilStopped(server)
    }
}

/// Serving until an operator's signal: TERM and INT end it in order, HUP reads the certificate again, which also happens
/// when its files change.
enum Serving {
    private static let certificateInterval = Duration.seconds(60)

    static func untilStopped(_ server: Server) throws {
        let ended = DispatchSemaphore(value: 0)
        let loop = try EventLoop()
        try loop.start(name: "signals")
        let signals = try LoopBound.make(on: loop) {
            try SignalSource(on: loop) { signal in
                switch signal {
                case .terminate, .interrupt: ended.signal()
                case .hangUp: server.renewCertificates()
                }
            }
        }
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
