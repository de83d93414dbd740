package import BoardAPI
package import BoardClient
import Foundation
import Sockets
import TumorBoard
import Wire

/// A second pair of ears on a socket that forgives nothing: unlike a `Member` it keeps every event message as it came,
/// also one that came twice or too early.
package final class Witness: Sendable {
    private let heard = Monitor<[Member.Received]>([])
    private let socket: LiveClient

    /// Joins the case from the start of every stream and listens on a thread of its own.
    package init(_ board: TestBoard, as person: String, of caseID: String) throws {
        socket = try LiveClient.open(
            board.address,
            context: board.context,
            fields: ["Authorization": "Bearer \(board.token(of: person))"]
        )
        try socket.send(Array(#"{"id":"witness","join":{"case":"\#(caseID)","at":{}}}"#.utf8))
        let listener = Thread { [self] in listen() }
        listener.name = "witness"
        listener.start()
    }

    private struct Push: Decodable {
        var push: String
        var stream: String
        var seq: Int
        var tag: String
    }

    private func listen() {
        while case .message(let line) = try? socket.receive(deadline: .now + .seconds(60)) {
            guard let push = try? Canonical.decode(Push.self, from: line), push.push == "event" else { continue }
            heard.withLock { $0.append(.init(stream: push.stream, seq: push.seq, tag: push.tag, line: line)) }
        }
    }

    /// Everything heard, once the streams stand where `positions` says; whatever was heard in time otherwise.
    package func events(upTo positions: [String: Position], within patience: Duration = .seconds(20)) -> [Member
        .Received]
    {
        func stands(_ events: [Member.Received]) -> Bool {
            positions.allSatisfy { stream, position in
                events.contains { $0.stream == stream && $0.seq >= position.seq }
            }
        }
        return heard.withLock(when: stands, before: .now + patience) { $0 } ?? heard.withLock { $0 }
    }

    package func close() { socket.close() }
}
