import Foundation
package import Logging
import Synchronization

/// A log that never blocks who writes it: lines go into a bounded ring, a thread of its own writes them out, and what did not
/// fit is counted.
package struct RingLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info

    package init() {}

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let facts = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let time = Date().formatted(.iso8601)
        Ring.shared.add("\(time) \(event.level) \(event.message)\(facts)\n")
    }
}

/// The lines that wait to be written.
private final class Ring: Sendable {
    static let shared = Ring()
    private static let capacity = 4_096

    private struct Content {
        var lines: [String] = []
        var dropped = 0
    }

    private let content = Mutex(Content())
    private let arrived = DispatchSemaphore(value: 0)

    private init() {
        let thread = Thread { [self] in
            while true {
                arrived.wait()
                let (lines, dropped) = content.withLock { content in
                    defer { content = Content() }
                    return (content.lines, content.dropped)
                }
                var text = lines.joined()
                if dropped > 0 { text += "log: \(dropped) lines dropped\n" }
                if !text.isEmpty { FileHandle.standardError.write(Data(text.utf8)) }
            }
        }
        thread.name = "log"
        thread.start()
    }

    func add(_ line: String) {
        content.withLock { content in
            if content.lines.count < Self.capacity { content.lines.append(line) } else { content.dropped += 1 }
        }
        arrived.signal()
    }
}
