internal import GRDB

/// A person who may sign in. What they may do on a case is their role there, never this.
package struct Account: Sendable, Equatable {
    package var person: String
    package var login: String
    package var name: String
    package var discipline: String?
    package var institution: String?
    package var rights: Set<Right>
    /// `$scrypt$…`; absent for people who use tokens only.
    package var password: String?
    package var isDisabled: Bool

    /// What an account may do outside cases.
    package enum Right: String, Sendable, CaseIterable {
        /// May open cases and schedule conferences.
        case coordinator
        /// Opens nothing: accounts are managed on the command line, and this marks who is to be asked.
        case administrator
    }

    package init(
        person: String,
        login: String,
        name: String,
        discipline: String? = nil,
        institution: String? = nil,
        rights: Set<Right> = [],
        password: String? = nil,
        isDisabled: Bool = false
    ) {
        self.person = person
        self.login = login
        self.name = name
        self.discipline = discipline
        self.institution = institution
        self.rights = rights
        self.password = password
        self.isDisabled = isDisabled
    }
}

/// An API token: shown once, stored as its SHA-256.
package struct Token: Sendable, Equatable {
    package var id: String
    package var person: String
    package var hash: [UInt8]
    package var label: String
    package var created: Int64

    package init(id: String, person: String, hash: [UInt8], label: String, created: Int64) {
        self.id = id
        self.person = person
        self.hash = hash
        self.label = label
        self.created = created
    }
}

/// A browser's sign-in: the SHA-256 of the cookie, who it is, until when.
package struct SignIn: Sendable, Equatable {
    package var hash: [UInt8]
    package var person: String
    package var created: Int64
    package var expires: Int64

    package init(hash: [UInt8], person: String, created: Int64, expires: Int64) {
        self.hash = hash
        self.person = person
        self.created = created
        self.expires = expires
    }
}

/// Everything the directory of people is loaded from at start.
package struct AccountBook: Sendable {
    package var accounts: [Account]
    package var tokens: [Token]
    package var signIns: [SignIn]
}

extension Reader {
    package func accountBook() throws -> AccountBook {
        try read { database in
            AccountBook(
                accounts: try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY person").map { row in
                    let rights: String = row["rights"]
                    return Account(
                        person: row["person"],
                        login: row["login"],
                        name: row["name"],
                        discipline: row["discipline"],
                        institution: row["institution"],
                        rights: Set(rights.split(separator: " ").compactMap { Account.Right(rawValue: String($0)) }),
                        password: row["password"],
                        isDisabled: row["is_disabled"]
                    )
                },
                tokens: try Row.fetchAll(database, sql: "SELECT * FROM token ORDER BY id").map { row in
                    Token(
                        id: row["id"],
                        person: row["person"],
                        hash: try row.bytes("hash"),
                        label: row["label"],
                        created: row["created"]
                    )
                },
                signIns: try Row.fetchAll(database, sql: "SELECT * FROM session ORDER BY hash").map { row in
                    SignIn(
                        hash: try row.bytes("hash"),
                        person: row["person"],
                        created: row["created"],
                        expires: row["expires"]
                    )
                }
            )
        }
    }
}

extension Transaction {
    package func save(_ account: Account) throws {
        try database.execute(
            sql: """
                INSERT INTO account (person, login, name, discipline, institution, rights, password, is_disabled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET login = excluded.login, name = excluded.name,
                discipline = excluded.discipline, institution = excluded.institution, rights = excluded.rights,
                password = excluded.password, is_disabled = excluded.is_disabled
                """,
            arguments: [
                account.person, account.login, account.name, account.discipline, account.institution,
                account.rights.map(\.rawValue).sorted().joined(separator: " "), account.password, account.isDisabled,
            ]
        )
    }

    package func save(_ token: Token) throws {
        try database.execute(
            sql: "INSERT INTO token (id, person, hash, label, created) VALUES (?, ?, ?, ?, ?)",
            arguments: [token.id, token.person, token.hash.databaseValue, token.label, token.created]
        )
    }

    package func removeToken(id: String) throws {
        try database.execute(sql: "DELETE FROM token WHERE id = ?", arguments: [id])
    }

    package func save(_ signIn: SignIn) throws {
        try database.execute(
            sql: "INSERT INTO session (hash, person, created, expires) VALUES (?, ?, ?, ?)",
            arguments: [signIn.hash.databaseValue, signIn.person, signIn.created, signIn.expires]
        )
    }

    /// Ends one sign-in, or all of a person.
    package func removeSignIn(hash: [UInt8]) throws {
        try database.execute(sql: "DELETE FROM session WHERE hash = ?", arguments: [hash.databaseValue])
    }

    package func removeSignIns(of person: String) throws {
        try database.execute(sql: "DELETE FROM session WHERE person = ?", arguments: [person])
    }

    package func removeSignIns(expiredBy moment: Int64) throws {
        try database.execute(sql: "DELETE FROM session WHERE expires <= ?", arguments: [moment])
    }
}
