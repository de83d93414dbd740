import Cryptography
import Sockets
import Storage
import TestSupport
import Testing

@testable import BoardServer

/// What guessing costs: few checks at once, few that wait, and a wait that doubles up to its bound.
@Suite("Checks of passwords")
struct PasswordLimitTests {
    /// Checks of a board with many people and one password, which is hashed in no time, by a clock that is set by hand.
    private final class Scene: Sendable {
        let clock = SetClock()
        let passwords: Passwords

        init() throws {
            let folder = try TemporaryFolder.make()
            defer { TemporaryFolder.remove(folder) }
            let directory = Directory(try Store(directory: folder).reader().accountBook())
            let quick = Scrypt(logarithmOfCost: 4, blockSize: 8, parallelism: 1)
            let password = try PasswordHash(of: Browser.password, parameters: quick).encoded
            for person in (1...67).map({ "p\($0)" }) {
                directory.apply(.saved(Account(person: person, login: person, name: person, password: password)))
            }
            passwords = try Passwords(directory: directory, environment: .reproducible(clock))
        }

        /// What one check says.
        func check(_ login: String, _ password: String = "guess", from address: String) throws -> Passwords.Outcome {
            let answer = Monitor<Passwords.Outcome?>(nil)
            passwords.signIn(login: login, password: password, address: address) { outcome, _ in
                answer.withLock { $0 = outcome }
            }
            let found = answer.withLock(when: { $0 != nil }, before: .now + .seconds(20)) { $0 }
            return try #require(found ?? nil)
        }

        /// For how many seconds nothing is checked.
        func wait(_ login: String, from address: String) throws -> Int? {
            if case .throttled(let wait) = try check(login, from: address) { Int(wait.components.seconds) } else { nil }
        }
    }

    /// Checks that do not end before they are let go.
    private final class Held: Sendable {
        let state = Monitor<(inside: Int, most: Int, ended: Int, isLetGo: Bool)>((0, 0, 0, false))

        func hold() {
            state.withLock { state in
                state.inside += 1
                state.most = max(state.most, state.inside)
            }
            state.withLock(when: { $0.isLetGo }) { state in
                state.inside -= 1
                state.ended += 1
            }
        }
    }

    @Test func `are two at once, a bounded number waits, and one more is told that all are busy`() throws {
        let scene = try Scene()
        let held = Held()
        let busy = Monitor(0)
        func ask(_ number: Int) {
            scene.passwords.signIn(login: "p\(number)", password: "guess", address: "192.0.2.\(number)") {
                outcome,
                _ in
                switch outcome {
                case .busy: busy.withLock { $0 += 1 }
                case .throttled: break
                case .matches, .differs: held.hold()
                }
            }
        }
        for number in 1...2 { ask(number) }
        #expect(held.state.withLock(when: { $0.inside == 2 }, before: .now + .seconds(20)) { _ in true } == true)
        for number in 3...66 { ask(number) }
        #expect(busy.withLock(\.self) == 0)
        for _ in 1...10 { ask(67) }
        #expect(busy.withLock(\.self) == 10)
        // A third would have been inside by now.
        let third = held.state.withLock(when: { $0.inside > 2 }, before: .now + .milliseconds(500)) { _ in true }
        #expect(third == nil)
        held.state.withLock { $0.isLetGo = true }
        #expect(held.state.withLock(when: { $0.ended == 66 }, before: .now + .seconds(20)) { _ in true } == true)
        // What was not checked is no failure.
        #expect(try scene.wait("p67", from: "192.0.2.67") == nil)
        scene.passwords.shutdown()
    }

    @Test func `beyond a few failures wait twice as long each time, up to five minutes`() throws {
        let scene = try Scene()
        for _ in 1...5 { #expect(try scene.wait("p1", from: "192.0.2.1") == nil) }
        for seconds in [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300] {
            #expect(try scene.wait("p1", from: "192.0.2.1") == nil, "checked, and wrong")
            #expect(try scene.wait("p1", from: "192.0.2.1") == seconds)
            #expect(try scene.wait("p1", from: "192.0.2.2") == seconds, "from wherever")
            scene.clock.advance(by: .seconds(seconds))
        }
        guard case .matches = try scene.check("p1", Browser.password, from: "192.0.2.3") else {
            return #expect(Bool(false), "the right one is taken when the wait is over")
        }
        scene.passwords.shutdown()
    }

    @Test func `of others' from an address are not forgotten for one's own that is right`() throws {
        let scene = try Scene()
        for number in 2...5 { #expect(try scene.wait("p\(number)", from: "192.0.2.1") == nil) }
        guard case .matches = try scene.check("p1", Browser.password, from: "192.0.2.1") else {
            return #expect(Bool(false), "not throttled yet")
        }
        for number in 6...7 { #expect(try scene.wait("p\(number)", from: "192.0.2.1") == nil) }
        #expect(try scene.wait("p8", from: "192.0.2.1") == 1)
        #expect(try scene.wait("p8", from: "192.0.2.2") == nil)
        scene.passwords.shutdown()
    }

    @Test func `of an unknown login are as much work as of a known one`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let directory = Directory(try Store(directory: folder).reader().accountBook())
        let password = try PasswordHash(of: Browser.password).encoded
        directory.apply(.saved(Account(person: "p1", login: "p1", name: "p1", password: password)))
        let passwords = try Passwords(directory: directory, environment: .reproducible(SetClock()))
        defer { passwords.shutdown() }
        /// The shortest of three, since a machine that is busy makes any of them longer.
        func time(_ login: String) -> Duration {
            let times = (1...3).map { number in
                ContinuousClock().measure {
                    let answer = Monitor<Passwords.Outcome?>(nil)
                    passwords.signIn(login: login, password: "guess", address: "192.0.2.\(number)") { outcome, _ in
                        answer.withLock { $0 = outcome }
                    }
                    answer.withLock(when: { $0 != nil }) { _ in }
                }
            }
            return times.min() ?? .zero
        }
        #expect(time("nobody") > time("p1") / 2)
    }
}
