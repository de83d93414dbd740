/// A value that belongs to a loop's thread, in a box that other threads may carry but not open.
///
/// Reaching the value anywhere else ends the process, and when the last box goes the value is released on the loop.
package final class LoopBound<Value>: @unchecked Sendable {
    // SAFETY: `storage` is opened on the loop's thread alone (checked in every build). Its one reference is released by
    // a job of the loop, or, when the loop has ended and thus runs nothing any more, by the last owner.
    private let storage: Unmanaged<Storage>
    package let loop: EventLoop

    private final class Storage {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    /// Boxes `value`; on the loop only.
    package init(_ value: Value, on loop: EventLoop) {
        loop.preconditionOnLoop()
        self.loop = loop
        storage = .passRetained(Storage(value))
    }

    /// Makes a value on the loop, from any thread, and waits for it.
    ///
    /// - Throws: `EventLoop.Ended`, and what `make` throws.
    package static func make(
        on loop: EventLoop,
        _ make: @escaping @Sendable () throws -> Value
    ) throws -> LoopBound<Value> {
        try loop.callAndWait { LoopBound(try make(), on: loop) }
    }

    deinit {
        let last = Release(storage: storage)
        if !loop.enqueue({ last.run() }) { last.run() }
    }

    /// The value; on the loop only.
    package var value: Value {
        get {
            loop.preconditionOnLoop()
            return storage._withUnsafeGuaranteedRef { $0.value }
        }
        set {
            loop.preconditionOnLoop()
            storage._withUnsafeGuaranteedRef { $0.value = newValue }
        }
    }

    /// Runs `body` with the value on the loop, from any thread, and waits for its result.
    ///
    /// - Throws: `EventLoop.Ended`, and what `body` throws.
    package func callAndWait<Result: Sendable>(
        _ body: @escaping @Sendable (Value) throws -> Result
    ) throws -> Result {
        try loop.callAndWait { try body(self.value) }
    }

    private struct Release: @unchecked Sendable {
        // SAFETY: carries the one reference to whoever releases it; nobody opens it.
        let storage: Unmanaged<Storage>

        func run() { storage.release() }
    }
}
