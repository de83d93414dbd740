import BoardAPI
import Storage
import TumorBoard

/// What a person's entry must be by itself, whoever else there is.
extension Administration {
    static let shortestPassword = 12

    /// - Throws: `Refusal` when no board could take this person.
    static func check(_ new: AdministrationRequest.NewPerson) throws {
        if let id = new.person, PersonID(id) == nil {
            throw Refusal(sentence: "person: 1 to 64 of A-Z a-z 0-9 . _ -")
        }
        guard Identifier<Account>(new.login) != nil else {
            throw Refusal(sentence: "login: 1 to 64 of A-Z a-z 0-9 . _ -")
        }
        guard new.name.contains(where: { !$0.isWhitespace }) else { throw Refusal(sentence: "a name is required") }
        try check(new.name, named: "name")
        try check(new.discipline ?? "", named: "discipline")
        try check(new.institution ?? "", named: "institution")
        guard new.rights.allSatisfy({ Account.Right(rawValue: $0) != nil }) else {
            throw Refusal(sentence: "rights are: \(Account.Right.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if let password = new.password { try check(password: password) }
    }

    static func check(password: String) throws {
        guard password.unicodeScalars.count >= shortestPassword else {
            throw Refusal(sentence: "a password has at least \(shortestPassword) characters")
        }
    }

    /// What stands in a list of one line for each person cannot begin another line or column.
    static func check(_ text: String, named name: String) throws {
        guard Wording.isOneLine(text) else {
            throw Refusal(sentence: "\(name): no tabs, line breaks or other control characters")
        }
    }
}
