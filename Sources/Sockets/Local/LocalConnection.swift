import Glibc

/// One administrator's connection: lines come, lines go. Confined to its loop.
package final class LocalConnection: EventSource {
    /// Answers that the administrator has not taken; with more the connection ends.
    package static let pendingOutputByteLimit = 4 << 20

    private let loop: EventLoop
    private let received: (String, LocalConnection) -> Void
    private let whenClosed: (LocalConnection) -> Void
    private var socket: Descriptor
    private var token: SourceTable.Token?
    private var input = LineBuffer(byteLimit: LocalSocket.lineByteLimit)
    private var output = OutputQueue()
    private var isClosing = false

    init(
        _ socket: consuming Descriptor,
        on loop: EventLoop,
        received: @escaping (String, LocalConnection) -> Void,
        whenClosed: @escaping (LocalConnection) -> Void
    ) {
        self.socket = socket
        self.loop = loop
        self.received = received
        self.whenClosed = whenClosed
    }

    func start() throws(SystemError) {
        token = try loop.register(self, descriptor: socket.raw, for: .readable)
    }

    /// Sends one line; on the loop only. Does nothing when the connection is gone.
    ///
    /// - Parameter line: without a line feed inside, which would be two lines.
    package func send(_ line: String) {
        loop.preconditionOnLoop()
        precondition(!line.utf8.contains(UInt8(ascii: "\n")), "a message is one line")
        guard token != nil, !isClosing else { return }
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        guard output.count + bytes.count <= Self.pendingOutputByteLimit else { return tearDown() }
        bytes.withUnsafeBytes { output.append($0) }
        flush()
    }

    /// Ends the connection once what was sent is taken; on the loop only.
    package func close() {
        loop.preconditionOnLoop()
        isClosing = true
        flush()
    }

    func ready(_ readiness: Readiness) {
        if readiness.contains(.writable) { flush() }
        if !readiness.isDisjoint(with: [.readable, .broken]) { read() }
    }

    private func read() {
        guard token != nil else { return }
        switch Transfer("recv", { recv(socket.raw, loop.scratch.baseAddress, loop.scratch.count, 0) }) {
        case .bytes(let count):
            if isClosing { return }
            input.append(UnsafeRawBufferPointer(rebasing: loop.scratch[..<count]))
            deliverLines()
        case .wouldBlock:
            break
        case .ended, .failed:
            tearDown()
        }
    }

    private func deliverLines() {
        do {
            while !isClosing, token != nil, let line = try input.next() { received(line, self) }
        } catch {
            tearDown()
        }
    }

    private func flush() {
        guard let token else { return }
        while !output.isEmpty {
            let bytes = output.bytes
            switch Transfer("send", { Glibc.send(socket.raw, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)) }) {
            case .bytes(let count):
                output.removeFirst(count)
            case .wouldBlock:
                return loop.change(token, descriptor: socket.raw, to: [.readable, .writable])
            case .ended, .failed:
                return tearDown()
            }
        }
        if isClosing { return tearDown() }
        loop.change(token, descriptor: socket.raw, to: .readable)
    }

    private func tearDown() {
        guard let token else { return }
        loop.deregister(token, descriptor: socket.raw)
        self.token = nil
        socket.close()
        output.removeAll()
        whenClosed(self)
    }
}
