import Foundation
package import Logging
import Synchronization

/// A log that never blocks who writes it: entries go into a bounded ring, a thread of its own prints and writes them, and what
/// did not fit is counted.
package struct RingLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info

    package init() {}

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        LogRing.standardError.add(
            LogEntry(time: Date(), level: event.level, message: event.message, facts: metadata, more: event.metadata)
        )
    }
}

struct LogEntry: Sendable {
    var time: Date
    var level: Logger.Level
    var message: Logger.Message
    var facts: Logger.Metadata
    var more: Logger.Metadata?

    var line: String {
        let all = facts.merging(more ?? [:]) { $1 }
        let printed = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "\(time.formatted(.iso8601)) \(level) \(message)\(printed)\n"
    }
}

/// The entries that wait to be written.
final class LogRing: Sendable {
    static let standardError = LogRing { FileHandle.standardError.write(Data($0.utf8)) }

    private struct Content {
        var entries: [LogEntry] = []
        var dropped = 0
    }

    private let capacity: Int
    private let content = Mutex(Content())
    private let arrived = DispatchSemaphore(value: 0)

    /// - Parameter write: called on a thread of its own with whole lines; may take as long as it likes.
    init(capacity: Int = 4_096, write: @escaping @Sendable (String) -> Void) {
        self.capacity = capacity
        let thread = Thread { [self] in
            while true {
                arrived.wait()
                let text = takeAll()
                if !text.isEmpty { write(text) }
            }
        }
        thread.name = "log"
        thread.start()
    }

    private func takeAll() -> String {
        let taken = content.withLock { content in
            defer { content = Content() }
            return content
        }
        let lines = taken.entries.map(\.line).joined()
        return taken.dropped == 0 ? lines : lines + "log: \(taken.dropped) lines dropped\n"
    }

    func add(_ entry: LogEntry) {
        content.withLock { content in
            if content.entries.count < capacity { content.entries.append(entry) } else { content.dropped += 1 }
        }
        arrived.signal()
    }
}
