import Foundation
import Sockets
import Testing

@Suite struct EventLoopTests {
    private func withLoop(limits: EventLoop.Limits = .init(), _ body: (EventLoop) throws -> Void) throws {
        let loop = try EventLoop(limits: limits)
        try loop.start(name: "test-loop")
        defer {
            loop.stop()
            loop.join()
        }
        try body(loop)
    }

    /// A small bound makes the senders wait for room again and again.
    @Test(arguments: [4, 65_536])
    func `jobs of each thread run in the order they were sent`(queuedJobs: Int) throws {
        var limits = EventLoop.Limits()
        limits.queuedJobs = queuedJobs
        try withLoop(limits: limits) { loop in
            let journal = Journal<(thread: Int, number: Int)>()
            for thread in 0..<4 {
                Thread.detachNewThread {
                    for number in 0..<1_000 { loop.enqueue { journal.note((thread, number)) } }
                }
            }
            let entries = try journal.wait { $0.count == 4_000 }
            for thread in 0..<4 {
                #expect(entries.filter { $0.thread == thread }.map(\.number) == Array(0..<1_000))
            }
        }
    }

    @Test func `the loop's own jobs never wait, whatever the bound`() throws {
        var limits = EventLoop.Limits()
        limits.queuedJobs = 2
        try withLoop(limits: limits) { loop in
            let journal = Journal<Int>()
            loop.enqueue { for number in 0..<100 { loop.enqueue { journal.note(number) } } }
            let entries = try journal.wait { $0.count == 100 }
            #expect(entries == Array(0..<100))
        }
    }

    @Test func `jobs run on the loop's thread alone`() throws {
        try withLoop { loop in
            #expect(!loop.isCurrent)
            let isOnLoop = try loop.callAndWait { loop.isCurrent }
            #expect(isOnLoop)
            let nested = try loop.callAndWait { try loop.callAndWait { 7 } }
            #expect(nested == 7)
        }
    }

    @Test func `an error of a job reaches whoever waits for it`() throws {
        struct Bad: Error {}
        try withLoop { loop in
            #expect(throws: Bad.self) { try loop.callAndWait { throw Bad() } }
        }
    }

    @Test func `jobs taken before the end run, later ones are refused`() throws {
        let loop = try EventLoop()
        try loop.start(name: "test-loop")
        let journal = Journal<Int>()
        loop.enqueue {
            loop.stop()
            for number in 0..<10 { loop.enqueue { journal.note(number) } }
        }
        loop.join()
        #expect(journal.all == Array(0..<10))
        #expect(!loop.enqueue { journal.note(99) })
        #expect(throws: EventLoop.Ended.self) { try loop.callAndWait {} }
    }

    @Test func `timers run at their times, in order, and not when cancelled`() throws {
        try withLoop { loop in
            let journal = Journal<Int>()
            let begin = ContinuousClock.now
            loop.enqueue {
                // Far enough apart for a machine that is busy with something else between two of these lines.
                loop.schedule(after: .milliseconds(600)) { journal.note(3) }
                loop.schedule(after: .milliseconds(10)) { journal.note(1) }
                let cancelled = loop.schedule(after: .milliseconds(500)) { journal.note(99) }
                loop.schedule(after: .milliseconds(200)) {
                    journal.note(2)
                    loop.cancel(cancelled)
                }
            }
            let entries = try journal.wait { $0.last == 3 }
            #expect(entries == [1, 2, 3])
            #expect(ContinuousClock.now - begin >= .milliseconds(600))
        }
    }

    @Test func `the hook runs at the end of each tick, after its jobs`() throws {
        try withLoop { loop in
            let journal = Journal<String>()
            try loop.callAndWait { loop.onTickEnd { journal.note("end") } }
            loop.enqueue { journal.note("job") }
            let entries = try journal.wait { entries in
                entries.firstIndex(of: "job").map { entries[$0...].contains("end") } ?? false
            }
            #expect(entries.contains("job"))
        }
    }

    @Test func `a bound value is released on the loop, wherever its last box goes`() throws {
        final class Witness {
            let loop: EventLoop
            let journal: Journal<Bool>

            init(_ loop: EventLoop, _ journal: Journal<Bool>) {
                self.loop = loop
                self.journal = journal
            }

            deinit { journal.note(loop.isCurrent) }
        }
        try withLoop { loop in
            let journal = Journal<Bool>()
            var box: LoopBound<Witness>? = try LoopBound.make(on: loop) { Witness(loop, journal) }
            #expect(try box?.callAndWait { $0.loop.isCurrent } == true)
            box = nil
            #expect(try journal.first { _ in true })
        }
    }
}
