package import BoardAPI
import Foundation
package import Sockets
package import TumorBoard
import Wire

/// A headless member of one case: joins, keeps its positions, comes back after a cut, and never sees an event twice.
///
/// Events are handed out in the order of the board, without a gap: a hole is a reason to join again, not to go on.
package final class Member: Sendable {
    /// One event as received.
    package struct Received: Sendable {
        package var stream: String
        package var seq: Int
        package var tag: String
        /// The whole push, as it came.
        package var line: [UInt8]

        package init(stream: String, seq: Int, tag: String, line: [UInt8]) {
            self.stream = stream
            self.seq = seq
            self.tag = tag
            self.line = line
        }

        /// The event itself.
        package func event() throws -> Event {
            struct Push: Decodable { var event: Event }
            return try Canonical.decode(Push.self, from: line).event
        }
    }

    /// An answer to a request.
    package enum Answer: Sendable {
        case ok([UInt8])
        case refused(ErrorReply.Fault)
    }

    package enum Failure: Error, Equatable {
        case timedOut
        /// The server does not want this member back: the close code.
        case turnedAway(Int)
        case notAMember
        /// The first connection could not be made, and waiting would not help.
        case unreachable(Obstacle)
    }

    /// What becomes of the connection.
    package enum Change: Sendable {
        /// There is none; it is tried again until there is.
        case lost(Obstacle)
        case back
        /// Nothing is tried any more.
        case ended(Failure)
    }

    struct State: Sendable {
        var socket: LiveClient?
        var positions: [String: Position] = [:]
        var events: [Received] = []
        /// Commands somebody waits for, each with its answer once it has come; a second answer is nobody's.
        var awaited: [String: Answer?] = [:]
        var isCaughtUp = false
        var joins = 0
        var failure: Failure?
        var isClosed = false

        func answer(to id: String) -> Answer? { awaited[id] ?? nil }
    }

    let server: ServerAddress
    let context: TLSContext
    let fields: HTTPFields
    package let caseID: CaseID
    let state = Monitor(State())
    let onEvent: (@Sendable (Received) -> Void)?
    let onOther: (@Sendable ([UInt8]) -> Void)?
    let onChange: (@Sendable (Change) -> Void)?

    /// - Parameter token: nil when the context's certificate says who this is.
    package init(
        _ server: ServerAddress,
        context: TLSContext,
        token: String?,
        caseID: CaseID,
        onEvent: (@Sendable (Received) -> Void)? = nil,
        onOther: (@Sendable ([UInt8]) -> Void)? = nil,
        onChange: (@Sendable (Change) -> Void)? = nil
    ) {
        self.server = server
        self.context = context
        self.caseID = caseID
        self.onEvent = onEvent
        self.onOther = onOther
        self.onChange = onChange
        fields = token.map { ["Authorization": "Bearer \($0)"] } ?? [:]
    }

    /// The same for a case named in text; nothing when that is no identifier.
    package static func following(
        _ caseID: String,
        at server: ServerAddress,
        context: TLSContext,
        token: String?,
        onEvent: (@Sendable (Received) -> Void)? = nil,
        onOther: (@Sendable ([UInt8]) -> Void)? = nil,
        onChange: (@Sendable (Change) -> Void)? = nil
    ) -> Member? {
        CaseID(caseID).map {
            Member(
                server,
                context: context,
                token: token,
                caseID: $0,
                onEvent: onEvent,
                onOther: onOther,
                onChange: onChange
            )
        }
    }
}
