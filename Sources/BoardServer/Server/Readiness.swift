import Logging
import Storage
import Synchronization

/// Whether the server can do what it is for: read, and commit what it is told.
///
/// Found out when it is asked, so that it comes back by itself with what it depends on.
final class Readiness: Sendable {
    /// Why the server is not ready, as `GET /readyz` says it.
    enum Obstacle: String, Sendable {
        case starting, draining, busy
        /// Less space is left than the floor: commands are refused, reading goes on.
        case diskFull = "disk-full"
        /// The last commit failed, and so did one that was tried because of this question.
        case cannotCommit = "cannot-commit"
        case unreadable
    }

    private enum Stage { case starting, serving, draining }

    private struct State {
        var stage = Stage.starting
        var canCommit = true
    }

    private let state = Mutex(State())
    private let directory: String
    private let floor: Int64

    init(directory: String, floor: Int64) {
        self.directory = directory
        self.floor = floor
    }

    /// The writer tells how its last batch ended.
    func committed(_ isCommitted: Bool) { state.withLock { $0.canCommit = isCommitted } }

    func beginServing() { state.withLock { if $0.stage == .starting { $0.stage = .serving } } }

    func beginDraining() { state.withLock { $0.stage = .draining } }

    /// Answers on any thread, once, with the first obstacle there is, or with none.
    func check(_ desk: CaseDesk, respond: @escaping @Sendable (Obstacle?) -> Void) {
        switch state.withLock(\.stage) {
        case .starting: return respond(.starting)
        case .draining: return respond(.draining)
        case .serving: break
        }
        let isTaken = desk.read { [self] reader in
            do {
                _ = try reader.lastEventVersion()
            } catch {
                desk.log.warning("not ready", error: error)
                return respond(.unreadable)
            }
            guard DiskSpace.isLeft(in: directory, floor: floor) else { return respond(.diskFull) }
            guard !state.withLock(\.canCommit) else { return respond(nil) }
            desk.probe { respond($0.isDone ? nil : .cannotCommit) }
        }
        if !isTaken { respond(.busy) }
    }
}
