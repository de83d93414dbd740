extension Rules {
    /// Opens a case: there is no state yet, and who opens it coordinates it.
    package static func open(
        _ command: OpenCase,
        case id: CaseID,
        by coordinator: Membership,
        means: Means
    ) throws(Rejection) -> Decision {
        guard coordinator.role == .coordinator else { throw Rejection(.roleForbids, Command.Name.openCase.rawValue) }
        try command.sheet.check()
        try coordinator.check()
        let decision = Decision([
            Appended(.dossier, .caseOpened(CaseOpened(sheet: command.sheet))),
            means.opening(.quarantine),
            means.opening(.logistics),
            Appended(.logistics, .memberInvited(MemberInvited(member: coordinator))),
        ])
        try decision.checkSizes()
        return decision
    }
}

extension Deliberation {
    func amend(_ command: AmendCase) throws(Rejection) -> Decision {
        try command.sheet.check()
        return Decision(.dossier, .caseAmended(CaseAmended(sheet: command.sheet)))
    }
}

extension CaseSheet {
    fileprivate func check() throws(Rejection) {
        try Wording.line(title, "title")
        try Wording.line(patient.pseudonym, "patient.pseudonym")
        try Wording.date(patient.birthDate, "patient.birthDate")
        try Wording.line(optional: icd, "icd")
        guard !questions.isEmpty else { throw Rejection(.incomplete, "questions") }
        try Wording.texts(questions, "questions")
        try Wording.texts(preferences, "preferences")
        try Wording.language(language, "language")
        try Wording.text(optional: urgencyReason, "urgencyReason")
        try Wording.lines(institutions, "institutions")
    }
}

extension Membership {
    func check() throws(Rejection) {
        try Wording.line(name, "name")
        try Wording.line(optional: discipline, "discipline")
        try Wording.line(optional: institution, "institution")
    }
}
