import CLinux

/// What the kernel says about a descriptor.
struct Readiness: OptionSet {
    let rawValue: UInt32

    static let readable = Readiness(rawValue: EPOLLIN.rawValue)
    static let writable = Readiness(rawValue: EPOLLOUT.rawValue)
    /// An error, or both directions are shut: reported whether asked for or not.
    static let broken = Readiness(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)
}

/// Something with a descriptor that the loop watches. All calls come on the loop's thread, never one inside of
/// another for the same source.
protocol EventSource: AnyObject {
    /// The descriptor is ready. Level-triggered: what is left undone is reported again.
    func ready(_ readiness: Readiness)

    /// The turn that `EventLoop.revisit` asked for.
    func revisit()

    /// The end of the tick that `EventLoop.visitAtTickEnd` asked for.
    func tickEnded()

    /// The turn that `EventLoop.awaitLongTurn` asked for.
    ///
    /// - Returns: false when nothing was left to do, which took no time.
    func longTurn() -> Bool
}

extension EventSource {
    func revisit() {}
    func tickEnded() {}
    func longTurn() -> Bool { false }
}
