import CLinux
import Glibc
import Synchronization

/// The signals an operator sends to a server.
package enum OperatorSignal: Int32, Sendable, CaseIterable {
    /// SIGTERM: end in good order.
    case terminate = 15
    /// SIGINT, Ctrl-C: the same.
    case interrupt = 2
    /// SIGHUP: read certificates and configuration again.
    case hangUp = 1
}

/// Delivers operator signals to a handler on the loop, through a pipe: a signal interrupts a thread anywhere, so its own
/// handler does no more than write one byte. One per process; when it goes, the signals act as before.
package final class SignalSource: EventSource {
    private static let isTaken = Atomic<Bool>(false)

    private let loop: EventLoop
    private let signals: [OperatorSignal]
    private let handler: (OperatorSignal) -> Void
    private let reading: Descriptor
    private let writing: Descriptor
    private var token: SourceTable.Token?

    /// Starts to listen; on the loop only.
    ///
    /// - Throws: `SystemError` when the kernel refuses a pipe or a signal.
    package init(
        _ signals: [OperatorSignal] = OperatorSignal.allCases,
        on loop: EventLoop,
        handler: @escaping (OperatorSignal) -> Void
    ) throws {
        loop.preconditionOnLoop()
        self.loop = loop
        self.signals = signals
        self.handler = handler
        var ends: [Int32] = [-1, -1]
        let result = shim_pipe(&ends)
        reading = try Descriptor(result == 0 ? ends[0] : -1, from: "pipe2")
        writing = try Descriptor(ends[1], from: "pipe2")
        precondition(!Self.isTaken.exchange(true, ordering: .relaxed), "a process has one source of signals")
        token = try loop.register(self, descriptor: reading.raw, for: .readable)
        for signal in signals where shim_forward_signal(signal.rawValue, writing.raw) != 0 {
            throw SystemError("sigaction")
        }
        // Whoever started the program may have blocked them, and a blocked mask is inherited: this thread hears them.
        var heard = sigset_t()
        sigemptyset(&heard)
        for signal in signals { sigaddset(&heard, signal.rawValue) }
        pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    }

    deinit {
        for signal in signals { _ = shim_restore_signal(signal.rawValue) }
        Self.isTaken.store(false, ordering: .relaxed)
    }

    /// Lets the signals act as before; on the loop only.
    package func cancel() {
        guard let token else { return }
        for signal in signals { _ = shim_restore_signal(signal.rawValue) }
        loop.deregister(token, descriptor: reading.raw)
        self.token = nil
    }

    func ready(_ readiness: Readiness) {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(reading.raw, &bytes, bytes.count)
        for byte in bytes.prefix(max(0, count)) {
            if let signal = OperatorSignal(rawValue: Int32(byte)) { handler(signal) }
        }
    }
}
