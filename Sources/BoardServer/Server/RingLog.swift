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
        Ring.shared.add(
            Entry(time: Date(), level: event.level, message: event.message, facts: metadata, more: event.metadata)
        )
    }
}

private struct Entry: Sendable {
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
private final class Ring: Sendable {
    static let shared = Ring()
    private static let capacity = 4_096

    private struct Content {
        var entries: [Entry] = []
        var dropped = 0
    }

    private let content = Mutex(Content())
    private let arrived = DispatchSemaphore(value: 0)

    private init() {
        let thread = Thread { [self] in
            while true {
                arrived.wait()
                let (entries, dropped) = content.withLock { content in
                    defer { content = Content() }
                    return (content.entries, content.dropped)
                }
                var text = entries.map(\.line).joined()
                if dropped > 0 { text += "log: \(dropped) lines dropped\n" }
                if !text.isEmpty { FileHandle.standardError.write(Data(text.utf8)) }
            }
        }
        thread.name = "log"
        thread.start()
    }

    func add(_ entry: Entry) {
        content.withLock { content in
            if content.entries.count < Self.capacity { content.entries.append(entry) } else { content.dropped += 1 }
        }
        arrived.signal()
    }
}
