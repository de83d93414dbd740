import Foundation

/// Whether tests have to run here: a continuous integration says `CI=true`, and there a tool that is missing is a failure
/// and no reason to skip.
package enum Obligation {
    package static let isInForce = ProcessInfo.processInfo.environment["CI"] == "true"
}
