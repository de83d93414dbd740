import Logging
import Sockets
import TumorBoard
import Wire

/// What every connection needs and none changes.
struct DoorParts: Sendable {
    var router: Router
    let site: StaticSite?
    let gatekeeper: Gatekeeper
    let environment: Environment
    let limits: ServerLimits
    let log: Logger
    let loop: EventLoop
    let conversations: LoopBound<Conversations>

    func date() -> HTTPDate { HTTPDate(unixSeconds: environment.now().milliseconds / 1000) }

    /// Where an endpoint sends its answer: back to the loop, to whoever is still there.
    func answer(to connectionID: Int) -> @Sendable (Response) -> Void {
        onLoop { $0[connectionID]?.finish($1) }
    }

    /// A function that may be called anywhere and does its work on the loop: at once when it is there already, so that what
    /// was said first is sent first.
    func onLoop<Value: Sendable>(
        _ body: @escaping @Sendable (Conversations, Value) -> Void
    ) -> @Sendable (Value) -> Void {
        let (loop, conversations) = (loop, conversations)
        return { value in
            if loop.isCurrent { return body(conversations.value, value) }
            _ = loop.enqueue { body(conversations.value, value) }
        }
    }
}

/// Everyone connected, by connection number. Confined to the loop.
final class Conversations {
    private var all: [Int: Conversation] = [:]

    subscript(id: Int) -> Conversation? {
        get { all[id] }
        set { all[id] = newValue }
    }

    var count: Int { all.count }
    var everyone: [Conversation] { Array(all.values) }
}
