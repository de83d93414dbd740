import TumorBoard

/// A command on its way to the writer, with everything that could be computed before.
struct Order: Sendable {
    var caseID: CaseID
    var person: PersonID
    /// The request's id: unique per person and case.
    var key: String
    var command: Command
    /// SHA-256 of the command as said: the same key with another body is refused.
    var digest: [UInt8]
    var prepared: Prepared = .nothing
    /// Optimistic concurrency: refused when the head it names has moved.
    var precondition: Precondition?
    /// For `openCase`: who opens it, from the account.
    var opener: Membership?
    var respond: @Sendable (DeskReply) -> Void

    /// What `If-Match` asks (RFC 9110 section 13.1.1), of streams by their wire names.
    enum Precondition: Sendable {
        /// `*`: whatever the case's streams hold.
        case any
        /// One of these heads; none of them when the field named nothing that can be one.
        case heads([Head])

        struct Head: Sendable, Equatable {
            var stream: String
            var seq: Int
        }
    }
}

/// How the desk answers, in the families of `house.md`: done, a rejection by the rules, or a fault without detail.
enum DeskReply: Sendable, Equatable {
    /// The JSON of `ok`, as stored in the receipt.
    case done([UInt8])
    case rejected(Rejection)
    /// Unknown and unreadable alike.
    case notFound
    case preconditionFailed
    case keyReused
    /// Nothing was stored; the same request may be sent again.
    case unavailable
    case fault(correlation: String)

    var isDone: Bool { if case .done = self { true } else { false } }
    var isRejected: Bool { if case .rejected = self { true } else { false } }
}

/// One thing the writer does in its transaction.
enum WriterTask: Sendable {
    case order(Order)
    /// The clock: decides what has fallen due in a case.
    case elapse(CaseID, respond: @Sendable (DeskReply) -> Void)
    case conference(ConferenceOrder)
    /// Accounts, tokens and sign-ins.
    case accounts(AccountChange)
    /// The case or conference is over for so long that nobody says its commands again.
    case forgetReceipts(aggregate: String)
    /// A commit that changes nothing, to find out whether there can be one.
    case probe(@Sendable (DeskReply) -> Void)

    var isAboutAccounts: Bool { if case .accounts = self { true } else { false } }
}
