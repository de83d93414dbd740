import BoardAPI
import Sockets
import TumorBoard
import Wire

/// The socket of one person: requests in, replies and pushes out. Confined to the loop.
final class LiveConversation {
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
    private var decoder: FrameDecoder
    private var allowance: Allowance
    private let openedAt: ContinuousClock.Instant
    private var sentByteCount = 0
    private var ending: CloseCode?
    private(set) var isClosing = false
    /// What this socket follows, by case.
    var subscriptions: [CaseID: Subscription] = [:]
    /// Joins a reader still looks at, each with its number: they count as what is followed.
    var joining: [CaseID: UInt64] = [:]

    init(_ connection: Connection, visitor: Directory.Visitor, door: DoorParts, hub: Hub) {
        self.connection = connection
        self.visitor = visitor
        self.door = door
        self.hub = hub
        decoder = FrameDecoder(role: .server, limits: door.limits.webSocket)
        openedAt = door.loop.now
        let limits = door.limits
        allowance = Allowance(burst: limits.requestBurst, perSecond: limits.requestsPerSecond, now: door.loop.now)
    }

    func greet() {
        door.access.opened(by: visitor.person)
        let hello = Hello(person: visitor.person, name: visitor.name, now: door.environment.now())
        if let text = try? Canonical.encode(hello) { send(text) }
        if !hub.enter(self) { close(.tooMany) }
    }

    /// Takes every complete message; answers to good ones leave before a bad one behind them is acted on.
    ///
    /// - Returns: how many there were, up to `ServerLimits.messagesPerTurn`: then more may be there.
    func proceed(_ input: inout ByteQueue) -> Int {
        var heard = 0
        while !isClosing, heard < door.limits.messagesPerTurn {
            do throws(WebSocketError) {
                guard let said = try decoder.next(&input, { Self.copy($0) }) else { break }
                heard += 1
                hear(said)
            } catch {
                close(error.code, reason: error.reason)
            }
        }
        return heard
    }

    /// A message taken out of the read buffer.
    private enum Heard {
        case text([UInt8])
        case binary, pong
        case ping([UInt8])
        case close(CloseCode?)
    }

    private static func copy(_ message: WebSocketMessage) -> Heard {
        switch message {
        case .text(let bytes): .text(Array(bytes))
        case .binary: .binary
        case .ping(let bytes): .ping(Array(bytes))
        case .pong: .pong
        case .close(let code, _): .close(code)
        }
    }

    private func hear(_ said: Heard) {
        switch said {
        case .pong: if !isAllowed() { close(.tooMany) }
        case .ping(let payload):
            guard isAllowed() else { return close(.tooMany) }
            send(frame: FrameEncoder.frame(.pong, payload))
        case .binary: close(.broken("binary messages have no meaning here"))
        case .close(let code): close(code)
        case .text(let bytes):
            guard isAllowed() else { return close(.tooMany) }
            guard hub.isWelcome(visitor) else { return close(.signedOut) }
            hub.hear(bytes, from: self)
        }
    }

    private func isAllowed() -> Bool { allowance.take(now: door.loop.now) }

    /// Sends one JSON message.
    func send(_ json: [UInt8]) { send(frame: FrameEncoder.frame(.text, json)) }

    /// Sends a frame that was encoded once for all.
    func send(frame: [UInt8]) {
        guard !isClosing else { return }
        guard connection.pendingOutputByteCount + frame.count <= door.limits.pendingFrameBytes else {
            return close(.tooSlow)
        }
        write(frame)
    }

    private func write(_ frame: [UInt8]) {
        sentByteCount += frame.count
        _ = connection.send(frame)
    }

    func close(_ ending: Ending) {
        guard !isClosing else { return }
        close(ending.code, reason: ending.reason)
    }

    private func close(_ code: CloseCode?, reason: String = "") {
        isClosing = true
        ending = code
        write(FrameEncoder.close(code, reason: reason))
        connection.close(afterFlush: true)
    }

    func drained() {
        showWaiting()
        hub.drained(self)
    }

    func overflowed() {
        isClosing = true
        ending = Ending.tooSlow.code
        write(FrameEncoder.close(Ending.tooSlow.code, reason: Ending.tooSlow.reason))
    }

    func closed() {
        isClosing = true
        let duration = openedAt.duration(to: door.loop.now)
        door.access.closed(by: visitor.person, ending, byteCount: sentByteCount, after: duration)
        hub.leave(self)
    }
}
