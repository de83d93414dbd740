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

    private let directory: Directory
    private let environment: Environment
    private let pool: WorkerPool
    private let failed = Mutex(FailedAttempts())
    /// A hash nobody's password has: an unknown login takes as long as a wrong password.
    private let decoy: PasswordHash

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
        let wait = failed.withLock { failed in
            let wait = failed.wait(sources, at: now)
            if wait == nil { failed.add(sources, at: now) }
            return wait
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

    private func forgive(_ sources: [String]) {
        let now = environment.now()
        failed.withLock { $0.forgive(sources, at: now) }
    }

    func shutdown() { pool.shutdown() }
}
