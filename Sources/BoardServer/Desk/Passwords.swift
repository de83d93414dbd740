import Cryptography
import Sockets
import Storage
import Synchronization
import TumorBoard

/// Password checks: scrypt on two threads of its own, throttled per account and per address.
final class Passwords: Sendable {
    enum Outcome: Sendable {
        case matches, differs, busy
        /// Too many failures: for how long nothing is checked.
        case throttled(Duration)
    }

    private struct Attempts {
        var failures = 0
        var blockedUntil: Moment
    }

    private let directory: Directory
    private let environment: Environment
    private let pool: WorkerPool
    private let attempts = Mutex<[String: Attempts]>([:])
    /// A hash nobody's password has: an unknown login takes as long as a wrong password.
    private let decoy: PasswordHash

    /// Failures that cost nothing; each further one doubles the wait, from a second to five minutes.
    private static let freeFailures = 5
    private static let rememberedSources = 10_000

    init(directory: Directory, environment: Environment) throws {
        self.directory = directory
        self.environment = environment
        pool = try WorkerPool(name: "password", threads: 2, capacity: 64)
        decoy = try PasswordHash(of: Hexadecimal.encode(SecureRandom.bytes(16)))
    }

    /// Checks a signed-in person's own password again.
    func verify(_ password: String, of person: String, then: @escaping @Sendable (Outcome) -> Void) {
        check(password, account: person, sources: ["person/\(person)"], then: then)
    }

    /// Checks a sign-in. Unknown, disabled and wrong are the same answer, after the same work.
    func signIn(
        login: String,
        password: String,
        address: String,
        then: @escaping @Sendable (Outcome, String?) -> Void
    ) {
        let account = directory.account(login: login).flatMap { $0.isDisabled ? nil : $0.person }
        check(password, account: account, sources: ["login/\(login)", "address/\(address)"]) { outcome in
            then(outcome, account)
        }
    }

    private func check(
        _ password: String,
        account: String?,
        sources: [String],
        then: @escaping @Sendable (Outcome) -> Void
    ) {
        let now = environment.now()
        // Counted before it is checked: a burst gains nothing by arriving at once. A good one is taken back.
        let wait = attempts.withLock { attempts -> Duration? in
            if let until = sources.compactMap({ attempts[$0]?.blockedUntil }).max(), until > now {
                return .milliseconds(until.milliseconds - now.milliseconds)
            }
            for source in sources { Self.count(source, in: &attempts, now: now) }
            return nil
        }
        if let wait { return then(.throttled(wait)) }
        let stored = account.flatMap { directory.account($0)?.password }
        let isTaken = pool.submit { [self] in
            let hash = stored.flatMap { try? PasswordHash(encoded: $0) }
            let isMatch = (try? (hash ?? decoy).matches(password)) ?? false
            let isGood = hash != nil && isMatch
            if isGood { forgive(sources) }
            then(isGood ? .matches : .differs)
        }
        if !isTaken {
            forgive(sources)
            then(.busy)
        }
    }

    private static func count(_ source: String, in attempts: inout [String: Attempts], now: Moment) {
        if attempts.count >= rememberedSources, attempts[source] == nil {
            attempts = attempts.filter { $0.value.blockedUntil > now }
        }
        let failures = (attempts[source]?.failures ?? 0) + 1
        let excess = max(0, failures - freeFailures)
        let wait = excess == 0 ? Duration.zero : .seconds(min(300, 1 << min(excess - 1, 9)))
        attempts[source] = Attempts(failures: failures, blockedUntil: now.advanced(by: wait))
    }

    /// The account's failures are forgotten; of the address's only this one is taken back, or one's own sign-ins would
    /// clear the way to others' passwords.
    private func forgive(_ sources: [String]) {
        let now = environment.now()
        attempts.withLock { attempts in
            for source in sources {
                if source.hasPrefix("address/"), let known = attempts[source], known.failures > 1 {
                    attempts[source] = Attempts(failures: known.failures - 1, blockedUntil: now)
                } else {
                    attempts[source] = nil
                }
            }
        }
    }

    func shutdown() { pool.shutdown() }
}
