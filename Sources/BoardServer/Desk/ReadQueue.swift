import Storage
import TumorBoard

/// What waits for a reader: bounded in all and for each person, and taken one job a person in turn, so that what one asks for
/// never makes another wait longer than for one job. The server's own work is one more in the turn, without a bound of its own.
struct ReadQueue {
    typealias Job = @Sendable (Reader) -> Void

    /// First in, first out; what was taken is cleared away when it is the greater part.
    private struct Line {
        private var jobs: [Job?] = []
        private var first = 0

        var count: Int { jobs.count - first }

        mutating func append(_ job: @escaping Job) { jobs.append(job) }

        mutating func removeFirst() -> Job? {
            guard first < jobs.count else { return nil }
            defer {
                first += 1
                if first * 2 > jobs.count {
                    jobs.removeFirst(first)
                    first = 0
                }
            }
            return jobs[first].take()
        }
    }

    private let capacity: Int
    private let capacityPerPerson: Int
    private var lines: [PersonID?: Line] = [:]
    /// Those with waiting jobs, in the order they are served.
    private var turn: [PersonID?] = []
    private(set) var count = 0

    init(capacity: Int, capacityPerPerson: Int) {
        self.capacity = capacity
        self.capacityPerPerson = capacityPerPerson
    }

    /// False when a bound is reached: nothing was taken.
    mutating func add(_ job: @escaping Job, for person: PersonID?) -> Bool {
        let waiting = lines[person]?.count ?? 0
        guard count < capacity, person == nil || waiting < capacityPerPerson else { return false }
        if waiting == 0 { turn.append(person) }
        lines[person, default: Line()].append(job)
        count += 1
        return true
    }

    /// The oldest job of whoever has waited longest for a turn; who has more comes last again.
    mutating func next() -> Job? {
        guard !turn.isEmpty else { return nil }
        let person = turn.removeFirst()
        let job = lines[person]?.removeFirst()
        count -= 1
        if lines[person]?.count == 0 { lines[person] = nil } else { turn.append(person) }
        return job
    }
}
