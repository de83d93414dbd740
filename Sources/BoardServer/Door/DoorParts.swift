import Logging
import Sockets
import TumorBoard
import Wire

/// What every connection needs and none changes: one object, since a connection that is idle keeps whatever it holds.
final class DoorParts: Sendable {
    let router: Router
    let site: StaticSite?
    /// Whether `/echo` is there: for conformance suites, never in operation.
    let offersEcho: Bool
    let gatekeeper: Gatekeeper
    let environment: Environment
    let limits: ServerLimits
    let log: Logger
    let access: AccessLog
    let loop: EventLoop
    let conversations: LoopBound<Conversations>
    /// For content that is large, while it comes and is worked on.
    let contents: MemoryBudget
    /// For answers that are large, until they are taken.
    let answers: MemoryBudget

    init(
        router: Router,
        site: StaticSite?,
        offersEcho: Bool,
        gatekeeper: Gatekeeper,
        environment: Environment,
        limits: ServerLimits,
        log: Logger,
        access: AccessLog,
        loop: EventLoop,
        conversations: LoopBound<Conversations>,
        contents: MemoryBudget,
        answers: MemoryBudget
    ) {
        self.router = router
        self.site = site
        self.offersEcho = offersEcho
        self.gatekeeper = gatekeeper
        self.environment = environment
        self.limits = limits
        self.log = log
        self.access = access
        self.loop = loop
        self.conversations = conversations
        self.contents = contents
        self.answers = answers
    }

    /// The same with other endpoints behind the paths.
    func with(_ router: Router) -> DoorParts {
        DoorParts(
            router: router,
            site: site,
            offersEcho: offersEcho,
            gatekeeper: gatekeeper,
            environment: environment,
            limits: limits,
            log: log,
            access: access,
            loop: loop,
            conversations: conversations,
            contents: contents,
            answers: answers
        )
    }

    /// On the loop only.
    func date() -> HTTPDate { conversations.value.date(unixSeconds: environment.now().milliseconds / 1000) }

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
    private var allAreGone: (() -> Void)?
    private var date = HTTPDate(unixSeconds: 0)
    private var dateSeconds: Int64 = 0
    /// Where they all came to; known before the first of them comes.
    var port: UInt16 = 0

    subscript(id: Int) -> Conversation? {
        get { all[id] }
        set {
            all[id] = newValue
            if all.isEmpty { tellThatAllAreGone() }
        }
    }

    /// Written once a second, for every response of that second.
    func date(unixSeconds: Int64) -> HTTPDate {
        if unixSeconds != dateSeconds {
            date = HTTPDate(unixSeconds: unixSeconds)
            dateSeconds = unixSeconds
        }
        return date
    }

    /// Runs once, when nobody is connected any more: at once when that is so.
    func whenEmpty(_ body: @escaping () -> Void) {
        allAreGone = body
        if all.isEmpty { tellThatAllAreGone() }
    }

    private func tellThatAllAreGone() { allAreGone.take()?() }

    var everyone: [Conversation] { Array(all.values) }
}
