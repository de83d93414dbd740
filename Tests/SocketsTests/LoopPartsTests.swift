import Foundation
import Testing

@testable import Sockets

@Suite struct LoopPartsTests {
    private final class Source: EventSource {
        func ready(_ readiness: Readiness) {}
    }

    @Test func `an event for a source that is gone finds nobody, even when its place is taken again`() {
        var table = SourceTable()
        let first = Source()
        let second = Source()
        let old = table.insert(first)
        table.remove(old)
        #expect(table[old] == nil)
        let new = table.insert(second)
        #expect(table[old] == nil)
        #expect(table[new] === second)
        table.remove(old)
        #expect(table[new] === second)
        #expect(table.count == 1)
        #expect(table[SourceTable.Token(rawValue: new.rawValue)] === second)
    }

    @Test func `with as many jobs as may wait, another thread's waits for room, and the loop's own does not`() throws {
        let inbox = LoopInbox(capacity: 2)
        for _ in 1...2 { _ = inbox.append({}, waitingForRoom: true) }
        let taken = Journal<Bool>()
        Thread.detachNewThread {
            _ = inbox.append({}, waitingForRoom: true)
            taken.note(true)
        }
        // It would have been taken by now.
        let moment = Monitor(())
        _ = moment.withLock(when: { _ in false }, before: .now + .milliseconds(200)) { _ in }
        #expect(taken.all.isEmpty)
        _ = inbox.append({}, waitingForRoom: false)
        var batch: [LoopInbox.Job] = []
        inbox.takeAll(into: &batch)
        #expect(batch.count == 3)
        #expect(try taken.first { _ in true })
    }

    /// Has something more to write whenever it has written.
    private final class Restless: EventSource {
        private let loop: EventLoop
        private let ticks: Journal<UInt64>
        private var left = 50

        init(_ loop: EventLoop, _ ticks: Journal<UInt64>) { (self.loop, self.ticks) = (loop, ticks) }

        func ready(_ readiness: Readiness) {}

        func tickEnded() {
            ticks.note(loop.tick)
            left -= 1
            if left > 0 { loop.visitAtTickEnd(self) }
        }
    }

    @Test func `output that causes more output has so many rounds in a tick, and the rest in the next`() throws {
        var limits = EventLoop.Limits()
        limits.tickEndRounds = 3
        let loop = try EventLoop(limits: limits)
        try loop.start(name: "test-loop")
        defer {
            loop.stop()
            loop.join()
        }
        let ticks = Journal<UInt64>()
        try loop.callAndWait { loop.visitAtTickEnd(Restless(loop, ticks)) }
        let rounds = Dictionary(grouping: try ticks.wait { $0.count == 50 }, by: \.self).values.map(\.count)
        #expect(rounds.allSatisfy { $0 <= 3 })
    }

    /// Needs the loop for long, a few times, and has something to write each time.
    private final class Lengthy: EventSource {
        private let loop: EventLoop
        private let told: Journal<String>
        private let name: String
        private var left: Int

        init(_ name: String, turns: Int, _ loop: EventLoop, _ told: Journal<String>) {
            (self.name, left, self.loop, self.told) = (name, turns, loop, told)
            loop.awaitLongTurn(self)
        }

        func ready(_ readiness: Readiness) {}

        func longTurn() -> Bool {
            told.note("\(loop.tick) \(name)")
            left -= 1
            loop.visitAtTickEnd(self)
            if left > 0 { loop.awaitLongTurn(self) }
            return left >= 0
        }

        func tickEnded() { told.note("\(loop.tick) output") }
    }

    @Test
    func `what takes long has one turn a tick, behind the output, in the order of asking; who needs none costs none`()
        throws
    {
        let loop = try EventLoop()
        try loop.start(name: "test-loop")
        defer {
            loop.stop()
            loop.join()
        }
        let told = Journal<String>()
        let first = try loop.callAndWait {
            _ = (
                Lengthy("gone", turns: 0, loop, told), Lengthy("a", turns: 2, loop, told),
                Lengthy("b", turns: 1, loop, told)
            )
            return loop.tick
        }
        let expected = [
            "\(first) gone", "\(first) a", "\(first + 1) output", "\(first + 1) output", "\(first + 1) b",
            "\(first + 2) output", "\(first + 2) a", "\(first + 3) output",
        ]
        #expect(try told.wait { $0.count == expected.count } == expected)
    }

    @Test func `due timers come in order of time, then of scheduling`() {
        var queue = TimerQueue()
        let start = ContinuousClock.now
        var ran: [Int] = []
        for number in [50, 20, 40, 20, 10, 30] {
            _ = queue.schedule(at: start + .seconds(number)) { ran.append(number) }
        }
        #expect(queue.nextDue() == start + .seconds(10))
        #expect(queue.popDue(at: start + .seconds(9)) == nil)
        while let action = queue.popDue(at: start + .seconds(40)) { action() }
        #expect(ran == [10, 20, 20, 30, 40])
        #expect(queue.count == 1)
    }

    @Test func `a random crowd of timers comes out sorted, without the cancelled`() {
        var queue = TimerQueue()
        let start = ContinuousClock.now
        let times = pattern(2_000).map { Int($0) }
        var ran: [Int] = []
        let timers = times.map { time in queue.schedule(at: start + .seconds(time)) { ran.append(time) } }
        for (index, timer) in timers.enumerated() where index % 3 != 0 { queue.cancel(timer) }
        while let action = queue.popDue(at: start + .seconds(300)) { action() }
        #expect(ran == times.enumerated().filter { $0.offset % 3 == 0 }.map(\.element).sorted())
    }

    @Test func `timers that are scheduled and cancelled without end leave nothing behind`() {
        var queue = TimerQueue()
        let start = ContinuousClock.now
        for _ in 0..<10_000 {
            let timer = queue.schedule(at: start + .seconds(60)) {}
            queue.cancel(timer)
            queue.cancel(timer)
        }
        #expect(queue.count == 0)
        #expect(queue.placeCount <= 65)
    }

    @Test func `a budget is renewed with each tick`() {
        var budget = TickBudget(perTick: 10)
        #expect(budget.remaining(in: 1) == 10)
        budget.use(8)
        #expect(budget.remaining(in: 1) == 2)
        budget.use(5)
        #expect(budget.remaining(in: 1) == 0)
        #expect(budget.remaining(in: 2) == 10)
    }

    @Test func `output leaves as it came, however it is appended and taken`() {
        var queue = OutputQueue()
        var model: [UInt8] = []
        for (step, random) in pattern(4_000).enumerated() {
            if random & 1 == 0 {
                let more = pattern(Int(random) * 7, seed: UInt64(step))
                more.withUnsafeBytes { queue.append($0) }
                model += more
            } else {
                let count = min(model.count, Int(random) * 6)
                queue.removeFirst(count)
                model.removeFirst(count)
            }
            #expect(queue.count == model.count)
            if step % 50 == 0 { #expect(Array(queue.bytes) == model) }
        }
    }

    @Test func `a wait is rounded up to the millisecond and never negative`() {
        #expect(Duration.nanoseconds(1).pollMilliseconds == 1)
        #expect(Duration.milliseconds(5).pollMilliseconds == 5)
        #expect(Duration.zero.pollMilliseconds == 0)
        #expect(Duration.seconds(-3).pollMilliseconds == 0)
        #expect(Duration.seconds(1 << 40).pollMilliseconds == 1_000_000_000)
    }
}
