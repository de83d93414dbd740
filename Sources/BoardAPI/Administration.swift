/// What the command line asks of accounts and data. On the local socket one line of JSON with a single key.
package enum AdministrationRequest: Codable, Sendable {
    case addPerson(NewPerson)
    case listPeople
    case disablePerson(login: String)
    /// A password anew; whoever signed in with the old one is signed out.
    case setPassword(login: String, password: String)
    /// With a certificate's name in place of a secret, when one is given.
    case issueToken(login: String, label: String, certificate: String? = nil)
    case revokeToken(id: String)
    /// An absolute path, where there is nothing yet.
    case backup(path: String)
    case importFile(FileImport)

    /// A FHIR file into a case, with the rights that a person has in it.
    package struct FileImport: Codable, Sendable {
        package var caseID: String
        /// The login of a coordinator of the case.
        package var login: String
        /// An absolute path, read by whoever holds the data.
        package var path: String

        package init(caseID: String, login: String, path: String) {
            self.caseID = caseID
            self.login = login
            self.path = path
        }
    }

    package struct NewPerson: Codable, Sendable {
        /// Drawn when absent.
        package var person: String?
        package var login: String
        package var name: String
        package var discipline: String?
        package var institution: String?
        package var rights: [String]
        /// Absent: the person uses tokens only.
        package var password: String?

        package init(
            person: String? = nil,
            login: String,
            name: String,
            discipline: String? = nil,
            institution: String? = nil,
            rights: [String] = [],
            password: String? = nil
        ) {
            self.person = person
            self.login = login
            self.name = name
            self.discipline = discipline
            self.institution = institution
            self.rights = rights
            self.password = password
        }
    }
}

/// The answer: a problem in words, or what was asked for.
package struct AdministrationAnswer: Codable, Sendable {
    package var problem: String?
    package var person: String?
    package var tokenID: String?
    /// Shown this once.
    package var token: String?
    package var people: [Line]?
    /// The bytes of a backup.
    package var byteCount: Int?
    /// What came of an import, as the server's JSON.
    package var report: String?

    package struct Line: Codable, Sendable {
        package var person: String
        package var login: String
        package var name: String
        package var discipline: String?
        package var institution: String?
        package var rights: [String]
        package var isDisabled: Bool
        package var tokens: [String]

        package init(
            person: String,
            login: String,
            name: String,
            discipline: String?,
            institution: String?,
            rights: [String],
            isDisabled: Bool,
            tokens: [String]
        ) {
            self.person = person
            self.login = login
            self.name = name
            self.discipline = discipline
            self.institution = institution
            self.rights = rights
            self.isDisabled = isDisabled
            self.tokens = tokens
        }
    }

    package init(
        problem: String? = nil,
        person: String? = nil,
        tokenID: String? = nil,
        token: String? = nil,
        people: [Line]? = nil,
        byteCount: Int? = nil,
        report: String? = nil
    ) {
        self.problem = problem
        self.person = person
        self.tokenID = tokenID
        self.token = token
        self.people = people
        self.byteCount = byteCount
        self.report = report
    }
}
