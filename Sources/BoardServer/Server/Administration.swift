import BoardAPI
import Cryptography
import Foundation
import Storage
import TumorBoard

/// What administration may do: decisions over the directory, whose changes are performed by whoever holds the writer, and
/// the backup, which only reads.
struct Administration {
    /// Why a request is not carried out, in words for a terminal.
    struct Refusal: Error {
        var sentence: String
    }

    struct Plan {
        var changes: [DirectoryChange]
        var answer: AdministrationAnswer
    }

    let directory: Directory
    let environment: Environment
    let reader: Reader

    func plan(_ request: AdministrationRequest) throws -> Plan {
        switch request {
        case .addPerson(let person): try add(person)
        case .listPeople: Plan(changes: [], answer: AdministrationAnswer(people: directory.accounts.map(line)))
        case .disablePerson(let login): try disable(login)
        case .setPassword(let login, let password): try renew(password, of: login)
        case .issueToken(let login, let label, let certificate): try issue(login, label, certificate)
        case .revokeToken(let id): try revoke(id)
        case .backup(let path): try backup(to: path)
        case .importFile: throw Refusal(sentence: "an import changes a case, not the directory")
        }
    }

    private func add(_ new: AdministrationRequest.NewPerson) throws -> Plan {
        try Self.check(new)
        let id = new.person ?? Hexadecimal.encode(environment.random(16, "person/\(new.login)"))
        if let other = directory.account(loginLike: new.login)?.login {
            let sentence =
                other == new.login
                ? "login \(other) is taken" : "login \(new.login) differs from \(other) in case alone: take another"
            throw Refusal(sentence: sentence)
        }
        guard directory.account(id) == nil else { throw Refusal(sentence: "person \(id) exists") }
        let account = Account(
            person: id,
            login: new.login,
            name: new.name,
            discipline: new.discipline,
            institution: new.institution,
            rights: Set(new.rights.compactMap { Account.Right(rawValue: $0) }),
            password: try new.password.map { try PasswordHash(of: $0).encoded }
        )
        return Plan(changes: [.saved(account)], answer: AdministrationAnswer(person: id))
    }

    private func account(_ login: String) throws -> Account {
        guard let account = directory.account(login: login) else {
            throw Refusal(sentence: "nobody signs in as \(login)")
        }
        return account
    }

    private func disable(_ login: String) throws -> Plan {
        var account = try account(login)
        account.isDisabled = true
        let tokens = directory.tokens(of: account.person).map { DirectoryChange.revoked($0) }
        return Plan(
            changes: tokens + [.signedOutEverywhere(account.person), .saved(account)],
            answer: AdministrationAnswer(person: account.person)
        )
    }

    private func renew(_ password: String, of login: String) throws -> Plan {
        var account = try account(login)
        guard !account.isDisabled else { throw Refusal(sentence: "\(login) is disabled") }
        try Self.check(password: password)
        account.password = try PasswordHash(of: password).encoded
        return Plan(
            changes: [.saved(account), .signedOutEverywhere(account.person)],
            answer: AdministrationAnswer(person: account.person)
        )
    }

    private func issue(_ login: String, _ label: String, _ certificate: String?) throws -> Plan {
        try Self.check(label, named: "label")
        let account = try account(login)
        guard !account.isDisabled else { throw Refusal(sentence: "\(login) is disabled") }
        if let certificate { return try admit(certificate, label, as: account) }
        let (token, secret) = TokenSecret.draw(for: account.person, label: label, environment: environment)
        return Plan(
            changes: [.issued(token)],
            answer: AdministrationAnswer(person: account.person, tokenID: token.id, token: secret)
        )
    }

    /// A certificate of that name in place of a secret.
    private func admit(_ name: String, _ label: String, as account: Account) throws -> Plan {
        guard CertificateName.isValid(name) else {
            throw Refusal(sentence: "a certificate's name is email:…, dns:…, uri:… or subject:…")
        }
        guard !directory.hasToken(hash: CertificateName.hash(name)) else {
            throw Refusal(sentence: "\(name) already leads to somebody")
        }
        let token = CertificateName.token(name, for: account.person, label: label, environment: environment)
        return Plan(
            changes: [.issued(token)],
            answer: AdministrationAnswer(person: account.person, tokenID: token.id)
        )
    }

    private func revoke(_ id: String) throws -> Plan {
        for account in directory.accounts {
            if let token = directory.tokens(of: account.person).first(where: { $0.id == id }) {
                return Plan(changes: [.revoked(token)], answer: AdministrationAnswer(tokenID: id))
            }
        }
        throw Refusal(sentence: "there is no token \(id)")
    }

    private func backup(to path: String) throws -> Plan {
        guard path.hasPrefix("/") else { throw Refusal(sentence: "a backup needs an absolute path") }
        do {
            try reader.backup(to: path)
        } catch {
            throw Refusal(sentence: "\(path): \(FileReason.of(error))")
        }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return Plan(changes: [], answer: AdministrationAnswer(byteCount: size))
    }

    private func line(_ account: Account) -> AdministrationAnswer.Line {
        AdministrationAnswer.Line(
            person: account.person,
            login: account.login,
            name: account.name,
            discipline: account.discipline,
            institution: account.institution,
            rights: account.rights.map(\.rawValue).sorted(),
            isDisabled: account.isDisabled,
            tokens: directory.tokens(of: account.person).map { "\($0.id) \($0.label)" }
        )
    }
}
