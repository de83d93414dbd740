import BoardAPI
import Sockets
import TumorBoard
import Wire

/// The socket of one person: requests in, replies and pushes out. Confined to the loop.
final class LiveConversation: UpgradedConversation {
    static let subprotocol = "consilium.v1"

    /// Close codes by their meaning to the client: below 4500 come back, from there on do not.
    enum Ending {
        case goingDown, tooSlow, silent, tooMany, faulted, signedOut
        case broken(String)

        var code: CloseCode {
            let number: UInt16 =
                switch self {
                case .goingDown: 4001
                case .tooSlow: 4002
                case .silent: 4003
                case .tooMany: 4004
                case .faulted: 4005
                case .signedOut: 4500
                case .broken: 4501
                }
            return CloseCode(rawValue: number)
        }

        var reason: String {
            switch self {
            case .goingDown: "going down"
            case .tooSlow: "too slow"
            case .silent: "silent"
            case .tooMany: "too many requests"
            case .faulted: "fault"
            case .signedOut: "signed out"
            case .broken(let how): how
            }
        }
    }

    let connection: Connection
    let visitor: Directory.Visitor
    let door: DoorParts
    private let hub: Hub
    private let socket: WebSocketConversation
    private let openedAt: ContinuousClock.Instant
    /// What this socket follows, by case.
    var subscriptions: [CaseID: Subscription] = [:]
    /// Joins a reader still looks at, each with its number: they count as what is followed.
    var joining: [CaseID: UInt64] = [:]

    init(_ connection: Connection, visitor: Directory.Visitor, door: DoorParts, hub: Hub) {
        self.connection = connection
        self.visitor = visitor
        self.door = door
        self.hub = hub
        socket = WebSocketConversation(connection, limits: door.limits.webSocket)
        openedAt = door.loop.now
    }

    var isClosing: Bool { socket.isClosing }

    func greet() {
        door.access.opened(by: visitor.person)
        let hello = Hello(person: visitor.person, name: visitor.name, now: door.environment.now())
        if let text = try? Canonical.encode(hello) { send(text) }
        if !hub.enter(self) { close(.tooMany) }
    }

    func proceed(_ input: inout ByteQueue) -> Int {
        socket.proceed(&input, upTo: door.limits.messagesPerTurn, admit: isAllowed) { opcode, payload in
            hear(opcode, payload)
        }
    }

    private func hear(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) {
        guard opcode == .text else { return close(.broken("binary messages have no meaning here")) }
        guard hub.isWelcome(visitor) else { return close(.signedOut) }
        hub.hear(Array(payload), from: self)
    }

    /// Pings count as requests do.
    private func isAllowed(_ byteCount: Int) -> Bool {
        if hub.mayBeHeard(visitor.person, byteCount) { return true }
        close(.tooMany)
        return false
    }

    /// Sends one JSON message.
    func send(_ json: [UInt8]) { send(frame: FrameEncoder.frame(.text, json)) }

    /// Sends a frame that was encoded once for all.
    func send(frame: [UInt8]) {
        guard !isClosing else { return }
        guard connection.pendingOutputByteCount + frame.count <= door.limits.pendingFrameBytes else {
            return close(.tooSlow)
        }
        socket.send(frame: frame)
    }

    func close(_ ending: Ending) { socket.close(ending.code, reason: ending.reason) }

    func drained() {
        showWaiting()
        hub.drained(self)
    }

    func overflowed() { socket.overflowed(Ending.tooSlow.code, reason: Ending.tooSlow.reason) }

    func closed() {
        socket.closed()
        let duration = openedAt.duration(to: door.loop.now)
        door.access.closed(by: visitor.person, socket.ending, byteCount: socket.sentByteCount, after: duration)
        hub.leave(self)
    }

    func sweep(silence: Duration) {
        // A sign-in that has expired ends here, also for those who only listen.
        if !hub.isWelcome(visitor) { return close(.signedOut) }
        if silence > door.limits.heartbeat { close(.silent) }
    }

    func goDown() { close(.goingDown) }
}
