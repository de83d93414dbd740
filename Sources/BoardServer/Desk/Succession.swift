import Storage
import Synchronization

/// Commands of one request said one after the other, each when the one before it is answered.
///
/// Everything happens on readers: an answer comes on the loop, which hands the next step to a reader instead of taking it.
/// A command that is refused on the spot leads to the next without growing the stack.
final class Succession: Sendable {
    private enum Turn {
        /// A command is being said by a reader that still holds the turn.
        case held
        /// The answer came while the turn was held: the reader goes on with the next.
        case answered
        /// The reader has gone: whoever answers hands the next step to another.
        case left
    }

    private struct Progress {
        var turn = Turn.left
        var replies: [DeskReply] = []
    }

    private let commands: [Said]
    private let desk: CaseDesk
    private let isEnd: @Sendable (DeskReply) -> Bool
    private let then: @Sendable ([DeskReply]) -> Void
    private let progress = Mutex(Progress())

    /// - Parameters:
    ///   - isEnd: whether what follows a command with this answer is not said any more.
    ///   - then: gets the answers to all that was said, on any thread, once.
    init(
        _ commands: [Said],
        desk: CaseDesk,
        endingAt isEnd: @escaping @Sendable (DeskReply) -> Bool = { _ in false },
        then: @escaping @Sendable ([DeskReply]) -> Void
    ) {
        self.commands = commands
        self.desk = desk
        self.isEnd = isEnd
        self.then = then
    }

    /// Says the first command, and the others when their time comes. To be called once; hops to a reader by itself.
    func begin() {
        if !desk.read(for: commands.first?.person, { [self] _ in proceed() }) { giveUp() }
    }

    private func proceed() {
        while true {
            let replies = progress.withLock { progress in
                progress.turn = .held
                return progress.replies
            }
            guard replies.count < commands.count, replies.last.map(isEnd) != true else { return then(replies) }
            desk.perform(commands[replies.count]) { [self] in take($0) }
            let isAnswered = progress.withLock { progress in
                defer { progress.turn = .left }
                return progress.turn == .answered
            }
            guard isAnswered else { return }
        }
    }

    private func take(_ reply: DeskReply) {
        let isLeft = progress.withLock { progress in
            progress.replies.append(reply)
            defer { progress.turn = .answered }
            return progress.turn == .left
        }
        if isLeft { begin() }
    }

    /// No reader takes the next step: what was not said is unavailable, and may be sent again under the same key.
    private func giveUp() {
        let replies = progress.withLock(\.replies)
        let isOver = replies.last.map(isEnd) == true
        let missing = isOver ? 0 : commands.count - replies.count
        then(replies + Array(repeating: .unavailable, count: missing))
    }
}
