import Glibc

/// The other end of a `LocalListener`, for a program that may wait. Used by one thread.
package struct LocalClient: ~Copyable {
    package enum Failure: Error, Equatable {
        case timedOut
        /// The server ended the connection.
        case closed
        /// An answer is longer than a line may be.
        case lineTooLong
    }

    /// An answer may list much: more than a request.
    package static let lineByteLimit = LocalConnection.pendingOutputByteLimit

    private let socket: Descriptor
    private var input = LineBuffer(byteLimit: Self.lineByteLimit)

    /// Connects to the server at `path`.
    ///
    /// - Throws: `SystemError`, with ENOENT or ECONNREFUSED when no server runs there.
    package init(path: String) throws(SystemError) {
        socket = try LocalSocket.connected(to: path)
    }

    /// Sends one line, which holds no line feed.
    ///
    /// - Throws: `Failure`, `SystemError`.
    package func send(_ line: String, deadline: ContinuousClock.Instant) throws {
        precondition(!line.utf8.contains(UInt8(ascii: "\n")), "a message is one line")
        var rest = (Array(line.utf8) + [UInt8(ascii: "\n")])[...]
        while !rest.isEmpty {
            let outcome = Transfer("send") {
                rest.withUnsafeBytes { Glibc.send(socket.raw, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            }
            switch outcome {
            case .bytes(let count): rest = rest.dropFirst(count)
            case .wouldBlock: try wait(.writable, until: deadline)
            case .ended: throw Failure.closed
            case .failed(let error): throw error.code == EPIPE ? Failure.closed : error
            }
        }
    }

    /// Waits for the next line.
    ///
    /// - Throws: `Failure`, `SystemError`.
    package mutating func receive(deadline: ContinuousClock.Instant) throws -> String {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            do {
                if let line = try input.next() { return line }
            } catch {
                throw Failure.lineTooLong
            }
            switch Transfer("recv", { recv(socket.raw, &buffer, buffer.count, 0) }) {
            case .bytes(let count): buffer.withUnsafeBytes { input.append(.init(rebasing: $0[..<count])) }
            case .wouldBlock: try wait(.readable, until: deadline)
            case .ended: throw Failure.closed
            case .failed(let error): throw error.code == ECONNRESET ? Failure.closed : error
            }
        }
    }

    /// Sends one line and waits for one.
    package mutating func exchange(_ line: String, deadline: ContinuousClock.Instant) throws -> String {
        try send(line, deadline: deadline)
        return try receive(deadline: deadline)
    }

    private func wait(_ event: Poll, until deadline: ContinuousClock.Instant) throws {
        guard try event.wait(for: socket.raw, until: deadline) else { throw Failure.timedOut }
    }
}
