import Cryptography
import Sockets
import Storage
import Synchronization
import TumorBoard

/// Password checks: scrypt on two threads of its own, throttled per account and per address.
final class Passwords: Sendable {
    enum Outcome: Sendable { case matches, differs, throttled, busy }

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
        let isBlocked = attempts.withLock { attempts in
            sources.contains { source in attempts[source].map { $0.blockedUntil > now } ?? false }
        }
        guard !isBlocked else { return then(.throttled) }
        let stored = account.flatMap { directory.account($0)?.password }
        let isTaken = pool.submit { [self] in
            let hash = stored.flatMap { try? PasswordHash(encoded: $0) }
            let isMatch = (try? (hash ?? decoy).matches(password)) ?? false
            let isGood = hash != nil && isMatch
            record(isGood: isGood, sources: sources)
            then(isGood ? .matches : .differs)
        }
        if !isTaken { then(.busy) }
    }

    private func record(isGood: Bool, sources: [String]) {
        let now = environment.now()
        attempts.withLock { attempts in
            for source in sources {
                if isGood {
                    attempts[source] = nil
                    continue
                }
                if attempts.count >= Self.rememberedSources, attempts[source] == nil {
                    attempts = attempts.filter { $0.value.blockedUntil > now }
                }
                let failures = (attempts[source]?.failures ?? 0) + 1
                let excess = max(0, failures - Self.freeFailures)
                let wait = excess == 0 ? Duration.zero : .seconds(min(300, 1 << min(excess - 1, 9)))
                attempts[source] = Attempts(failures: failures, blockedUntil: now.advanced(by: wait))
            }
        }
    }

    func shutdown() { pool.shutdown() }
}
