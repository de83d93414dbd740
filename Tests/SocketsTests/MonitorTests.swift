import Foundation
import Sockets
import Testing

@Suite struct MonitorTests {
    @Test func `a wait ends with the change it waits for`() {
        let monitor = Monitor(0)
        Thread.detachNewThread {
            for _ in 0..<3 { monitor.withLock { $0 += 1 } }
        }
        #expect(monitor.withLock(when: { $0 == 3 }, { $0 * 2 }) == 6)
        #expect(monitor.withLock(when: { $0 == 3 }, before: .patience, { $0 * 3 }) == 9)
    }

    @Test func `a wait for what does not come ends at its deadline and not before`() {
        let monitor = Monitor(false)
        let deadline = ContinuousClock.now + .milliseconds(20)
        #expect(monitor.withLock(when: { $0 }, before: deadline, { _ in 1 }) == nil)
        #expect(ContinuousClock.now >= deadline)
    }

    @Test func `what is ready is taken even when the deadline has passed`() {
        let monitor = Monitor(true)
        #expect(monitor.withLock(when: { $0 }, before: .now - .seconds(1), { _ in 1 }) == 1)
    }
}
