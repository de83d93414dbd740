import Foundation
import Sockets
import Storage
import TumorBoard

/// `demo.json`: everything a script needs to use the demonstration at once. Holds secrets; readable by its owner alone.
struct DemonstrationReport: Codable {
    struct Person: Codable {
        var id: String
        var name: String
        var discipline: String?
        var institution: String?
        var rights: [String]
        /// By case; a case in which this person is nobody is not named.
        var roles: [String: Role]
        var signIn: SignIn
        var token: String

        struct SignIn: Codable {
            var login: String
            var password: String
        }

        init(_ account: Account, password: String, token: String) {
            id = account.person
            name = account.name
            discipline = account.discipline
            institution = account.institution
            rights = account.rights.map(\.rawValue).sorted()
            roles = [:]
            signIn = SignIn(login: account.login, password: password)
            self.token = token
        }
    }

    struct Case: Codable {
        var id: CaseID
        var title: String
        var phase: Phase
    }

    private var notice = "Wholly invented. No real person, no real hospital, no real patient."
    /// Absent until it is served.
    private var url: String?
    /// The authority to trust; absent where there is no such file.
    private var ca: String?
    private var people: [Person]
    private var cases: [Case]
    private var conferences: [ConferenceLine]

    init(people: [Person], cases: [CaseID], conferences: [ConferenceLine], core: Core) throws {
        self.people = people
        self.cases = cases.map { Case(id: $0, title: "", phase: .intake) }
        self.conferences = conferences
        try bringUpToDate(core)
    }

    /// What was written at an earlier start, brought up to date.
    init(from path: String, served address: SocketAddress, ca: String?, core: Core) throws {
        self = try Canonical.decode(Self.self, from: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        let isEverywhere = address.bytes.allSatisfy { $0 == 0 }
        let port = String(address.port)
        url = address.isLoopback || isEverywhere ? "https://localhost:\(port)" : "https://\(address)"
        self.ca = ca.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        try bringUpToDate(core)
    }

    /// Titles, phases and roles as they are now.
    private mutating func bringUpToDate(_ core: Core) throws {
        let states = try cases.compactMap { try core.state(of: $0.id) }
        cases = states.map { Case(id: $0.id, title: $0.card.title ?? "", phase: $0.phase) }
        for index in people.indices {
            let person = PersonID(people[index].id)
            people[index].roles = states.reduce(into: [:]) { roles, state in
                roles[state.id.text] = person.flatMap { state.membership(of: $0)?.role }
            }
        }
    }

    /// Replaces what was there: who reads it finds the old or the new, whole, and nobody else can ever read either.
    func write(to path: String) throws {
        let (new, manager) = (path + ".new", FileManager.default)
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard manager.createFile(atPath: new, contents: Data(try Canonical.encode(self)), attributes: mode) else {
            throw Demonstration.Failure(description: "\(path) cannot be written")
        }
        guard rename(new, path) == 0 else { throw Demonstration.Failure(description: "\(path) cannot be replaced") }
    }
}

extension Server {
    /// Says in `demo.json` where the demonstration is served now, and what has become of its cases.
    ///
    /// - Parameter ca: the authority whose certificate a client is to trust, when there is a file of it.
    package func reportDemonstration(data: String, ca: String?) throws {
        let path = Demonstration.path(in: data)
        try report(from: path, ca: ca).write(to: path)
    }
}
