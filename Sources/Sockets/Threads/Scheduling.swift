import CLinux

/// How the kernel treats a thread beside others.
package enum Scheduling {
    /// From now on a wake-up of the calling thread interrupts nobody who runs: it begins when a processor is free, or after
    /// its turn.
    ///
    /// For threads to which the loop hands work. Otherwise handing it over takes the processor away from the loop in the
    /// middle of a tick, and everybody waits for the one whose work it is.
    package static func interruptNobody() {
        // Where it is not to be had, threads are as they were.
        _ = shim_schedule_in_batches()
    }
}
