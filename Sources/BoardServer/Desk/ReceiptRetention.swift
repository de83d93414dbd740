import Logging
import Storage
import TumorBoard

/// How long the answer to a command is kept for when it is said again: until thirty days after its case or conference is
/// over.
///
/// A client gives up sending again after seven days; nothing happens any more in a case that is closed or withdrawn.
enum ReceiptRetention {
    static let afterTheEnd = Duration.seconds(30 * 86_400)
    /// By the board's clock; on time within this much.
    static let interval = Duration.seconds(3_600)

    /// Aggregates whose receipts are to be forgotten at `now`.
    static func due(at now: Moment, from reader: Reader) throws -> [String] {
        let end = now.advanced(by: .zero - afterTheEnd)
        let cases = try reader.quietCasesWithReceipts(since: end.milliseconds).compactMap { aggregate, card in
            try Canonical.decode(CaseCard.self, from: card).phase.isOver ? aggregate : nil
        }
        // However long a conference may last, it is over by then.
        let start = end.advanced(by: .seconds(-60 * ConferenceRules.minutes))
        return cases + (try reader.pastConferencesWithReceipts(startedBefore: start.milliseconds))
    }
}

extension CaseDesk {
    /// Receipts that are no longer promised go, one aggregate after the other, each as a task of the writer.
    func forgetReceipts(at now: Moment) {
        _ = read { [self] reader in
            do {
                for aggregate in try ReceiptRetention.due(at: now, from: reader) { forgetReceipts(of: aggregate) }
            } catch {
                log.warning("receipts cannot be looked through", error: error)
            }
        }
    }
}
