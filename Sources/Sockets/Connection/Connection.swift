/// One accepted TLS connection, confined to its loop.
///
/// What is sent during a tick is joined and written at its end. Other threads refer to a connection by its `id` and
/// reach it through a job of the loop; the object itself is not `Sendable`, so the compiler keeps it there.
package final class Connection: EventSource {
    enum Phase {
        case handshaking
        case open
        /// `close(afterFlush: true)`: output goes on, input is read and thrown away.
        case draining
        /// Our goodbye is said; the peer's end is awaited, so that the kernel does not reset the connection and take
        /// the last output with it.
        case lingering
        case closed
    }

    /// Unique on its loop and never used again; rises with time.
    package let id: Int
    package let peer: SocketAddress
    /// The owner may change what applies from now on, such as how much output may wait.
    package var limits: ConnectionLimits
    package let loop: EventLoop

    var handler: (any ConnectionHandler)?
    /// Tells the listener that the connection is gone.
    var whenClosed: ((Connection) -> Void)?

    var stream: TLSStream
    var phase = Phase.handshaking
    var token: SourceTable.Token?
    var interest: Readiness = .readable
    var deadline: LoopTimer?
    var closeReason: CloseReason?
    /// While draining: the peer sends no more, and need not be awaited.
    var hasPeerEnded = false
    /// The peer said goodbye while its owner still had something for it: nothing more is read.
    var isInputOver = false

    var output = OutputQueue()
    var readBudget: TickBudget
    var writeBudget: TickBudget
    /// The socket took no more: the next write waits until it is writable.
    var isWriteBlocked = false {
        didSet { if isWriteBlocked { awaitProgress() } else { hasProgressed = true } }
    }
    /// The socket took something since the deadline of writing was set.
    var hasProgressed = false
    /// Output is left from an earlier tick: the handler is told when it is gone.
    package internal(set) var isBehind = false
    /// Reading has to write first, as when the peer changes its keys and asks for ours: goes on when the socket is writable.
    var isReadBlocked = false
    var isVisitedAtTickEnd = false
    var isRevisited = false
    var isReadingPaused = false
    /// The next step of the handshake waits for a long turn.
    var isAwaitingStep = false
    var overflow = Overflow.none

    enum Overflow {
        case none
        /// Something was dropped; the handler is to be told at the end of the tick.
        case happened
        /// The handler is being told and may say its last words, until so many bytes wait.
        case beingTold(pendingByteLimit: Int)
    }

    init(
        stream: consuming TLSStream,
        peer: SocketAddress,
        limits: ConnectionLimits,
        on loop: EventLoop
    ) {
        id = loop.makeIdentifier()
        self.stream = stream
        self.peer = peer
        self.limits = limits
        self.loop = loop
        readBudget = TickBudget(perTick: limits.readByteCountPerTick)
        writeBudget = TickBudget(perTick: limits.writtenByteCountPerTick)
    }

    /// Starts to watch the socket and the handshake's deadline.
    func start(handler: any ConnectionHandler) throws(SystemError) {
        self.handler = handler
        // The handler's maker may have closed it at once.
        guard phase == .handshaking else { return }
        token = try loop.register(self, descriptor: stream.descriptor, for: interest)
        // The timer keeps the connection, and tearing down cancels it. A weak reference would make every retain slow.
        deadline = loop.schedule(after: limits.handshakeTimeout) { self.tearDown(.handshakeTimedOut) }
    }

    // MARK: - For the owner

    /// Whether `send` still does something.
    package var isOpen: Bool { phase == .handshaking || phase == .open }

    /// Output that the peer has not taken yet, in bytes.
    package var pendingOutputByteCount: Int { output.count }

    /// "TLSv1.3" or "TLSv1.2", after the handshake.
    package var tlsVersion: String? { stream.version }

    /// Whether the handshake continued an earlier session.
    package var isResumed: Bool { stream.isResumed }

    /// Who the client proved to be by a certificate, after the handshake; nil when it presented none.
    package var peerCertificate: PeerCertificate? { stream.peerCertificate }

    /// Appends `bytes` to what is written at the end of the tick.
    ///
    /// - Returns: false when they were dropped, because the connection is closing or has too much waiting: then the
    ///   handler is told `overflowed`, and nothing else is sent, so that the stream has no hole.
    @discardableResult
    package func send(_ bytes: UnsafeRawBufferPointer) -> Bool {
        loop.assertOnLoop()
        guard isOpen, let limit = pendingByteLimit else { return false }
        visitAtTickEnd()
        guard output.count + bytes.count <= limit else {
            if case .none = overflow { overflow = .happened }
            return false
        }
        output.append(bytes)
        return true
    }

    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { send($0) }
    }

    /// Asks for `drained` even when the output that waits now leaves within this tick.
    package func tellWhenDrained() {
        isBehind = true
        visitAtTickEnd()
    }

    /// Leaves what the peer sends in the kernel, so that the peer has to wait.
    package func pauseReading() {
        loop.assertOnLoop()
        isReadingPaused = true
        watch()
    }

    package func resumeReading() {
        loop.assertOnLoop()
        guard isReadingPaused else { return }
        isReadingPaused = false
        watch()
        // What was already fetched from the kernel will not be reported again.
        if phase == .open && !isInputOver && stream.hasPending { revisitNextTick() }
    }

    /// Ends the connection. The handler receives nothing more; `closed` comes when the connection is gone.
    ///
    /// - Parameter afterFlush: true to send what waits and a goodbye first, for as long as the peer takes some of it within
    ///   `ConnectionLimits.writeTimeout`; false to drop it.
    package func close(afterFlush: Bool) {
        loop.assertOnLoop()
        if afterFlush {
            beginClosing(.byOwner)
        } else {
            if phase == .open && !isWriteBlocked { _ = stream.finishWriting() }
            tearDown(.byOwner)
        }
    }

    // MARK: - Turns

    func ready(_ readiness: Readiness) {
        if readiness.contains(.writable) { isWriteBlocked = false }
        if !readiness.isDisjoint(with: [.writable, .broken]) { isReadBlocked = false }
        switch phase {
        case .handshaking:
            // Whoever has gone is spared the signature.
            if !readiness.isDisjoint(with: .broken) { return tearDown(.truncated) }
            awaitStep()
        case .open:
            let isBroken = !readiness.isDisjoint(with: .broken)
            if isBroken && (isReadingPaused || isInputOver) { return tearDown(.truncated) }
            // A writable socket is one that reading may have waited for.
            read()
            // What was sent just now waits for the end of the tick, to be joined.
            if isBehind { flush() } else { watch() }
        case .draining:
            // Our end is not shut yet, so this is a reset.
            if !readiness.isDisjoint(with: .broken) { return tearDown(.truncated) }
            if readiness.contains(.readable) { discardInput() }
            flush()
        case .lingering:
            discardInput()
        case .closed:
            break
        }
    }

    func revisit() {
        isRevisited = false
        if phase == .open && stream.hasPending { read() }
        flush()
    }

    func tickEnded() {
        isVisitedAtTickEnd = false
        if case .happened = overflow, isOpen { tellOverflow() }
        flush()
        if phase == .closed { reportClosed() }
    }

    /// How much may wait; nil once something was dropped.
    private var pendingByteLimit: Int? {
        switch overflow {
        case .none: limits.pendingOutputByteCount
        case .happened: nil
        case .beingTold(let limit): limit
        }
    }

    /// A step of the handshake may cost half a millisecond of signing: a crowd that comes at once must not stop those who are in.
    private func awaitStep() {
        // The kernel reports again, without end, what a long line makes wait.
        if isAwaitingStep { return watch(for: []) }
        isAwaitingStep = true
        loop.awaitLongTurn(self)
    }

    func longTurn() -> Bool {
        isAwaitingStep = false
        guard phase == .handshaking else { return false }
        continueHandshake()
        return true
    }

    private func continueHandshake() {
        switch stream.handshake() {
        case .done:
            phase = .open
            isWriteBlocked = false
            cancelDeadline()
            watch()
            handler?.handshaken(self)
            // The first request may have come with the end of the handshake.
            if phase == .open && stream.hasPending { read() }
            if !output.isEmpty { visitAtTickEnd() }
        case .wantsRead:
            watch()
        case .wantsWrite:
            isWriteBlocked = true
            watch()
        case .ended, .truncated:
            tearDown(.truncated)
        case .failed(let error):
            tearDown(.failed("\(error)"))
        }
    }

    private func tellOverflow() {
        overflow = .beingTold(pendingByteLimit: output.count + limits.lastWordsByteCount)
        closeReason = .overflowed
        handler?.overflowed(self)
        overflow = .happened
        beginClosing(.overflowed)
    }

    func visitAtTickEnd() {
        if isVisitedAtTickEnd { return }
        isVisitedAtTickEnd = true
        loop.visitAtTickEnd(self)
    }

    func revisitNextTick() {
        if isRevisited { return }
        isRevisited = true
        loop.revisit(self)
    }

    /// Asks the kernel for what the connection waits for, when that has changed.
    func watch() {
        guard phase != .closed else { return }
        var wanted: Readiness = []
        let isReading = phase == .open ? !isReadingPaused && !isReadBlocked && !isInputOver : !hasPeerEnded
        if isReading { wanted.insert(.readable) }
        if isWriteBlocked { wanted.insert(.writable) }
        watch(for: wanted)
    }

    private func watch(for wanted: Readiness) {
        guard let token, wanted != interest else { return }
        interest = wanted
        loop.change(token, descriptor: stream.descriptor, to: wanted)
    }

    func cancelDeadline() {
        if let deadline { loop.cancel(deadline) }
        deadline = nil
    }
}
