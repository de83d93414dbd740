import BoardAPI
import Cryptography
import Logging
import Sockets
import Storage
import TumorBoard

/// A join, and the reading that follows it: on a reader, piece by piece, each piece sent before the next is read.
extension Hub {
    func join(_ join: LiveRequest.Join, re id: String, from conversation: LiveConversation) {
        let caseID = join.caseID
        leave(caseID, conversation)
        guard conversation.subscriptions.count + conversation.joining.count < door.limits.subscriptions else {
            return reply(to: conversation, ErrorReply.Fault(code: "limit-reached", detail: "subscriptions"), re: id)
        }
        let live = cases[caseID] ?? LiveCase()
        cases[caseID] = live
        live.joining += 1
        let number = nextJoin()
        conversation.joining[caseID] = number
        let connectionID = conversation.connection.id
        let person = conversation.visitor.person
        let admitted = door.onLoop { [bound = LoopBoundHub(self, on: door.loop)] (_: Conversations, entry: Entry) in
            bound.hub.admit(entry, re: id, caseID: caseID, connectionID: connectionID, number: number)
        }
        let isTaken = desk.read(for: person) { [desk] reader in
            admitted(Entry.look(caseID, person: person, at: join.at, desk: desk, reader: reader))
        }
        if !isTaken { admitted(.unavailable) }
    }

    /// Ends what this socket follows of a case, or was about to.
    func leave(_ caseID: CaseID, _ conversation: LiveConversation) {
        conversation.joining[caseID] = nil
        if let subscription = conversation.subscriptions.removeValue(forKey: caseID) { forget(subscription) }
    }

    /// What a reader found of a join.
    enum Entry: Sendable {
        case admitted(Access, streams: Set<Stream>, after: [String: Int])
        case unknown
        case diverged([String])
        case unavailable

        static func look(
            _ caseID: CaseID,
            person: PersonID,
            at positions: [String: Position],
            desk: CaseDesk,
            reader: Reader
        ) -> Entry {
            do {
                guard let state = try desk.state(of: caseID, from: reader) else { return .unknown }
                let access = Access(state)
                let streams = access.streams(of: person)
                guard !streams.isEmpty else { return .unknown }
                var after: [String: Int] = [:]
                var diverged: [String] = []
                for stream in streams {
                    let name = stream.wireName(for: person)
                    let position = positions[name] ?? Position(seq: 0, tag: "")
                    after[stream.name] = position.seq
                    guard position.seq != 0 else { continue }
                    let chain = try reader.chain(aggregate: caseID.text, stream: stream.name, seq: position.seq)
                    if chain.map(Chain.tag) != position.tag { diverged.append(name) }
                }
                return diverged.isEmpty
                    ? .admitted(access, streams: streams, after: after) : .diverged(diverged.sorted())
            } catch {
                desk.log.error("join faulted", error: error)
                return .unavailable
            }
        }
    }

    private func admit(_ entry: Entry, re id: String, caseID: CaseID, connectionID: Int, number: UInt64) {
        guard let live = cases[caseID] else { return }
        // The case stays live until this join has its cursor, also while an earlier one is forgotten.
        defer {
            live.joining -= 1
            release(caseID)
        }
        guard let conversation = door.conversations.value[connectionID]?.live, !conversation.isClosing else { return }
        // A socket that has left since, or joined anew, is answered and follows nothing by this join.
        let isWanted = conversation.joining[caseID] == number
        if isWanted { conversation.joining[caseID] = nil }
        switch entry {
        case .unknown: return reply(to: conversation, ErrorReply.Fault(code: "unknown"), re: id)
        case .unavailable:
            return reply(to: conversation, ErrorReply.Fault(code: "unavailable", retry: true), re: id)
        case .diverged(let names):
            let detail = names.joined(separator: " ")
            return reply(to: conversation, ErrorReply.Fault(code: "diverged", detail: detail), re: id)
        case .admitted(let access, let streams, let after):
            let person = conversation.visitor.person
            let names = streams.map { $0.wireName(for: person) }.sorted()
            let ok = (try? Canonical.encode(["streams": names])) ?? Array("{}".utf8)
            conversation.send(OkReply.json(re: id, ok: ok))
            guard isWanted else { return }
            let subscription = Subscription(
                caseID: caseID,
                number: number,
                conversation: conversation,
                streams: streams,
                after: after
            )
            conversation.subscriptions[caseID] = subscription
            live.subscriptions.append(subscription)
            // The membership may have changed while the reader looked.
            let latest = live.access ?? access
            live.access = latest
            guard latest.streams(of: person) == streams else {
                return end(subscription, telling: latest.streams(of: person).isEmpty ? .left : .rejoin)
            }
            readNext(for: conversation)
        }
    }

    /// Reads on for one cursor of this socket that is behind: one piece at a time, and only when the peer has taken the last.
    func readNext(for conversation: LiveConversation) {
        let all = conversation.subscriptions.values
        guard !all.contains(where: \.isReading),
            let next = all.filter({ !$0.isCaughtUp }).min(by: { $0.number < $1.number })
        else { return }
        guard conversation.connection.pendingOutputByteCount < door.limits.replayBytes else {
            return conversation.connection.tellWhenDrained()
        }
        read(next)
    }

    private func read(_ subscription: Subscription) {
        subscription.isReading = true
        let (caseID, number) = (subscription.caseID, subscription.number)
        let (after, limit) = (subscription.after, door.limits.replayBytes)
        let connectionID = subscription.conversation.connection.id
        let person = subscription.conversation.visitor.person
        let log = door.log
        let found = door.onLoop { [bound = LoopBoundHub(self, on: door.loop)] (all: Conversations, piece: Piece) in
            guard let live = all[connectionID]?.live else { return }
            if let subscription = live.subscriptions[caseID], subscription.number == number {
                bound.hub.take(piece, for: subscription)
            }
            bound.hub.readNext(for: live)
        }
        let isTaken = desk.read(for: person) { reader in
            do {
                found(try Piece.read(caseID, person: person, after: after, limit: limit, from: reader))
            } catch {
                log.error("replay faulted", error: error)
                found(.failed)
            }
        }
        if !isTaken { found(.notRead) }
    }

    enum Piece: Sendable {
        case frames([[UInt8]], upTo: Int64, after: [String: Int], isComplete: Bool)
        /// No reader was free: the case is to be joined again.
        case notRead
        /// The disk failed: the socket ends, to be opened again.
        case failed

        static func read(
            _ caseID: CaseID,
            person: PersonID,
            after: [String: Int],
            limit: Int,
            from reader: Reader
        ) throws -> Piece {
            let streams = Set(after.keys)
            let chunk = try reader.events(aggregate: caseID.text, of: streams, after: after, byteLimit: limit)
            let frames = chunk.events.map { stored in
                let name = Stream(name: stored.stream)?.wireName(for: person) ?? stored.stream
                return EventFrame.frame(stored, caseID: caseID, streamName: name)
            }
            return .frames(frames, upTo: chunk.position, after: chunk.after, isComplete: chunk.isComplete)
        }
    }

    private func take(_ piece: Piece, for subscription: Subscription) {
        subscription.isReading = false
        switch piece {
        case .notRead: end(subscription, telling: .rejoin)
        case .failed: subscription.conversation.close(.faulted)
        case .frames(let frames, let position, let after, let isComplete):
            subscription.after = after
            take(frames, upTo: position, isComplete: isComplete, for: subscription)
        }
    }

    private func take(_ frames: [[UInt8]], upTo position: Int64, isComplete: Bool, for subscription: Subscription) {
        for frame in frames { subscription.conversation.send(frame: frame) }
        subscription.position = max(subscription.position, position)
        guard isComplete, let live = cases[subscription.caseID], let rows = live.rows(after: subscription.position)
        else { return }
        for row in rows { deliver(row, to: subscription) }
        subscription.isCaughtUp = true
        subscription.after = [:]
        notify(subscription.conversation, .caughtUp, subscription.caseID)
    }

    /// The peer has taken everything: those still behind go on.
    func drained(_ conversation: LiveConversation) { readNext(for: conversation) }
}

/// Carries the hub through a job of its own loop.
struct LoopBoundHub: Sendable {
    private let box: LoopBound<Hub>

    init(_ hub: Hub, on loop: EventLoop) { box = LoopBound(hub, on: loop) }

    var hub: Hub { box.value }
}
