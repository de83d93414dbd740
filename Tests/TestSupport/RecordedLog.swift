package import Logging
import Sockets

/// A log that keeps its lines, as `level message key=value …` with the keys in order.
package final class RecordedLog: Sendable {
    private let kept = Monitor<[String]>([])

    package init() {}

    package var logger: Logger { Logger(label: "recorded") { _ in Handler(log: self) } }

    package var lines: [String] { kept.withLock(\.self) }

    /// The first line that holds all of `words`, once there is one.
    package func line(with words: String..., within patience: Duration = .seconds(10)) -> String? {
        func find(_ lines: [String]) -> String? { lines.first { line in words.allSatisfy(line.contains) } }
        return kept.withLock(when: { find($0) != nil }, before: .now + patience) { find($0) } ?? nil
    }

    private struct Handler: LogHandler {
        let log: RecordedLog
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let facts = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
            let line = "\(event.level) \(event.message)\(facts)"
            log.kept.withLock { $0.append(line) }
        }
    }
}
