import CLinux
import Glibc
import Synchronization

/// A TLS connection to a server for programs that may wait: every call blocks until it is done or its deadline comes.
///
/// One thread may read while another writes, and any may close; two reads or two writes at once end the process, since
/// nobody could say whose bytes come first. OpenSSL is called under a lock, the waiting happens outside of it.
package final class BlockingTLSClient: Sendable {
    package enum Failure: Error, Equatable {
        case timedOut
        /// The server vanished without a goodbye: what came may be less than was sent.
        case truncated
        /// `close` was called here.
        case closed
        /// No address belongs to the host.
        case unknownHost(String)
    }

    private struct State: ~Copyable {
        let stream: TLSStream
        var isReading = false
        var isWriting = false
        var isClosed = false
    }

    private let state: Mutex<State>
    /// Open for as long as this object lives, so that waiting for it outside of the lock is safe.
    let descriptor: Int32

    /// Connects and completes the handshake, or throws.
    ///
    /// - Parameters:
    ///   - host: a name or an address; the server's certificate must be for it. Looking up a name is not bounded by
    ///     `timeout`.
    ///   - timeout: for connecting and the handshake together, over all addresses of the host.
    /// - Throws: `Failure`, `SystemError`, or `TLSError` with the reason for which a certificate was refused.
    package static func connect(
        host: String,
        port: UInt16,
        context: TLSContext,
        timeout: Duration = .seconds(10)
    ) throws -> BlockingTLSClient {
        shim_ignore_broken_pipes()
        let deadline = ContinuousClock.now + timeout
        var failure: any Error = Failure.unknownHost(host)
        for address in HostLookup.addresses(of: host, port: port) {
            do {
                let socket = try StreamSocket.connected(to: address, deadline: deadline)
                let client = try BlockingTLSClient(socket, context: context, host: host)
                guard try client.perform(deadline: deadline, { $0.handshake() }) > 0 else { throw Failure.truncated }
                return client
            } catch {
                // Who answered and was refused tells more than an address at which nobody is.
                if !(failure is TLSError) { failure = error }
            }
        }
        throw failure
    }

    private init(_ socket: consuming Descriptor, context: TLSContext, host: String) throws {
        descriptor = socket.raw
        state = Mutex(State(stream: try TLSStream(connecting: socket, context: context, host: host)))
    }

    /// What both agreed on (RFC 7301), "http/1.1" or nothing.
    package var negotiatedProtocol: String? { state.withLock { $0.stream.negotiatedProtocol } }

    /// "TLSv1.3" or "TLSv1.2".
    package var version: String? { state.withLock { $0.stream.version } }

    /// Reads what comes next, at least one byte and at most `limit`.
    ///
    /// - Returns: no bytes when the server said goodbye.
    /// - Throws: `Failure`, `SystemError`, `TLSError`.
    package func read(atMost limit: Int = 16_384, deadline: ContinuousClock.Instant) throws -> [UInt8] {
        precondition(limit > 0, "reading nothing would look like the server's goodbye")
        state.withLock { state in
            precondition(!state.isReading, "one thread reads")
            state.isReading = true
        }
        defer { state.withLock { $0.isReading = false } }
        return try [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            count = try perform(deadline: deadline) { $0.read(into: bytes) }
        }
    }

    /// Writes all of `bytes`.
    ///
    /// - Throws: `Failure`, `SystemError`, `TLSError`; some of the bytes may be sent then.
    package func write(_ bytes: [UInt8], deadline: ContinuousClock.Instant) throws {
        state.withLock { state in
            precondition(!state.isWriting, "one thread writes")
            state.isWriting = true
        }
        defer { state.withLock { $0.isWriting = false } }
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let next = UnsafeRawBufferPointer(rebasing: rest)
                rest = rest.dropFirst(try perform(deadline: deadline) { $0.write(next) })
            }
        }
    }

    /// Says goodbye; what the server still sends can be read.
    package func finishWriting(deadline: ContinuousClock.Instant) throws {
        _ = try perform(deadline: deadline) { $0.finishWriting() }
    }

    /// Says goodbye, if the socket takes it, and ends the connection. Calls that wait in other threads throw `closed`.
    package func close() {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.isClosed = true
            if !state.isWriting { _ = state.stream.finishWriting() }
        }
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Calls under the lock, and waits outside of it and calls again for as long as the socket is not ready.
    ///
    /// - Returns: the number of bytes, 0 for a goodbye.
    private func perform(
        deadline: ContinuousClock.Instant,
        _ call: (borrowing TLSStream) -> TLSStream.Outcome
    ) throws -> Int {
        while true {
            let outcome = try state.withLock { state in
                guard !state.isClosed else { throw Failure.closed }
                return call(state.stream)
            }
            let wait: Poll
            switch outcome {
            case .done(let count): return count
            case .ended: return 0
            case .wantsRead: wait = .readable
            case .wantsWrite: wait = .writable
            case .truncated: throw Failure.truncated
            case .failed(let error): throw error
            }
            guard try wait.wait(for: descriptor, until: deadline) else { throw Failure.timedOut }
        }
    }
}
