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
    /// Optimistic concurrency: refused when this stream's head has moved.
    var precondition: Precondition?
    /// For `openCase`: who opens it, from the account.
    var opener: Membership?
    var respond: @Sendable (DeskReply) -> Void

    struct Precondition: Sendable {
        var stream: String
        var seq: Int
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
}

/// One thing the writer does in its transaction.
enum WriterTask: Sendable {
    case order(Order)
    /// The clock: decides what has fallen due in a case.
    case elapse(CaseID)
    case conference(ConferenceOrder)
    /// Accounts, tokens and sign-ins.
    case accounts(AccountChange)

    var isAboutAccounts: Bool { if case .accounts = self { true } else { false } }
}
