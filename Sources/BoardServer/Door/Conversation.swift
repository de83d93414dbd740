import Cryptography
import Sockets
import TumorBoard
import Wire

/// What is spoken on one connection: HTTP first, perhaps a WebSocket later. Confined to the loop.
final class Conversation: ConnectionHandler {
    private let door: DoorParts
    private let hub: Hub
    let connection: Connection
    private var input = ByteQueue()
    private var http: HTTPConversation
    /// What is spoken once HTTP is left behind: the board's socket, or another.
    private var upgraded: (any UpgradedConversation)?
    private(set) var live: LiveConversation?
    private(set) var lastHeard: ContinuousClock.Instant

    init(_ connection: Connection, door: DoorParts, hub: Hub) {
        self.connection = connection
        self.door = door
        self.hub = hub
        http = HTTPConversation(door: door, connectionID: connection.id, peer: connection.peer)
        lastHeard = door.loop.now
        door.conversations.value[connection.id] = self
    }

    func handshaken(_ connection: Connection) { http.certificate = connection.peerCertificate }

    /// The peer has said goodbye: the connection ends behind the answer to the last that it asked for.
    private var isPeerDone = false

    func owesAnswer(_ connection: Connection) -> Bool {
        isPeerDone = upgraded == nil && http.isAwaitingAnswer
        return isPeerDone
    }

    func received(_ bytes: UnsafeRawBufferPointer, on connection: Connection) {
        // A request's time counts from its first byte, a socket's silence from its last whole message: one that trickles
        // ends as one that stalls.
        if upgraded == nil, http.isBetweenRequests { lastHeard = door.loop.now }
        input.append(bytes)
        proceed()
        if upgraded == nil, http.isAwaitingAnswer, input.count > door.limits.sentAheadBytes {
            connection.pauseReading()
        }
    }

    /// Of large answers that the peer has not taken yet.
    private var shares: [MemoryBudget.Share] = []
    private var isProceeding = false
    /// Others have their turn, or the peer has to take its answers, before anything more is read.
    private var isHeldBack = false

    /// Takes one request after the other. An endpoint may answer at once, from inside; the loop here then goes on.
    private func proceed() {
        guard !isProceeding, !isHeldBack else { return }
        isProceeding = true
        defer { isProceeding = false }
        var left = door.limits.messagesPerTurn
        while upgraded == nil, connection.isOpen {
            guard left > 0 else { return takeAnotherTurn() }
            guard connection.pendingOutputByteCount <= door.limits.answersAheadBytes else { return waitUntilDrained() }
            left -= 1
            switch http.next(&input, sendNow: { _ = connection.send($0) }) {
            case .waiting:
                if isPeerDone, !http.isAwaitingAnswer { connection.close(afterFlush: true) }
                return
            case .answer(let response): finish(response)
            case .call(let endpoint, let call): endpoint.handle(call)
            case .upgrade(let path, let head): upgrade(head, to: path)
            }
        }
        guard let upgraded else { return }
        let heard = upgraded.proceed(&input)
        if heard > 0 { lastHeard = door.loop.now }
        if heard == door.limits.messagesPerTurn { takeAnotherTurn() }
    }

    /// Goes on when everybody else has had their turn: what one peer sends at once must not make the others wait.
    private func takeAnotherTurn() {
        holdBack()
        let (id, conversations) = (connection.id, door.conversations)
        door.loop.enqueue { conversations.value[id]?.takeTurn() }
    }

    private func takeTurn() {
        guard isHeldBack else { return }
        isHeldBack = false
        connection.resumeReading()
        proceed()
    }

    private func holdBack() {
        isHeldBack = true
        connection.pauseReading()
    }

    /// Writes an answer and goes on with what the peer sent ahead.
    func finish(_ response: Response) {
        guard upgraded == nil, connection.isOpen else { return }
        lastHeard = door.loop.now
        do throws(MemoryBudget.Refusal) {
            if let share = try http.share(for: response) {
                shares.append(share)
                connection.tellWhenDrained()
            }
            _ = connection.send(http.encode(response))
        } catch {
            _ = connection.send(http.encode(Problem(error, for: "large answers that are not taken").response))
        }
        if http.closesAfterAnswer { return connection.close(afterFlush: true) }
        proceed()
        // What is left of a request has to come, however much of it is there.
        let isAhead = http.isAwaitingAnswer && input.count > door.limits.sentAheadBytes
        if !isHeldBack, !isAhead { connection.resumeReading() }
    }

    private func upgrade(_ head: RequestHead, to path: UpgradePath) {
        let handshake: ServerHandshake
        do throws(HTTPError) {
            handshake = try ServerHandshake(head)
        } catch {
            return finish(Problem(error).response)
        }
        switch path {
        case .board: joinBoard(head, handshake)
        case .echo:
            accept(handshake, subprotocol: nil)
            upgraded = EchoConversation(connection, limits: door.limits)
        }
    }

    private func joinBoard(_ head: RequestHead, _ handshake: ServerHandshake) {
        guard let visitor = door.gatekeeper.visitor(head.fields, certificate: connection.peerCertificate) else {
            return finish(Problem.unauthorized.response)
        }
        guard door.gatekeeper.isFromHere(head.fields, visitor: visitor, port: door.conversations.value.port) else {
            return finish(Problem.foreignOrigin.response)
        }
        guard handshake.subprotocols.contains(LiveConversation.subprotocol) else {
            return finish(Problem.malformed("the subprotocol consilium.v1 is required").response)
        }
        accept(handshake, subprotocol: LiveConversation.subprotocol)
        let live = LiveConversation(connection, visitor: visitor, door: door, hub: hub)
        self.live = live
        upgraded = live
        live.greet()
    }

    private func accept(_ handshake: ServerHandshake, subprotocol: String?) {
        let date = door.date()
        _ = connection.send(
            handshake.response(subprotocol: subprotocol, date: date, sha1: SHA1.hashForWebSocketAccept)
        )
    }

    /// Nothing more is answered before the peer has taken what was.
    private func waitUntilDrained() {
        holdBack()
        connection.tellWhenDrained()
    }

    func drained(_ connection: Connection) {
        shares = []
        if let upgraded { upgraded.drained() } else { takeTurn() }
    }

    func overflowed(_ connection: Connection) { upgraded?.overflowed() }

    func closed(_ connection: Connection, reason: CloseReason) {
        shares = []
        upgraded?.closed()
        door.conversations.value[connection.id] = nil
    }

    /// Ends what has been silent for too long. Called every few seconds for everyone.
    func sweep(now: ContinuousClock.Instant) {
        let silence = lastHeard.duration(to: now)
        if let upgraded { return upgraded.sweep(silence: silence) }
        if http.isAwaitingAnswer { return }
        if http.isBetweenRequests {
            // An answer that is still being taken has a deadline of its own: `ConnectionLimits.writeTimeout`.
            let isIdle = connection.pendingOutputByteCount == 0 && silence > door.limits.idle
            if isIdle { connection.close(afterFlush: true) }
        } else if silence > http.patience {
            finish(http.timeOut())
        }
    }

    /// The server is going down: a socket is told to come back, anything else ends behind what was answered.
    func goDown() {
        if let upgraded { upgraded.goDown() } else { connection.close(afterFlush: true) }
    }
}
