import Foundation
import Sockets
import Storage
import TumorBoard

/// `demo.json`: everything a script needs to use the demonstration at once. Holds secrets; readable by its owner alone.
struct DemonstrationReport {
    struct Person {
        var account: Account
        var password: String
        var token: String
    }

    private struct PersonLine: Encodable {
        var id: String
        var name: String
        var discipline: String?
        var institution: String?
        var rights: [String]
        var roles: [String: Role]
        var signIn: SignIn
        var token: String

        struct SignIn: Encodable {
            var login: String
            var password: String
        }
    }

    private struct CaseLine: Encodable {
        var id: CaseID
        var title: String
        var phase: Phase
    }

    private struct Document: Encodable {
        var notice: String
        var url: String
        var ca: String
        var people: [PersonLine]
        var cases: [CaseLine]
        var conferences: [ConferenceLine]
    }

    let people: [Person]
    let cases: [CaseID]
    let conferences: [ConferenceLine]
    let core: Core

    func write(to path: String, listen: SocketAddress, ca: String) throws {
        let states = try cases.compactMap { try core.state(of: $0) }
        let lines = people.map { person in
            PersonLine(
                id: person.account.person,
                name: person.account.name,
                discipline: person.account.discipline,
                institution: person.account.institution,
                rights: person.account.rights.map(\.rawValue).sorted(),
                roles: states.reduce(into: [:]) { roles, state in
                    let id = PersonID(person.account.person)
                    roles[state.id.text] = id.flatMap { state.membership(of: $0)?.role }
                },
                signIn: PersonLine.SignIn(login: person.account.login, password: person.password),
                token: person.token
            )
        }
        let document = Document(
            notice: "Wholly invented. No real person, no real hospital, no real patient.",
            url: "https://localhost:\(listen.port)",
            ca: URL(fileURLWithPath: ca).standardizedFileURL.path,
            people: lines,
            cases: states.map { CaseLine(id: $0.id, title: $0.card.title ?? "", phase: $0.phase) },
            conferences: conferences
        )
        let bytes = Data(try Canonical.encode(document))
        let isWritten = FileManager.default.createFile(
            atPath: path,
            contents: bytes,
            attributes: [.posixPermissions: 0o600]
        )
        guard isWritten else { throw Demonstration.Failure(description: "\(path) cannot be written") }
    }
}
