/// Bytes in the order they came: unfinished input of a connection, or output the socket did not take.
///
/// Memory is never zero-filled and nothing is held while the queue has never been used. Consuming moves an index; when the
/// last byte leaves, an allocation larger than `retainedCapacity` is given back, so an idle connection costs almost nothing.
/// It is not copyable, so there is neither a hidden copy nor a copy-on-write check.
package struct ByteQueue: ~Copyable {
    /// What an empty queue may keep allocated, in bytes.
    package let retainedCapacity: Int

    @usableFromInline internal var base: UnsafeMutableRawPointer?
    @usableFromInline internal var start = 0
    @usableFromInline internal var end = 0
    package private(set) var capacity = 0

    /// A loop's shared read buffer passes its own size here, to keep it between two reads.
    package init(retainedCapacity: Int = 512) {
        self.retainedCapacity = retainedCapacity
    }

    deinit { base?.deallocate() }

    @inlinable package var count: Int { end - start }
    @inlinable package var isEmpty: Bool { end == start }

    // MARK: Writing

    package mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        room(for: bytes.count).copyMemory(from: source, byteCount: bytes.count)
        end += bytes.count
    }

    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    package mutating func append(_ byte: UInt8) {
        room(for: 1).storeBytes(of: byte, as: UInt8.self)
        end += 1
    }

    /// Takes over everything `other` holds, behind what is here, and leaves `other` empty.
    package mutating func takeAll(from other: inout ByteQueue) {
        other.withUnsafeReadableBytes { append($0) }
        other.removeAll()
    }

    /// Lets `body` write into at least `minimum` free bytes behind the last one; it returns how many it wrote.
    @discardableResult
    package mutating func appendWriting<E: Error>(
        atLeast minimum: Int,
        _ body: (UnsafeMutableRawBufferPointer) throws(E) -> Int
    ) throws(E) -> Int {
        let free = room(for: minimum)
        let written = try body(UnsafeMutableRawBufferPointer(start: free, count: capacity - end))
        precondition(written >= 0 && written <= capacity - end, "wrote past the end of the queue")
        end += written
        if isEmpty { forgetDrained() }
        return written
    }

    // MARK: Reading

    /// The bytes that wait, oldest first. The pointer is good inside `body` only.
    @inlinable
    package func withUnsafeReadableBytes<R: ~Copyable, E: Error>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: base.map { UnsafeRawPointer($0 + start) }, count: end - start))
    }

    /// The same bytes to be changed in place: a frame is unmasked where it lies.
    @inlinable
    package mutating func withUnsafeMutableReadableBytes<R: ~Copyable, E: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try body(UnsafeMutableRawBufferPointer(start: base.map { $0 + start }, count: end - start))
    }

    /// Drops the oldest `amount` bytes.
    package mutating func consume(_ amount: Int) {
        precondition(amount >= 0 && amount <= count, "consumed more than there is")
        start += amount
        if start == end { forgetDrained() }
    }

    package mutating func removeAll() {
        consume(count)
    }

    // MARK: Memory

    private mutating func forgetDrained() {
        start = 0
        end = 0
        guard capacity > retainedCapacity else { return }
        base?.deallocate()
        base = nil
        capacity = 0
    }

    /// A place behind the last byte with space for `amount` more.
    ///
    /// Bytes are moved to the front only when at least half of the allocation lies unused there, so that moving costs a
    /// constant per byte however small the steps are.
    private mutating func room(for amount: Int) -> UnsafeMutableRawPointer {
        if let base {
            if capacity - end >= amount { return base + end }
            if start >= capacity / 2, capacity - count >= amount {
                base.copyMemory(from: base + start, byteCount: count)
                (start, end) = (0, count)
                return base + end
            }
        }
        let grown = Swift.max(256, count + amount, base == nil ? retainedCapacity : count * 2)
        let moved = UnsafeMutableRawPointer.allocate(byteCount: grown, alignment: 16)
        if let base {
            moved.copyMemory(from: base + start, byteCount: count)
            base.deallocate()
        }
        (base, capacity, start, end) = (moved, grown, 0, count)
        return moved + end
    }
}
