import Foundation
import Logging
import Sockets
import Testing

@testable import BoardServer

@Suite("The log")
struct LogRingTests {
    /// What was written, and a writer that can be stopped in the middle.
    private final class Paper: Sendable {
        let state = Monitor<(text: String, calls: Int, isStopped: Bool)>(("", 0, false))

        func write(_ text: String) {
            state.withLock { state in
                state.text += text
                state.calls += 1
            }
            state.withLock(when: { !$0.isStopped }) { _ in }
        }

        func text(containing part: String) -> String? {
            state.withLock(when: { $0.text.contains(part) }, before: .now + .seconds(20)) { $0.text }
        }
    }

    private func entry(_ message: String) -> LogEntry {
        LogEntry(
            time: Date(timeIntervalSince1970: 0),
            level: .info,
            message: "\(message)",
            facts: ["b": "2"],
            more: ["a": "1"]
        )
    }

    @Test func `an entry is a line: when, how grave, what, and the facts in order`() throws {
        let paper = Paper()
        LogRing { paper.write($0) }.add(entry("served"))
        #expect(paper.text(containing: "\n") == "1970-01-01T00:00:00Z info served a=1 b=2\n")
    }

    @Test func `what a slow terminal does not take in time is counted and dropped, and nobody waits`() throws {
        let paper = Paper()
        let ring = LogRing(capacity: 10) { paper.write($0) }
        paper.state.withLock { $0.isStopped = true }
        ring.add(entry("first"))
        #expect(paper.text(containing: "first") != nil)
        for number in 1...25 { ring.add(entry("more \(number).")) }
        paper.state.withLock { $0.isStopped = false }
        let text = try #require(paper.text(containing: "dropped"))
        #expect(text.contains("log: 15 lines dropped\n"))
        #expect((1...25).filter { text.contains("more \($0).") } == Array(1...10))
        ring.add(entry("last"))
        #expect(paper.text(containing: "last") != nil)
    }
}
