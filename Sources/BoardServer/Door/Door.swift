import Logging
import Sockets
import Storage
import TumorBoard

/// The listening socket, the sweep, the clock of the cases, and the administrator's socket. Confined to the loop.
final class Door {
    let hub: Hub
    private let parts: DoorParts
    private let desk: CaseDesk
    private let listener: Listener
    private let administration: LocalListener
    private var isDraining = false
    private var receiptsAreLookedThrough = Moment(milliseconds: 0)
    private static let clockInterval = Duration.seconds(1)

    init(
        _ parts: DoorParts,
        desk: CaseDesk,
        core: Core,
        listen: SocketAddress,
        context: TLSContext,
        administration path: String
    ) throws {
        self.parts = parts
        self.desk = desk
        let hub = Hub(door: parts, desk: desk)
        self.hub = hub
        listener = try Listener(listen, context: context, limits: parts.limits.listener, on: parts.loop) { connection in
            Conversation(connection, door: parts, hub: hub)
        }
        parts.conversations.value.port = listener.address.port
        let office = AdministrationOffice(core: core, loop: parts.loop)
        administration = try LocalListener(path: path, on: parts.loop) { line, connection in
            office.take(line, from: connection)
        }
        let log = parts.log
        listener.onFault = { log.warning("a connection could not be taken", error: $0) }
        listener.onRefusal = { log.warning("too many connections of one address", metadata: ["peer": "\($0.host)"]) }
        sweep()
        watchDeadlines()
    }

    var address: SocketAddress { listener.address }

    func use(_ context: TLSContext) { listener.context = context }

    private func sweep() {
        guard !isDraining else { return }
        let now = parts.loop.now
        for conversation in parts.conversations.value.everyone { conversation.sweep(now: now) }
        parts.loop.schedule(after: parts.limits.sweep) { [weak self] in self?.sweep() }
    }

    /// Deadlines pass by an event: whoever is due is decided, a second late at most.
    private func watchDeadlines() {
        guard !isDraining else { return }
        let now = parts.environment.now()
        if now >= receiptsAreLookedThrough {
            receiptsAreLookedThrough = now.advanced(by: ReceiptRetention.interval)
            desk.forgetReceipts(at: now)
        }
        _ = desk.read { [desk, log = parts.log] reader in
            do {
                for id in try reader.due(by: now.milliseconds).compactMap({ CaseID($0) }) { desk.elapse(id) }
            } catch {
                log.warning("deadlines cannot be read", error: error)
            }
        }
        parts.loop.schedule(after: Self.clockInterval) { [weak self] in self?.watchDeadlines() }
    }

    /// Nobody new; those online are told to come back.
    func beginDraining() {
        isDraining = true
        listener.stopAccepting()
        administration.stop()
    }

    ///
    /// - Parameter then: runs on the loop when the last of them has taken its answer and gone.
    func finishDraining(then: @escaping @Sendable () -> Void) {
        parts.conversations.value.whenEmpty(then)
        for conversation in parts.conversations.value.everyone { conversation.goDown() }
    }
}
