package import Logging

/// A log that says nothing, for parts of a server that are put together by hand.
package enum SilentLog {
    package static let logger = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
}
