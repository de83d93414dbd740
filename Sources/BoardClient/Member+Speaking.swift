package import BoardAPI
import Cryptography
import Foundation
import Sockets
import TumorBoard

/// The speaking side: commands that are said again until they are answered, under the same id.
extension Member {
    /// Says one command, as its JSON object `{"name": {…}}`, and waits for the answer.
    ///
    /// After a cut it is said again with the same id: the server answers it once.
    ///
    /// - Throws: `Failure.timedOut` when no answer came in time.
    package func perform(
        _ command: String,
        id: String = Hexadecimal.encode(SecureRandom.bytes(16)),
        within patience: Duration = .seconds(30)
    ) throws -> Answer {
        let request = try request(command, id: id)
        _ = state.withLock { $0.awaited.updateValue(nil, forKey: id) }
        defer { state.withLock { _ = $0.awaited.removeValue(forKey: id) } }
        let deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline {
            if let socket = state.withLock(
                when: { $0.socket != nil || $0.failure != nil },
                before: deadline,
                { $0.socket }
            ) {
                try? socket?.send(request)
            }
            let answer = state.withLock(
                when: { $0.answer(to: id) != nil || $0.failure != nil },
                before: min(deadline, .now + .seconds(3))
            ) { state in
                defer { state.awaited.updateValue(nil, forKey: id) }
                return state.answer(to: id)
            }
            if let failure = state.withLock(\.failure), answer ?? nil == nil { throw failure }
            guard let answer, let answer else { continue }
            if case .refused(let fault) = answer, fault.retry == true {
                _ = state.withLock(when: { $0.failure != nil }, before: .now + .milliseconds(200)) { _ in }
                continue
            }
            return answer
        }
        throw Failure.timedOut
    }

    /// What was to be said is no JSON object `{"name": {…}}`.
    package struct NoCommand: Error, CustomStringConvertible {
        package let description = #"a command is one JSON object with one key, {"name":{…}}"#
    }

    /// `{"seal": {"own": 37}}` becomes `{"id": …, "seal": {"case": …, "own": 37}}`.
    private func request(_ command: String, id: String) throws -> [UInt8] {
        let object = try? JSONSerialization.jsonObject(with: Data(command.utf8)) as? [String: Any]
        guard let object, object.count == 1, let (name, payload) = object.first,
            var fields = payload as? [String: Any]
        else { throw NoCommand() }
        fields["case"] = caseID.text
        return Array(try JSONSerialization.data(withJSONObject: ["id": id, name: fields], options: [.sortedKeys]))
    }

    /// Waits until the condition holds for what was received, or throws `timedOut`.
    package func wait(
        within patience: Duration = .seconds(20),
        until isReady: ([Received]) -> Bool
    ) throws {
        let isMet = state.withLock(
            when: { isReady($0.events) || $0.failure != nil },
            before: .now + patience
        ) { isReady($0.events) }
        if isMet == true { return }
        if let failure = state.withLock(\.failure) { throw failure }
        throw Failure.timedOut
    }

    /// Waits until everything that was there at the last join has come.
    package func waitUntilCaughtUp(within patience: Duration = .seconds(20)) throws {
        let isMet: Void? = state.withLock(when: { $0.isCaughtUp || $0.failure != nil }, before: .now + patience) { _ in
        }
        if let failure = state.withLock(\.failure) { throw failure }
        if isMet == nil { throw Failure.timedOut }
    }

    /// Everything received so far, in order.
    package var events: [Received] { state.withLock(\.events) }

    package var positions: [String: Position] { state.withLock(\.positions) }

    package var failure: Failure? { state.withLock(\.failure) }

    /// Cuts the connection as a network would; the member comes back by itself.
    package func cut() { state.withLock(\.socket)?.close() }

    package func stop() {
        let socket = state.withLock { state in
            state.isClosed = true
            return state.socket
        }
        socket?.close()
    }
}
