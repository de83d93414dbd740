import Synchronization
import TumorBoard

/// Memory that few may use for something large: content that comes, answers that are not taken yet. Bounded in all, and in
/// number for each holder, so that nobody's uploads or unread answers are the end of everybody's.
final class MemoryBudget: Sendable {
    /// Who holds something: a person, or, for who has not said who they are, an address.
    enum Holder: Hashable, Sendable {
        case person(PersonID)
        case address(String)
    }

    enum Refusal: Error {
        /// All of it is in use.
        case spent
        /// This holder has as many shares as one may have.
        case heldByOne
    }

    /// A part of the budget: given back when nobody refers to it any more, however that comes.
    final class Share: Sendable {
        private let budget: MemoryBudget
        private let holder: Holder
        private let byteCount: Int

        fileprivate init(_ budget: MemoryBudget, _ holder: Holder, _ byteCount: Int) {
            self.budget = budget
            self.holder = holder
            self.byteCount = byteCount
        }

        deinit { budget.giveBack(byteCount, of: holder) }
    }

    private struct Content {
        var left: Int
        var shares: [Holder: Int] = [:]
    }

    private let content: Mutex<Content>
    private let sharesPerHolder: Int

    init(byteCount: Int, sharesPerHolder: Int) {
        content = Mutex(Content(left: byteCount))
        self.sharesPerHolder = sharesPerHolder
    }

    func take(_ byteCount: Int, by holder: Holder) throws(Refusal) -> Share {
        let refusal = content.withLock { content -> Refusal? in
            guard content.shares[holder, default: 0] < sharesPerHolder else { return .heldByOne }
            guard byteCount <= content.left else { return .spent }
            content.left -= byteCount
            content.shares[holder, default: 0] += 1
            return nil
        }
        if let refusal { throw refusal }
        return Share(self, holder, byteCount)
    }

    private func giveBack(_ byteCount: Int, of holder: Holder) {
        content.withLock { content in
            content.left += byteCount
            let count = content.shares[holder, default: 1] - 1
            content.shares[holder] = count == 0 ? nil : count
        }
    }
}

extension Problem {
    /// Too much at once: to be asked again in a moment, by this person or by anybody.
    init(_ refusal: MemoryBudget.Refusal, for what: String) {
        switch refusal {
        case .spent: self = .unavailable("no room at the moment for \(what)")
        case .heldByOne:
            self = .throttled(seconds: 1)
            detail = "too many at once: \(what)"
        }
    }
}
