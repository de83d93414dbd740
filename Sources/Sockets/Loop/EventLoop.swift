import CLinux
import DequeModule
import Glibc

/// One thread that owns sockets, timers and everything confined to them.
///
/// It works in ticks. A tick waits for the kernel, then runs in this order: ready descriptors, the turns that sources
/// asked for, due timers, jobs from other threads, and at its end the hooks and the sources with output: all that was
/// sent to a connection during the tick leaves in one write. Then come the long turns, so many a tick. Nothing on the
/// loop may block.
///
/// `enqueue`, `stop` and `join` may be called from any thread; everything else belongs to the loop's own.
package final class EventLoop: @unchecked Sendable {
    // SAFETY: `inbox`, `poller`, `wake`, `owner` and `thread` are safe to share by themselves. Every other property is
    // touched on the loop's thread alone: its methods check that, and the thread's body is the only other user.

    /// How much the loop takes at a time.
    package struct Limits: Sendable {
        /// Jobs that may wait; a thread with one more waits for the next tick.
        package var queuedJobs = 65_536
        /// Events fetched from the kernel per tick.
        package var eventsPerTick = 64
        /// How often output may cause more output at the end of one tick; the rest has its turn in the next.
        package var tickEndRounds = 4
        /// How many of those who need the loop for long have their turn in one tick; the others wait for the next.
        package var longTurnsPerTick = 1

        package init() {}
    }

    let limits: Limits
    /// Where connections read into; its content is meaningless outside of one call.
    let scratch: UnsafeMutableRawBufferPointer
    /// The running number of the tick.
    private(set) var tick: UInt64 = 0

    private let inbox: LoopInbox
    private let poller: Poller
    private let owner = ThreadOwner()
    private let thread = Monitor<NamedThread?>(nil)

    private var sources = SourceTable()
    private var timers = TimerQueue()
    private var toRevisit: [any EventSource] = []
    private var toVisitAtTickEnd: [any EventSource] = []
    private var toHaveLongTurn: Deque<any EventSource> = []
    private var tickEndHooks: [() -> Void] = []
    private var hasOwnJobs = false
    private var lastIdentifier = 0

    /// A loop that is not running yet.
    ///
    /// - Throws: `SystemError` when the kernel gives no descriptors.
    package init(limits: Limits = Limits()) throws {
        self.limits = limits
        inbox = LoopInbox(capacity: limits.queuedJobs)
        poller = try Poller(eventCapacity: limits.eventsPerTick)
        scratch = .allocate(byteCount: ConnectionLimits.readBufferByteCount, alignment: 16)
    }

    deinit {
        scratch.deallocate()
        // Nobody joined the thread: it ends by itself.
        thread.withLock { $0 }?.detach()
    }

    // MARK: - From any thread

    /// Starts the loop's thread. A loop runs once.
    package func start(name: String) throws {
        shim_ignore_broken_pipes()
        try thread.withLock { thread in
            precondition(thread == nil, "a loop is started once")
            thread = try NamedThread(name) { self.run() }
        }
    }

    /// Runs `job` on the loop in the next tick, in the order of the calls of each thread. Waits while
    /// `Limits.queuedJobs` others are waiting, except on the loop itself.
    ///
    /// - Returns: false when the loop has ended; then the job will not run.
    @discardableResult
    package func enqueue(_ job: @escaping @Sendable () -> Void) -> Bool {
        let isOwn = isCurrent
        switch inbox.append(job, waitingForRoom: !isOwn) {
        case .refused:
            return false
        case .taken:
            break
        case .takenFirst:
            if !isOwn { poller.wake() }
        }
        if isOwn { hasOwnJobs = true }
        return true
    }

    /// Runs `body` on the loop and waits for its result; on the loop itself, runs it right away. For setting up and
    /// for tests: a worker that waits for the loop is idle.
    ///
    /// - Throws: `Ended` when the loop has ended, and what `body` throws.
    package func callAndWait<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) throws -> Result {
        if isCurrent { return try body() }
        let outcome = Monitor<Swift.Result<Result, any Error>?>(nil)
        let isTaken = enqueue {
            let result = Swift.Result { try body() }
            outcome.withLock { $0 = result }
        }
        guard isTaken else { throw Ended() }
        guard let result = outcome.withLock(when: { $0 != nil }, { $0 }) else { throw Ended() }
        return try result.get()
    }

    /// The loop has ended.
    package struct Ended: Error {}

    /// Ends the loop after the current tick and the jobs that were taken before. What is still registered is released
    /// without being told: whoever wants goodbyes said closes the connections first.
    package func stop() {
        inbox.requestStop()
        poller.wake()
    }

    /// Waits until the loop's thread has ended. Not on the loop itself.
    package func join() {
        let running = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        running?.join()
    }

    /// Whether the caller is on the loop's thread.
    package var isCurrent: Bool { owner.isCurrent }

    /// Ends the process when the caller is anywhere else than on the loop's thread.
    package func preconditionOnLoop() {
        precondition(isCurrent, "this belongs to the loop's thread")
    }

    /// The same in debug builds alone, for the paths of every message.
    func assertOnLoop() {
        assert(isCurrent, "this belongs to the loop's thread")
    }

    // MARK: - On the loop

    /// When the current tick began to work: good enough for time-outs, and one clock reading for all.
    package private(set) var now = ContinuousClock.now

    /// Runs `action` once, after `delay` and not before; coarse, to the millisecond and the length of a tick.
    @discardableResult
    package func schedule(after delay: Duration, _ action: @escaping () -> Void) -> LoopTimer {
        preconditionOnLoop()
        return timers.schedule(at: ContinuousClock.now + delay, action)
    }

    /// Forgets a timer. One that has run or was cancelled may be cancelled again.
    package func cancel(_ timer: LoopTimer) {
        preconditionOnLoop()
        timers.cancel(timer)
    }

    /// Runs `hook` at the end of every tick before output is written, and again when writing it called handlers.
    /// It stays for the life of the loop.
    package func onTickEnd(_ hook: @escaping () -> Void) {
        preconditionOnLoop()
        tickEndHooks.append(hook)
    }

    /// A number that this loop has not given to anything before, counted from one.
    func makeIdentifier() -> Int {
        assertOnLoop()
        lastIdentifier += 1
        return lastIdentifier
    }

    func register(_ source: any EventSource, descriptor: Int32, for interest: Readiness) throws(SystemError)
        -> SourceTable.Token
    {
        preconditionOnLoop()
        let token = sources.insert(source)
        do {
            try poller.add(descriptor, token: token, interest: interest)
        } catch {
            sources.remove(token)
            throw error
        }
        return token
    }

    func change(_ token: SourceTable.Token, descriptor: Int32, to interest: Readiness) {
        assertOnLoop()
        poller.change(descriptor, token: token, interest: interest)
    }

    /// No event reaches the source after this, not even one that was already fetched.
    func deregister(_ token: SourceTable.Token, descriptor: Int32) {
        assertOnLoop()
        poller.remove(descriptor)
        sources.remove(token)
    }

    /// Gives `source` a turn in the next tick, which will not wait: work is left that no event will report.
    func revisit(_ source: any EventSource) {
        assertOnLoop()
        toRevisit.append(source)
    }

    /// Gives `source` a turn at the end of this tick.
    func visitAtTickEnd(_ source: any EventSource) {
        assertOnLoop()
        toVisitAtTickEnd.append(source)
    }

    /// Gives `source` a turn behind those that asked before, after the output of a tick has left: what takes long makes
    /// nobody wait for more than one such turn.
    func awaitLongTurn(_ source: any EventSource) {
        assertOnLoop()
        toHaveLongTurn.append(source)
    }

    // MARK: - The thread

    private func run() {
        owner.claim()
        var jobs: [LoopInbox.Job] = []
        repeat {
            let ready = poller.wait(milliseconds: waitMilliseconds())
            tick &+= 1
            now = .now
            for index in 0..<ready { deliver(poller.event(at: index)) }
            runRevisits()
            while let action = timers.popDue(at: now) { action() }
            run(&jobs)
            endTick()
            runLongTurns()
        } while !inbox.isStopping
        repeat {
            releaseEverything()
            run(&jobs)
        } while !inbox.closeIfEmpty()
    }

    private func waitMilliseconds() -> Int32 {
        if hasOwnJobs || !toRevisit.isEmpty || !toVisitAtTickEnd.isEmpty || !toHaveLongTurn.isEmpty { return 0 }
        guard let due = timers.nextDue() else { return -1 }
        return ContinuousClock.now.duration(to: due).pollMilliseconds
    }

    private func deliver(_ event: Poller.Event) {
        guard let token = event.token else { return poller.clearWake() }
        sources[token]?.ready(event.readiness)
    }

    private func runRevisits() {
        if toRevisit.isEmpty { return }
        let turn = toRevisit
        toRevisit.removeAll(keepingCapacity: true)
        for source in turn { source.revisit() }
    }

    private func run(_ jobs: inout [LoopInbox.Job]) {
        hasOwnJobs = false
        inbox.takeAll(into: &jobs)
        for job in jobs { job() }
        jobs.removeAll(keepingCapacity: true)
    }

    private func endTick() {
        for _ in 0..<limits.tickEndRounds {
            for hook in tickEndHooks { hook() }
            if toVisitAtTickEnd.isEmpty { return }
            let turn = toVisitAtTickEnd
            toVisitAtTickEnd.removeAll(keepingCapacity: true)
            for source in turn { source.tickEnded() }
        }
    }

    private func runLongTurns() {
        var left = limits.longTurnsPerTick
        while left > 0, let source = toHaveLongTurn.popFirst() {
            if source.longTurn() { left -= 1 }
        }
    }

    private func releaseEverything() {
        sources = SourceTable()
        timers = TimerQueue()
        toRevisit = []
        toVisitAtTickEnd = []
        toHaveLongTurn = []
        tickEndHooks = []
    }
}
