import Foundation
import Sockets
package import Storage
import TumorBoard

/// The check of a whole data directory: order and chain of every stream, and every list equal to a replay.
package enum Verification {
    package struct Report: Sendable {
        package var streams = 0
        package var events = 0
        package var flaws: [Flaw] = []
    }

    /// - Throws: `FileLock.Held` while a server runs on the data.
    package static func run(data: String) throws -> Report {
        guard FileManager.default.fileExists(atPath: data + "/consilium.sqlite") else {
            throw StorageFault.unreadable("there is no board in \(data)")
        }
        let lock = try FileLock(path: data + "/lock")
        let reader = try Store(directory: data).reader()
        var report = Report()
        for aggregate in try reader.aggregates() {
            for head in try reader.heads(aggregate: aggregate) {
                report.streams += 1
                report.events += head.seq
                report.flaws += try reader.verify(
                    aggregate: aggregate,
                    stream: head.stream,
                    head: (head.seq, head.chain)
                )
            }
            guard let id = CaseID(aggregate) else { continue }
            report.flaws += try projections(of: id, reader)
        }
        withExtendedLifetime(lock) {}
        return report
    }

    /// The card, the deadline and each member's line, against the state that a replay gives.
    private static func projections(of id: CaseID, _ reader: Reader) throws -> [Flaw] {
        guard let state = try Hydration.fold(id, from: reader)?.state else { return [] }
        let kept = try reader.projections(aggregate: id.text)
        var flaws: [Flaw] = []
        func report(_ what: String) { flaws.append(Flaw(aggregate: id.text, stream: "lists", what: what)) }
        if try kept.card != Canonical.encode(state.card) { report("the card differs from a replay") }
        if kept.deadline != state.nextDeadline?.milliseconds { report("the deadline differs from a replay") }
        if Set(kept.members.keys) != Set(state.members.map(\.person.text)) {
            report("the members differ from a replay")
        }
        for member in state.members {
            guard let line = kept.members[member.person.text] else { continue }
            let standing = try Canonical.encode(state.standing(of: member.person))
            if line.role != member.role.rawValue || line.standing != standing {
                report("the line of one member differs from a replay")
            }
        }
        return flaws
    }
}
