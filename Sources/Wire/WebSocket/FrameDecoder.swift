/// Reads the messages of a peer from bytes that come in any pieces, and fails at the first byte that breaks a rule.
///
/// A message of one frame, which is nearly every one, is unmasked, checked and handed out where it lies in the queue; only
/// fragments are joined in a buffer of their own. So a loop can read all connections into one shared queue and keep bytes per
/// connection (`ByteQueue.takeAll(from:)`) for an unfinished frame alone. Between two calls the owner may move the waiting
/// bytes to another queue, but not change or drop them: part of a payload may already be unmasked in place.
package struct FrameDecoder: ~Copyable {
    private let role: WebSocketRole
    private let limits: WebSocketLimits

    /// The frame being read, its header already consumed, and how much of its payload is unmasked and checked.
    private var frame: FrameHeader?
    private var processed = 0

    /// The message being read, between its first frame and its last.
    private var message: Opcode?
    private var fragments = 0
    private var joined = ByteQueue(retainedCapacity: 0)
    private var text = UTF8Validator()

    /// After a close frame or an error: RFC 6455 section 1.4, whatever follows is discarded.
    private var isFinished = false

    package init(role: WebSocketRole, limits: WebSocketLimits = WebSocketLimits()) {
        self.role = role
        self.limits = limits
    }

    /// Whether a frame or a fragmented message has begun and not ended: silence is then a stall, not idleness.
    package var isInsideMessage: Bool { frame != nil || message != nil }

    /// Hands the next message to `body` and returns what it returns; nil until more bytes have come.
    ///
    /// Both `self` and `input` are borrowed while `body` runs: it must not touch the connection's queue or decoder, but
    /// return what to do about them.
    ///
    /// - Throws: 1002 for a breach of the protocol, 1007 for a text that is not UTF-8, 1009 for a limit. Messages handed out
    ///   before the error are good, and so are the answers to them. After an error or a close all input is dropped.
    @inlinable
    package mutating func next<R>(
        _ input: inout ByteQueue,
        _ body: (WebSocketMessage) -> R
    ) throws(WebSocketError) -> R? {
        guard let message = try ready(&input) else { return nil }
        defer { release(&input) }
        return body(message)
    }

    /// The next complete message, pointing into `input` or `joined`, which stay as they are until `release`.
    @usableFromInline
    internal mutating func ready(_ input: inout ByteQueue) throws(WebSocketError) -> WebSocketMessage? {
        do throws(WebSocketError) {
            return isFinished ? discard(&input) : try advance(&input)
        } catch {
            _ = discard(&input)
            throw error
        }
    }

    /// Drops the message that was handed out.
    @usableFromInline
    internal mutating func release(_ input: inout ByteQueue) {
        guard let frame else { return }
        input.consume(frame.payloadCount)
        self.frame = nil
        if !frame.opcode.isControl { endMessage() }
        if isFinished { _ = discard(&input) }
    }

    private mutating func advance(_ input: inout ByteQueue) throws(WebSocketError) -> WebSocketMessage? {
        while true {
            if frame == nil { frame = try readHeader(&input) }
            guard let frame else { return nil }
            try processPayload(of: frame, in: &input)
            guard processed == frame.payloadCount else { return nil }
            if frame.opcode.isControl { return try control(frame, input) }
            if frame.isFinal { return try lastFragment(frame, input) }
            keepFragment(frame, &input)
        }
    }

    private mutating func readHeader(_ input: inout ByteQueue) throws(WebSocketError) -> FrameHeader? {
        let sender = role.peer
        let header = try input.withUnsafeReadableBytes { bytes throws(WebSocketError) in
            try FrameHeader(bytes, from: sender)
        }
        guard let header else { return nil }
        if !header.opcode.isControl { try admit(header) }
        input.consume(header.byteCount)
        processed = 0
        return header
    }

    /// The rules of fragmentation (RFC 6455 section 5.4) and the limits, before a byte of the payload is kept.
    private mutating func admit(_ header: FrameHeader) throws(WebSocketError) {
        if header.opcode == .continuation {
            guard message != nil else { throw .broken("a continuation continues nothing") }
        } else {
            guard message == nil else { throw .broken("a new message begins inside another") }
            message = header.opcode
            text = UTF8Validator()
        }
        fragments += 1
        guard fragments <= limits.fragments else { throw .tooBig("a message has too many fragments") }
        guard header.payloadCount <= limits.frame else { throw .tooBig("a frame exceeds its limit") }
        guard header.payloadCount <= limits.message - joined.count else { throw .tooBig("a message exceeds its limit") }
    }

    /// Unmasks and, in a text, checks what has newly come of the payload.
    private mutating func processPayload(
        of frame: FrameHeader,
        in input: inout ByteQueue
    ) throws(WebSocketError) {
        let available = min(input.count, frame.payloadCount)
        guard available > processed else { return }
        let range = processed..<available
        let isText = message == .text && !frame.opcode.isControl
        var validator = text
        let isValid = input.withUnsafeMutableReadableBytes { bytes in
            let fresh = UnsafeMutableRawBufferPointer(rebasing: bytes[range])
            frame.mask?.apply(to: fresh, offset: range.lowerBound)
            return !isText || validator.accept(UnsafeRawBufferPointer(fresh))
        }
        text = validator
        processed = available
        guard isValid else { throw .notUTF8 }
    }

    private mutating func control(
        _ frame: FrameHeader,
        _ input: borrowing ByteQueue
    ) throws(WebSocketError) -> WebSocketMessage {
        let payload = Self.payload(of: frame, in: input)
        switch frame.opcode {
        case .ping: return .ping(payload)
        case .pong: return .pong(payload)
        default:
            isFinished = true
            return try .close(payload)
        }
    }

    private mutating func lastFragment(
        _ frame: FrameHeader,
        _ input: borrowing ByteQueue
    ) throws(WebSocketError) -> WebSocketMessage {
        let isText = message == .text
        guard !isText || text.isComplete else { throw .notUTF8 }
        var payload = Self.payload(of: frame, in: input)
        if !joined.isEmpty {
            joined.append(payload)
            payload = joined.withUnsafeReadableBytes { $0 }
        }
        return isText ? .text(payload) : .binary(payload)
    }

    private mutating func keepFragment(_ frame: FrameHeader, _ input: inout ByteQueue) {
        joined.append(Self.payload(of: frame, in: input))
        input.consume(frame.payloadCount)
        self.frame = nil
    }

    private mutating func endMessage() {
        message = nil
        fragments = 0
        joined.removeAll()
    }

    private mutating func discard(_ input: inout ByteQueue) -> WebSocketMessage? {
        isFinished = true
        frame = nil
        endMessage()
        input.removeAll()
        return nil
    }

    /// The payload at the front of the queue. The pointer outlives the closure it comes from because the queue is neither
    /// changed nor given up before `release`: `next` holds it exclusively until then.
    private static func payload(of frame: FrameHeader, in input: borrowing ByteQueue) -> UnsafeRawBufferPointer {
        input.withUnsafeReadableBytes { UnsafeRawBufferPointer(rebasing: $0[..<frame.payloadCount]) }
    }
}
