import Foundation
import Sockets

/// Why there is no connection to a server.
package enum Obstacle: Error, Equatable, Sendable {
    /// No address belongs to the host.
    case unknownHost
    /// The host answers, and nothing listens at the port.
    case nothingListens
    /// The server's certificate is refused, for OpenSSL's reason.
    case untrusted(String)
    /// The server refused the socket for a reason of its own: the status.
    case refused(Int)
    /// The connection came to its end, with the close code when there was one.
    case ended(Int?)
    /// Nothing came in time.
    case silent
    case other(String)

    package init(_ error: any Error) {
        switch error {
        case BlockingTLSClient.Failure.unknownHost: self = .unknownHost
        case BlockingTLSClient.Failure.timedOut: self = .silent
        case is BlockingTLSClient.Failure, is HTTPClient.Broken: self = .ended(nil)
        case let refused as LiveClient.Refused: self = .refused(refused.status)
        case let error as TLSError where error.reasons.contains("certificate verify failed"):
            self = .untrusted(error.reasons.last ?? "")
        case let error as SystemError:
            switch error.code {
            case ECONNREFUSED: self = .nothingListens
            case ETIMEDOUT: self = .silent
            case ECONNRESET, EPIPE: self = .ended(nil)
            default: self = .other(String(cString: strerror(error.code)))
            }
        default: self = .other("\(error)")
        }
    }

    /// Whether waiting alone is unlikely to help: who meets it at the first attempt has something to set right.
    package var isLasting: Bool {
        switch self {
        case .unknownHost, .nothingListens, .untrusted, .other: true
        case .refused, .ended, .silent: false
        }
    }
}
