extension Connection {
    /// Hands what came to the handler, up to the tick's budget.
    func read() {
        if isReadingPaused || isReadBlocked || isInputOver { return }
        repeat {
            let room = min(readBudget.remaining(in: loop.tick), loop.scratch.count)
            guard room > 0 else { return revisitNextTick() }
            let buffer = UnsafeMutableRawBufferPointer(rebasing: loop.scratch[..<room])
            switch stream.read(into: buffer) {
            case .done(let count):
                readBudget.use(count)
                handler?.received(UnsafeRawBufferPointer(rebasing: buffer[..<count]), on: self)
            case .wantsRead:
                return
            case .wantsWrite:
                // Unread bytes would be reported without end.
                isReadBlocked = true
                isWriteBlocked = true
                return watch()
            case .ended:
                isInputOver = true
                return handler?.owesAnswer(self) == true ? watch() : beginClosing(.byPeer)
            case .truncated:
                return tearDown(.truncated)
            case .failed(let error):
                return tearDown(.failed("\(error)"))
            }
        } while phase == .open && !isReadingPaused && stream.hasPending
    }

    /// Writes what waits, up to the tick's budget and to what the socket takes.
    func flush() {
        guard phase == .open || phase == .draining else { return }
        while !output.isEmpty && !isWriteBlocked {
            guard writeBudget.remaining(in: loop.tick) > 0 else {
                isBehind = true
                return revisitNextTick()
            }
            switch stream.write(output.bytes) {
            case .done(let count):
                writeBudget.use(count)
                output.removeFirst(count)
                hasProgressed = true
            case .wantsWrite:
                isWriteBlocked = true
                isBehind = true
            case .wantsRead:
                // Tried again whenever something comes.
                isBehind = true
                return
            case .ended, .truncated:
                return tearDown(.truncated)
            case .failed(let error):
                return tearDown(.failed("\(error)"))
            }
        }
        watch()
        // The socket may have been full before anything of it was tried.
        guard output.isEmpty else {
            isBehind = true
            return
        }
        if phase == .draining { return sayGoodbye() }
        if isBehind {
            isBehind = false
            handler?.drained(self)
        }
    }
}
