import Glibc

/// One open file descriptor and its only owner: it is closed exactly once, at the latest with its owner.
struct Descriptor: ~Copyable {
    private(set) var raw: Int32

    /// Takes over what a system call returned.
    ///
    /// - Throws: `SystemError` with the call's errno when it returned none.
    init(_ result: Int32, from operation: @autoclosure () -> String) throws(SystemError) {
        let code = errno
        guard result >= 0 else { throw SystemError(operation(), code: code) }
        raw = result
    }

    deinit {
        if raw >= 0 { _ = Glibc.close(raw) }
    }

    mutating func close() {
        if raw >= 0 { _ = Glibc.close(raw) }
        raw = -1
    }
}

/// What a non-blocking read or write came to.
enum Transfer {
    case bytes(Int)
    /// The kernel has nothing, or no room, at the moment.
    case wouldBlock
    /// The peer sends no more.
    case ended
    case failed(SystemError)

    /// Repeats an interrupted `call` and reads its result.
    init(_ operation: String, _ call: () -> Int) {
        var result = call()
        while result < 0 && errno == EINTR { result = call() }
        if result > 0 {
            self = .bytes(result)
        } else if result == 0 {
            self = .ended
        } else if errno == EAGAIN || errno == EWOULDBLOCK {
            self = .wouldBlock
        } else {
            self = .failed(SystemError(operation))
        }
    }
}

/// Waits for one descriptor; for threads that may block, never for the loop.
enum Poll {
    case readable
    case writable

    /// Blocks until `descriptor` is ready (or broken, which the next call on it tells).
    ///
    /// - Returns: false when `deadline` came first.
    func wait(for descriptor: Int32, until deadline: ContinuousClock.Instant) throws(SystemError) -> Bool {
        let events = Int16(self == .readable ? POLLIN : POLLOUT)
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            var request = pollfd(fd: descriptor, events: events, revents: 0)
            let ready = poll(&request, 1, left.pollMilliseconds)
            if ready > 0 { return true }
            if ready < 0 && errno != EINTR { throw SystemError("poll") }
            if left <= .zero { return false }
        }
    }
}

extension Duration {
    /// For poll(2) and epoll_wait(2): rounded up, so that a wait never ends just before its time and spins; negative
    /// counts as zero.
    var pollMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        if seconds < 0 || attoseconds < 0 { return 0 }
        if seconds > 1_000_000 { return 1_000_000_000 }
        let part = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(seconds * 1000 + part)
    }
}
