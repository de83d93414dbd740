package import BoardServer
import Cryptography
import Synchronization
package import TumorBoard

/// A clock that stands until it is set.
package final class SetClock: Sendable {
    private let moment: Mutex<Moment>

    /// 22 November 2026, 09:00 UTC.
    package init(_ moment: Moment = Moment(milliseconds: 1_795_338_000_000)) { self.moment = Mutex(moment) }

    package var now: Moment { moment.withLock(\.self) }

    package func advance(by duration: Duration) { moment.withLock { $0 = $0.advanced(by: duration) } }
}

extension Environment {
    /// A world that can be lived twice: the clock is set by hand, and every draw follows from its purpose and from how
    /// often that purpose was drawn for before. So a draw for one person moves no draw for another.
    ///
    /// - Parameter seed: another one, other draws.
    package static func reproducible(_ clock: SetClock, seed: Int = 0) -> Environment {
        let draws = Draws(seed: seed)
        return Environment(now: { clock.now }, random: { draws.bytes($0, for: $1) })
    }
}

private final class Draws: Sendable {
    private let seed: Int
    private let counts = Mutex<[String: Int]>([:])

    init(seed: Int) { self.seed = seed }

    func bytes(_ count: Int, for purpose: String) -> [UInt8] {
        let number = counts.withLock { counts in
            counts[purpose, default: 0] += 1
            return counts[purpose, default: 0]
        }
        var bytes: [UInt8] = []
        while bytes.count < count {
            bytes += SHA256.hash(Array("\(seed)\n\(purpose)\n\(number)\n\(bytes.count)".utf8))
        }
        return Array(bytes.prefix(count))
    }
}
