import Cryptography
import Foundation
package import TumorBoard

/// The outside as values: the clock and the source of randomness, so that a test can set both.
package struct Environment: Sendable {
    package var now: @Sendable () -> Moment
    /// `count` unpredictable bytes; `purpose` ties a draw to its author, for tests that compare two worlds.
    package var random: @Sendable (_ count: Int, _ purpose: String) -> [UInt8]

    package init(
        now: @escaping @Sendable () -> Moment,
        random: @escaping @Sendable (_ count: Int, _ purpose: String) -> [UInt8]
    ) {
        self.now = now
        self.random = random
    }

    /// The system's clock and OpenSSL's generator.
    package static let system = Environment(
        now: { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
        random: { count, _ in SecureRandom.bytes(count) }
    )

    /// What the rules of one case may ask for.
    func means(for id: String) -> Means {
        let random = random
        return Means(
            now: now(),
            random: { count, purpose in random(count, "\(id)/\(purpose)") },
            sha256: { SHA256.hash($0) }
        )
    }
}
