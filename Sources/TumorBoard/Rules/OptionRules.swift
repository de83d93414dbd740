/// Candidate recommendations: the panel's to propose, the chair's or the proposer's to withdraw.
extension Deliberation {
    func propose(_ command: ProposeOption) throws(Rejection) -> Decision {
        let option = command.option
        guard seen.board.options[option.id] == nil else { throw Rejection(.exists, option.id.text) }
        guard seen.board.options.values.count(where: { $0.by == person }) < Limits.optionsPerPerson else {
            throw Rejection(.limitReached, "options")
        }
        guard option.therapies.count <= Limits.listLength else { throw Rejection(.limitReached, "therapies") }
        for therapy in option.therapies where !Option.therapyCodes.contains(therapy) {
            throw Rejection(.invalid, "therapies")
        }
        try Wording.text(option.text, "text")
        try Wording.text(optional: option.evidence, "evidence")
        return Decision(.board, .optionProposed(OptionProposed(option: option, by: person)))
    }

    func withdraw(_ command: WithdrawOption) throws(Rejection) -> Decision {
        guard let option = seen.board.options[command.id] else { throw Rejection(.unknown, command.id.text) }
        guard option.by == person || seen.actor.role == .chair else { throw Rejection(.roleForbids, "withdrawOption") }
        let isAdopted = seen.board.draft?.options.contains(command.id) == true
        if option.isWithdrawn || isAdopted { throw Rejection(.alreadyDone, command.id.text) }
        return Decision(.board, .optionWithdrawn(OptionWithdrawn(id: command.id, by: person)))
    }

    /// Refuses an option that does not exist or was withdrawn.
    func checkAvailable(_ option: OptionID) throws(Rejection) {
        guard seen.board.options[option]?.isWithdrawn == false else { throw Rejection(.unknown, option.text) }
    }
}

extension Option {
    /// The kinds of therapy of the oBDS.
    static let therapyCodes: Set<String> = [
        "CH", "HO", "IM", "ZS", "SZ", "CI", "CZ", "CIZ", "IZ", "WW", "AS", "WS", "OP", "ST", "KW", "SO",
    ]
}
