import BoardAPI
import Sockets
import TumorBoard
import Wire

/// The socket of one person: requests in, replies and pushes out. Confined to the loop.
final class LiveConversation {
    static let subprotocol = "consilium.v1"

    /// Close codes by their meaning to the client: below 4500 come back, from there on do not.
    enum Ending {
        case goingDown, tooSlow, silent, tooMany, signedOut
        case broken(String)

        var code: CloseCode {
            let number: UInt16 =
                switch self {
                case .goingDown: 4001
                case .tooSlow: 4002
                case .silent: 4003
                case .tooMany: 4004
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
    private(set) var isClosing = false
    /// What this socket follows, by case.
    var subscriptions: [CaseID: Subscription] = [:]

    init(_ connection: Connection, visitor: Directory.Visitor, door: DoorParts, hub: Hub) {
        self.connection = connection
        self.visitor = visitor
        self.door = door
        self.hub = hub
        decoder = FrameDecoder(role: .server, limits: door.limits.webSocket)
        let limits = door.limits
        allowance = Allowance(burst: limits.requestBurst, perSecond: limits.requestsPerSecond, now: door.loop.now)
    }

    func greet() {
        let hello = Hello(person: visitor.person, name: visitor.name, now: door.environment.now())
        if let text = try? Canonical.encode(hello) { send(text) }
        if !hub.enter(self) { close(.tooMany) }
    }

    /// Takes every complete message; answers to good ones leave before a bad one behind them is acted on.
    ///
    /// - Returns: whether there was one.
    func proceed(_ input: inout ByteQueue) -> Bool {
        var hasHeard = false
        while !isClosing {
            do throws(WebSocketError) {
                guard let said = try decoder.next(&input, { Self.copy($0) }) else { break }
                hasHeard = true
                hear(said)
            } catch {
                isClosing = true
                _ = connection.send(FrameEncoder.close(error.code, reason: error.reason))
                connection.close(afterFlush: true)
            }
        }
        return hasHeard
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
        case .close(let code):
            isClosing = true
            _ = connection.send(FrameEncoder.close(code))
            connection.close(afterFlush: true)
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
        _ = connection.send(frame)
    }

    func close(_ ending: Ending) {
        guard !isClosing else { return }
        isClosing = true
        _ = connection.send(FrameEncoder.close(ending.code, reason: ending.reason))
        connection.close(afterFlush: true)
    }

    func drained() { hub.drained(self) }

    func overflowed() {
        isClosing = true
        _ = connection.send(FrameEncoder.close(Ending.tooSlow.code, reason: Ending.tooSlow.reason))
    }

    func closed() {
        isClosing = true
        hub.leave(self)
    }
}
