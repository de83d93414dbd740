import Glibc
import Synchronization

/// Remembers which thread something belongs to.
final class ThreadOwner: Sendable {
    /// The thread's number, zero before there is one.
    private let thread = Atomic<UInt>(0)

    func claim() {
        thread.store(UInt(pthread_self()), ordering: .releasing)
    }

    var isCurrent: Bool { thread.load(ordering: .acquiring) == UInt(pthread_self()) }
}
