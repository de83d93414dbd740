import BoardServer
import Logging

/// The program's log: one line an entry on standard error, written by a thread of its own.
enum Log {
    static func make() -> Logger {
        Logger(label: "consilium") { _ in RingLogHandler() }
    }
}
