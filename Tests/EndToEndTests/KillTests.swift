import BoardClient
import Foundation
import Sockets
import TestSupport
import Testing

@Suite("A server that is killed", .serialized)
struct KillTests {
    private static let kills = 30
    private static let commandsBeforeAKill = 25
    /// A member who has found nobody several times in a row waits up to fifteen seconds before the next attempt, and may find
    /// the server killed again.
    private static let patience = Duration.seconds(120)

    /// What the speakers share: how many answers came, and whether to go on.
    private struct Burst {
        var acknowledged: [String] = []
        var isOver = false
        var running = 0
        var refusals: [String] = []
    }

    @Test(.timeLimit(.minutes(4)))
    func `kill -9 in the middle of a burst, thirty times, loses nothing that was acknowledged and doubles nothing`()
        throws
    {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let board = try BoardProcess(folder: folder)
        try board.program.start()
        let members = try board.panel.map { try board.member($0) }
        for member in members { try member.waitUntilCaughtUp() }
        let burst = Monitor(Burst())
        for (number, member) in members.enumerated() { speak(member, as: number, in: burst) }

        for kill in 1...Self.kills {
            let target = burst.withLock(\.acknowledged.count) + Self.commandsBeforeAKill
            let isReached: Void? = burst.withLock(
                when: { $0.acknowledged.count >= target || !$0.refusals.isEmpty },
                before: .now + .seconds(60)
            ) { _ in }
            #expect(isReached != nil, "the burst goes on before kill \(kill)")
            board.program.kill()
            try board.program.start()
        }
        burst.withLock { $0.isOver = true }
        let isQuiet: Void? = burst.withLock(when: { $0.running == 0 }, before: .now + Self.patience) { _ in }
        #expect(isQuiet != nil)

        let end = burst.withLock(\.self)
        #expect(end.refusals.isEmpty)
        let fresh = try board.member(board.panel[0])
        try fresh.waitUntilCaughtUp()
        let stored = try BoardProcess.comments(in: fresh.events)
        #expect(Set(stored).count == stored.count, "nothing twice")
        #expect(Set(end.acknowledged).subtracting(stored).isEmpty, "everything acknowledged is there")
        #expect(end.acknowledged.count >= Self.kills * Self.commandsBeforeAKill)
        for member in members {
            try member.wait { events in
                events.count(where: { $0.stream == "board" }) == History(fresh.events).tags(of: "board").count
            }
            let history = History(member.events)
            #expect(history.flaws.isEmpty, "resumed where it was, over thirty restarts")
            #expect(history.tags(of: "board") == History(fresh.events).tags(of: "board"))
            #expect(member.failure == nil)
        }
        for member in members + [fresh] { member.stop() }
        #expect(board.program.terminate().status == 0)
        let verdict = try ServerProcess.run(["verify", "--data", folder])
        #expect(verdict.status == 0, "\(verdict.output)")
    }

    /// Says one comment after the other until the burst is over; a cut is no reason to stop.
    private func speak(_ member: Member, as number: Int, in burst: Monitor<Burst>) {
        burst.withLock { $0.running += 1 }
        let speaker = Thread {
            var count = 0
            while !burst.withLock(\.isOver) {
                count += 1
                let id = "k-\(number)-\(count)"
                do {
                    switch try member.perform(BoardProcess.comment(id), id: id, within: Self.patience) {
                    case .ok: burst.withLock { $0.acknowledged.append(id) }
                    case .refused(let fault): burst.withLock { $0.refusals.append("\(id) \(fault)") }
                    }
                } catch {
                    burst.withLock { $0.refusals.append("\(id) \(error)") }
                }
                if !burst.withLock(\.refusals.isEmpty) { break }
            }
            burst.withLock { $0.running -= 1 }
        }
        speaker.start()
    }
}
