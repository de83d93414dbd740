import BoardAPI
import Sockets
import TumorBoard
import Wire

/// Signals: the one thing shown that is never stored. Who may write on the board may send them, who reads the board
/// receives them; so in a sealed phase there are none.
extension Hub {
    /// Passes a signal on. Answered only when it is refused: a pointer moves many times a second.
    func pass(_ signal: Signal, in caseID: CaseID, re id: String, from conversation: LiveConversation) {
        let person = conversation.visitor.person
        guard let live = cases[caseID], let access = live.access, conversation.subscriptions[caseID] != nil else {
            return reply(to: conversation, ErrorReply.Fault(code: "unknown"), re: id)
        }
        guard access.maySignal(person) else {
            return reply(to: conversation, ErrorReply.Fault(code: "phase-forbids"), re: id)
        }
        guard let text = try? Canonical.encode(Shown(caseID: caseID, by: person, signal: signal)) else { return }
        let frame = FrameEncoder.frame(.text, text)
        for subscription in live.subscriptions
        where subscription.isCaughtUp && subscription.reads(.board) && subscription.conversation !== conversation {
            subscription.conversation.show(frame, of: person, in: subscription)
        }
    }
}

extension LiveConversation {
    /// Sends a signal, or, while the peer has not taken what was sent before, keeps it in place of the person's last.
    func show(_ frame: [UInt8], of person: PersonID, in subscription: Subscription) {
        guard connection.isBehind else { return send(frame: frame) }
        subscription.waitingSignals[person] = frame
    }

    /// The peer has caught up: of each person the latest signal that waited.
    func showWaiting() {
        for subscription in subscriptions.values where !subscription.waitingSignals.isEmpty {
            let waiting = subscription.waitingSignals
            subscription.waitingSignals = [:]
            for (_, frame) in waiting.sorted(by: { $0.key < $1.key }) { send(frame: frame) }
        }
    }
}
