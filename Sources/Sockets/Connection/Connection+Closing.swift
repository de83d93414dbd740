import Glibc

/// The end of a connection: flush, goodbye, linger, gone.
///
/// A handler is never told inside of its own call: `tearDown` frees the socket at once and leaves `closed` to the end
/// of the tick. The loop holds the object until then.
extension Connection {
    /// Starts the orderly end; the first reason stays.
    func beginClosing(_ reason: CloseReason) {
        switch phase {
        case .handshaking:
            tearDown(reason)
        case .open:
            phase = .draining
            closeReason = closeReason ?? reason
            awaitProgress()
            watch()
            visitAtTickEnd()
        case .draining, .lingering, .closed:
            break
        }
    }

    private func closeTimedOut() {
        if closeReason == .byOwner { closeReason = .closeTimedOut }
        tearDown(.closeTimedOut)
    }

    /// The socket takes no more, or is to take the last: from now on the peer has to read.
    func awaitProgress() {
        guard phase == .open || phase == .draining, deadline == nil else { return }
        hasProgressed = false
        deadline = loop.schedule(after: limits.writeTimeout) { self.writingTimedOut() }
    }

    private func writingTimedOut() {
        deadline = nil
        guard isWriteBlocked || phase == .draining else { return }
        if hasProgressed { return awaitProgress() }
        if closeReason == .byOwner { closeReason = .writeTimedOut }
        tearDown(.writeTimedOut)
    }

    /// All output is taken: says so, and waits for the peer's end, for so long and no longer.
    func sayGoodbye() {
        switch stream.finishWriting() {
        case .done:
            if hasPeerEnded { return tearDown(.byOwner) }
            phase = .lingering
            cancelDeadline()
            deadline = loop.schedule(after: limits.closeTimeout) { self.closeTimedOut() }
            watch()
            // What the peer sent before may hide its end.
            discardInput()
        case .wantsWrite:
            isWriteBlocked = true
            watch()
        case .wantsRead, .ended, .truncated, .failed:
            tearDown(.truncated)
        }
    }

    /// Reads and forgets what the peer still sends, ciphertext as it is, so that its end is seen.
    func discardInput() {
        guard phase == .draining || phase == .lingering else { return }
        while readBudget.remaining(in: loop.tick) > 0 {
            let outcome = Transfer("recv") { recv(stream.descriptor, loop.scratch.baseAddress, loop.scratch.count, 0) }
            switch outcome {
            case .bytes(let count):
                readBudget.use(count)
            case .wouldBlock:
                return
            case .ended where phase == .draining:
                // It may still read what we have for it.
                hasPeerEnded = true
                return watch()
            case .ended, .failed:
                return tearDown(.truncated)
            }
        }
    }

    /// Frees the socket now; `closed` comes at the end of the tick. An earlier reason stays.
    func tearDown(_ reason: CloseReason) {
        guard phase != .closed else { return }
        phase = .closed
        closeReason = closeReason ?? reason
        cancelDeadline()
        if let token { loop.deregister(token, descriptor: stream.descriptor) }
        token = nil
        stream.close()
        output.removeAll()
        visitAtTickEnd()
    }

    func reportClosed() {
        let handler = self.handler
        let whenClosed = self.whenClosed
        // Both may refer back to this connection.
        self.handler = nil
        self.whenClosed = nil
        handler?.closed(self, reason: closeReason ?? .byOwner)
        whenClosed?(self)
    }
}
