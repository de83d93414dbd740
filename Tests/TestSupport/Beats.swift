package import BoardClient
import Foundation
package import Sockets
import Wire

/// How long an honest member waits for answers, at the pace of the crowd.
package struct Beats {
    /// In order.
    private let times: [Duration]

    /// Says so many beats on a socket of its own, each after the answer to the one before.
    package init(_ count: Int, at address: ServerAddress, context: TLSContext, token: String) throws {
        let socket = try LiveClient.open(address, context: context, fields: ["Authorization": "Bearer \(token)"])
        defer { socket.close() }
        _ = try socket.receive(deadline: .now + .seconds(20))
        let never = Monitor(())
        times = try (0..<count).map { number in
            // A beat in each turn of the crowd.
            _ = never.withLock(when: { _ in false }, before: .now + Crowd.pace) { _ in }
            return try ContinuousClock().measure {
                try socket.send(Array(#"{"id":"b\#(number)","beat":{}}"#.utf8))
                guard case .message = try socket.receive(deadline: .now + .seconds(20)) else {
                    throw TestBoard.Refused(description: "the honest member was ended")
                }
            }
        }
        .sorted()
    }

    /// The time that so many of a hundred answers took at most.
    package func percentile(_ percent: Int) -> Duration { times[times.count * percent / 100] }
}
