import CLinux
import Glibc

/// The kernel's side of the loop: an epoll set, level-triggered, and an eventfd that ends a wait from any thread.
///
/// `wake` is for any thread, the rest for the loop's.
final class Poller {
    struct Event {
        /// Whose event it is; nil for the wake-up.
        let token: SourceTable.Token?
        let readiness: Readiness
    }

    /// No slot ever has this number: there are not that many descriptors.
    private static let wakeNumber = UInt64.max

    private let epoll: Descriptor
    private let wakeUp: Descriptor
    private let events: UnsafeMutableBufferPointer<epoll_event>

    init(eventCapacity: Int) throws(SystemError) {
        epoll = try Descriptor(epoll_create1(Int32(EPOLL_CLOEXEC)), from: "epoll_create1")
        wakeUp = try Descriptor(eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC)), from: "eventfd")
        events = .allocate(capacity: eventCapacity)
        events.initialize(repeating: epoll_event())
        var event = Self.event(number: Self.wakeNumber, interest: .readable)
        guard epoll_ctl(epoll.raw, EPOLL_CTL_ADD, wakeUp.raw, &event) == 0 else { throw SystemError("epoll_ctl") }
    }

    deinit { events.deallocate() }

    func add(_ descriptor: Int32, token: SourceTable.Token, interest: Readiness) throws(SystemError) {
        var event = Self.event(number: token.rawValue, interest: interest)
        guard epoll_ctl(epoll.raw, EPOLL_CTL_ADD, descriptor, &event) == 0 else { throw SystemError("epoll_ctl") }
    }

    /// Changing and removing what was added fails only for a descriptor that is not open, which is a fault of ours.
    func change(_ descriptor: Int32, token: SourceTable.Token, interest: Readiness) {
        var event = Self.event(number: token.rawValue, interest: interest)
        let result = epoll_ctl(epoll.raw, EPOLL_CTL_MOD, descriptor, &event)
        precondition(result == 0, "only registered descriptors are changed")
    }

    func remove(_ descriptor: Int32) {
        let result = epoll_ctl(epoll.raw, EPOLL_CTL_DEL, descriptor, nil)
        precondition(result == 0, "only registered descriptors are removed")
    }

    /// Waits for events, for ever when `milliseconds` is negative.
    ///
    /// - Returns: how many there are; none after a time-out or an interruption.
    func wait(milliseconds: Int32) -> Int {
        let count = epoll_wait(epoll.raw, events.baseAddress, Int32(events.count), milliseconds)
        precondition(count >= 0 || errno == EINTR, "an epoll set can be waited for")
        return max(0, Int(count))
    }

    func event(at index: Int) -> Event {
        let event = events[index]
        let number = event.data.u64
        return Event(
            token: number == Self.wakeNumber ? nil : SourceTable.Token(rawValue: number),
            readiness: Readiness(rawValue: event.events)
        )
    }

    /// Ends the current or the next wait. A counter that is full wakes as well as one that is not.
    func wake() {
        var one: UInt64 = 1
        _ = write(wakeUp.raw, &one, MemoryLayout.size(ofValue: one))
    }

    func clearWake() {
        var count: UInt64 = 0
        _ = read(wakeUp.raw, &count, MemoryLayout.size(ofValue: count))
    }

    private static func event(number: UInt64, interest: Readiness) -> epoll_event {
        var event = epoll_event()
        event.events = interest.rawValue
        event.data.u64 = number
        return event
    }
}
