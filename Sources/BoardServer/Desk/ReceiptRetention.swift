import Logging
import Storage
import TumorBoard

/// How long the answer to a command is kept for when it is said again: until thirty days after its case is over.
///
/// A client gives up sending again after seven days; nothing happens any more in a case that is closed or withdrawn.
enum ReceiptRetention {
    static let afterTheEnd = Duration.seconds(30 * 86_400)
    /// By the board's clock; on time within this much.
    static let interval = Duration.seconds(3_600)

    /// Cases whose receipts are to be forgotten at `now`.
    static func due(at now: Moment, from reader: Reader) throws -> [CaseID] {
        let quiet = try reader.quietCasesWithReceipts(since: now.advanced(by: .zero - afterTheEnd).milliseconds)
        return try quiet.compactMap { aggregate, card in
            try Canonical.decode(CaseCard.self, from: card).phase.isOver ? CaseID(aggregate) : nil
        }
    }
}

extension CaseDesk {
    /// Receipts that are no longer promised go, case by case, each as a task of the writer.
    func forgetReceipts(at now: Moment) {
        _ = read { [self] reader in
            do {
                for id in try ReceiptRetention.due(at: now, from: reader) { forgetReceipts(of: id) }
            } catch {
                log.warning("receipts cannot be looked through", error: error)
            }
        }
    }
}
