import Logging
import TumorBoard
import Wire

/// One line for each request and for each socket's begin and end: who, what kind, how it ended, how much, how long.
///
/// Of an address only the endpoint's pattern is written, so no line holds a case, a hash, a query, a token or any content.
/// Lines go where the log goes, which never waits for a disk and counts what it drops.
struct AccessLog: Sendable {
    private let log: Logger?

    /// - Parameter log: where lines go; `nil` writes none.
    init(_ log: Logger?) { self.log = log }

    /// A request on its way.
    struct Exchange: Sendable {
        fileprivate var method: String
        fileprivate var route: String
        fileprivate var person: PersonID?
        fileprivate var began: ContinuousClock.Instant
    }

    /// What is to be remembered of a request until it is answered; nothing when nobody wants to read it.
    func begin(
        _ head: RequestHead,
        _ found: Router.Found,
        visitor: @autoclosure () -> Directory.Visitor?,
        at now: ContinuousClock.Instant
    ) -> Exchange? {
        guard log != nil else { return nil }
        let route: String
        switch found {
        case .endpoint(let endpoint, _): route = endpoint.pattern
        case .otherMethods, .nothing: route = head.target.path.first == "assets" ? "/assets" : "-"
        }
        return Exchange(
            method: Self.known.contains(head.method) ? head.method.rawValue : "-",
            route: route,
            person: visitor()?.person,
            began: now
        )
    }

    /// - Parameter exchange: nothing for bytes that were no request.
    func answered(_ exchange: Exchange?, _ status: HTTPStatus, byteCount: Int, at now: ContinuousClock.Instant) {
        write(
            "request",
            [
                "method": "\(exchange?.method ?? "-")", "route": "\(exchange?.route ?? "-")",
                "person": "\(exchange?.person?.text ?? "-")", "status": "\(status.code)", "bytes": "\(byteCount)",
                "ms": "\(Self.milliseconds(exchange.map { $0.began.duration(to: now) } ?? .zero))",
            ]
        )
    }

    func opened(by person: PersonID) { write("socket opened", ["route": "/ws", "person": "\(person)"]) }

    /// - Parameter status: the close code; nothing when the network ended the socket.
    func closed(by person: PersonID, _ status: CloseCode?, byteCount: Int, after duration: Duration) {
        write(
            "socket closed",
            [
                "route": "/ws", "person": "\(person)", "status": "\(status.map { "\($0.rawValue)" } ?? "-")",
                "bytes": "\(byteCount)", "ms": "\(Self.milliseconds(duration))",
            ]
        )
    }

    private func write(_ message: Logger.Message, _ facts: @autoclosure () -> Logger.Metadata) {
        guard let log else { return }
        log.info(message, metadata: facts())
    }

    private static let known: Set<HTTPMethod> = [.get, .head, .post, .put, .patch, .delete, .options]

    private static func milliseconds(_ duration: Duration) -> Int64 { Int64(duration / .milliseconds(1)) }
}
