import BoardAPI
import Logging
import Sockets
import Storage
import TumorBoard

/// Everyone who listens, by case. Confined to the loop: it takes what was committed and hands each frame to those who may
/// read its stream at this moment.
final class Hub {
    let door: DoorParts
    let desk: CaseDesk
    var cases: [CaseID: LiveCase] = [:]
    private var sockets: [PersonID: [LiveConversation]] = [:]
    private var speech: [PersonID: Speech] = [:]
    private var joins: UInt64 = 0

    init(door: DoorParts, desk: CaseDesk) {
        self.door = door
        self.desk = desk
    }

    /// False when the person has too many sockets already.
    func enter(_ conversation: LiveConversation) -> Bool {
        let person = conversation.visitor.person
        sockets[person, default: []].append(conversation)
        return sockets[person, default: []].count <= door.limits.socketsPerPerson
    }

    func leave(_ conversation: LiveConversation) {
        for subscription in conversation.subscriptions.values { forget(subscription) }
        conversation.subscriptions = [:]
        let person = conversation.visitor.person
        sockets[person]?.removeAll { $0 === conversation }
        if sockets[person]?.isEmpty == true { sockets[person] = nil }
    }

    func isWelcome(_ visitor: Directory.Visitor) -> Bool {
        door.gatekeeper.directory.isValid(visitor, now: door.environment.now())
    }

    /// Whether a message of so many bytes is still within what the person may say on all sockets together.
    func mayBeHeard(_ person: PersonID, _ byteCount: Int) -> Bool {
        speech[person, default: Speech(door.limits, now: door.loop.now)].take(byteCount, now: door.loop.now)
    }

    func nextJoin() -> UInt64 {
        joins += 1
        return joins
    }

    // MARK: What was committed

    /// Replies first, then access, then frames: in the order of the commit.
    func apply(_ committed: Committed) {
        for change in committed.directoryChanges { door.gatekeeper.directory.apply(change) }
        for reply in committed.replies { reply() }
        for commit in committed.cases { apply(commit) }
        for person in committed.listReaders {
            for conversation in sockets[person] ?? [] { conversation.send(ListNotice.json) }
        }
        for change in committed.directoryChanges { end(change) }
    }

    private func apply(_ commit: CaseCommit) {
        guard let live = cases[commit.caseID] else { return }
        if let access = commit.access {
            let before = live.access
            live.access = access
            for subscription in live.subscriptions { check(subscription, access: access, before: before) }
        }
        for row in commit.rows {
            live.keep(row, limit: door.limits.tailBytes)
            for subscription in live.subscriptions where subscription.isCaughtUp {
                deliver(row, to: subscription)
            }
        }
    }

    /// A row goes to whoever may read its stream, once.
    func deliver(_ row: LiveRow, to subscription: Subscription) {
        guard row.position > subscription.position else { return }
        subscription.position = row.position
        guard subscription.reads(row.stream) else { return }
        subscription.conversation.send(frame: row.frame)
    }

    /// A set of streams only changes by joining anew: those whose set is another one now are told to, and those whose office
    /// is another one, who learn it in no other way.
    private func check(_ subscription: Subscription, access: Access, before: Access?) {
        let person = subscription.conversation.visitor.person
        let streams = access.streams(of: person)
        guard streams != subscription.streams || access.roles[person] != before?.roles[person] else { return }
        end(subscription, telling: streams.isEmpty ? .left : .rejoin)
    }

    func end(_ subscription: Subscription, telling kind: CaseNotice.Kind) {
        notify(subscription.conversation, kind, subscription.caseID)
        subscription.conversation.subscriptions[subscription.caseID] = nil
        forget(subscription)
    }

    func notify(_ conversation: LiveConversation, _ kind: CaseNotice.Kind, _ caseID: CaseID) {
        if let text = try? Canonical.encode(CaseNotice(kind, caseID)) { conversation.send(text) }
    }

    func forget(_ subscription: Subscription) {
        guard let live = cases[subscription.caseID] else { return }
        live.subscriptions.removeAll { $0 === subscription }
        release(subscription.caseID)
    }

    /// A case nobody follows or is about to follow needs no tail.
    func release(_ id: CaseID) {
        guard let live = cases[id], live.subscriptions.isEmpty, live.joining == 0 else { return }
        cases[id] = nil
    }

    /// Signing out, revoking a token and disabling an account end the sockets that came in by them.
    private func end(_ change: DirectoryChange) {
        let isEnded: (Directory.Visitor) -> Bool
        switch change {
        case .signedOut(let hash): isEnded = { $0.credential == .session(hash) }
        case .revoked(let token): isEnded = { $0.credential == .token(token.hash) }
        case .saved, .signedOutEverywhere: isEnded = { [self] in !isWelcome($0) }
        case .issued, .signedIn, .expired: return
        }
        for conversation in door.conversations.value.everyone {
            guard let live = conversation.live, isEnded(live.visitor) else { continue }
            live.close(.signedOut)
        }
    }
}
