import Dispatch
import Synchronization
import TumorBoard

/// What waits for the writer: bounded, and taken round-robin by case so that one busy case starves no other.
final class Inbox: Sendable {
    private struct Content {
        var queues: [String: [WriterTask]] = [:]
        /// Aggregates with waiting tasks, in the order they are served.
        var turn: [String] = []
        var count = 0
        var countByPerson: [PersonID: Int] = [:]
        var isClosed = false
    }

    private let content = Mutex(Content())
    private let arrived = DispatchSemaphore(value: 0)
    private let capacity: Int
    private let capacityPerAggregate: Int
    private let capacityPerPerson: Int

    init(capacity: Int, capacityPerAggregate: Int, capacityPerPerson: Int) {
        self.capacity = capacity
        self.capacityPerPerson = capacityPerPerson
        self.capacityPerAggregate = capacityPerAggregate
    }

    /// False when the bound is reached or the desk is closing: nothing was taken.
    func add(_ task: WriterTask) -> Bool {
        let isAdded = content.withLock { content -> Bool in
            let aggregate = task.aggregate
            let waiting = content.queues[aggregate]?.count ?? 0
            guard !content.isClosed, content.count < capacity, waiting < capacityPerAggregate else { return false }
            if let person = task.person {
                guard content.countByPerson[person, default: 0] < capacityPerPerson else { return false }
                content.countByPerson[person, default: 0] += 1
            }
            if waiting == 0 { content.turn.append(aggregate) }
            content.queues[aggregate, default: []].append(task)
            content.count += 1
            return true
        }
        if isAdded { arrived.signal() }
        return isAdded
    }

    /// The next batch: up to `limit` tasks a case, every waiting case in turn. Blocks; `nil` once closed and empty.
    func take(limit: Int, total: Int) -> [WriterTask]? {
        while true {
            arrived.wait()
            let batch = content.withLock { content -> [WriterTask]? in
                var batch: [WriterTask] = []
                // Who was not served comes first next time, who was comes last.
                var untouched: [String] = []
                var served: [String] = []
                for aggregate in content.turn {
                    guard var waiting = content.queues.removeValue(forKey: aggregate) else { continue }
                    let taken = min(limit, total - batch.count, waiting.count)
                    batch.append(contentsOf: waiting.prefix(taken))
                    waiting.removeFirst(taken)
                    if !waiting.isEmpty {
                        content.queues[aggregate] = waiting
                        if taken == 0 { untouched.append(aggregate) } else { served.append(aggregate) }
                    }
                }
                content.turn = untouched + served
                content.count -= batch.count
                for person in batch.compactMap(\.person) {
                    let left = content.countByPerson[person, default: 1] - 1
                    content.countByPerson[person] = left == 0 ? nil : left
                }
                return batch.isEmpty && content.isClosed ? nil : batch
            }
            guard let batch else { return nil }
            if !batch.isEmpty {
                if content.withLock({ $0.count > 0 || $0.isClosed }) { arrived.signal() }
                return batch
            }
        }
    }

    /// Cases with waiting work, which the cache must not evict.
    var waiting: Set<String> { content.withLock { Set($0.turn) } }

    func close() {
        content.withLock { $0.isClosed = true }
        arrived.signal()
    }
}

extension WriterTask {
    /// What the task is about, for fairness.
    var aggregate: String {
        switch self {
        case .order(let order): order.caseID.text
        case .elapse(let id, _): id.text
        case .conference(let order): order.id.text
        case .accounts: "accounts"
        case .forgetReceipts(let aggregate): aggregate
        case .probe: "probe"
        }
    }

    /// Whose quota the task counts against.
    fileprivate var person: PersonID? {
        switch self {
        case .order(let order): order.person
        case .conference(let order): order.person
        case .elapse, .accounts, .forgetReceipts, .probe: nil
        }
    }
}
