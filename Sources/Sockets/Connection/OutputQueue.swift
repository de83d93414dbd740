import Glibc

/// Bytes that wait to be sent, in one growing piece of memory that is given back when all are gone, since most
/// connections are idle most of the time.
struct OutputQueue: ~Copyable {
    private static let smallestCapacity = 512

    private var base: UnsafeMutableRawPointer?
    private var capacity = 0
    private var start = 0
    private var end = 0

    deinit { free(base) }

    var count: Int { end - start }
    var isEmpty: Bool { start == end }

    /// The bytes, oldest first; valid until the queue changes.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base.map { UnsafeRawPointer($0) + start }, count: count)
    }

    mutating func append(_ more: UnsafeRawBufferPointer) {
        guard let source = more.baseAddress, !more.isEmpty else { return }
        makeRoom(for: more.count)
        guard let base else { return }
        memcpy(base + end, source, more.count)
        end += more.count
    }

    /// Forgets the oldest `byteCount` bytes.
    mutating func removeFirst(_ byteCount: Int) {
        precondition(byteCount <= count, "only what is there can be removed")
        start += byteCount
        if isEmpty { removeAll() }
    }

    mutating func removeAll() {
        free(base)
        base = nil
        capacity = 0
        start = 0
        end = 0
    }

    private mutating func makeRoom(for more: Int) {
        if end + more <= capacity { return }
        if start > 0, start >= capacity / 2, count + more <= capacity {
            // More than half is gone: moving the rest is cheaper than growing, and happens once per half.
            guard let base else { return }
            memmove(base, base + start, count)
            end -= start
            start = 0
            return
        }
        capacity = max(Self.smallestCapacity, end + more, capacity * 2)
        guard let grown = realloc(base, capacity) else { fatalError("out of memory for output") }
        base = grown
    }
}
