package import BoardAPI
package import BoardClient
package import BoardServer
import Foundation
package import Logging
package import Sockets
import Synchronization
import TumorBoard

/// A server of this process on a temporary directory, over real TLS, with people who have tokens.
package final class TestBoard: Sendable {
    package struct Refused: Error, CustomStringConvertible {
        package var description: String

        package init(description: String) { self.description = description }
    }

    package let folder: String
    package let address: ServerAddress
    package let context: TLSContext
    package let server: Server
    private let tokens = Mutex<[String: String]>([:])

    /// - Parameters:
    ///   - folder: an existing data directory to serve again; a fresh one without it.
    ///   - recorded: keeps what the server logs, every request among it.
    ///   - serve: makes the server, for tests of one that is not as it should be.
    package init(
        folder: String? = nil,
        environment: Environment = .system,
        limits: ServerLimits = ServerLimits(),
        site: String? = nil,
        offersEcho: Bool = false,
        log recorded: RecordedLog? = nil,
        serve: (Server.Configuration, Logger) throws -> Server = { try Server($0, log: $1) }
    ) throws {
        let files = try TestCertificates.shared.get()
        self.folder = try folder ?? TemporaryFolder.make()
        var configuration = Server.Configuration(
            data: self.folder,
            listen: .loopback,
            certificate: files.certificate,
            key: files.key,
            origins: ["https://board.test"],
            site: site,
            openAPI: TestCertificates.root.appendingPathComponent("docs/openapi.json").path
        )
        if !FileManager.default.fileExists(atPath: configuration.openAPI ?? "") { configuration.openAPI = nil }
        configuration.environment = environment
        configuration.offersEcho = offersEcho
        configuration.limits = limits
        var log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        log.logLevel = .critical
        configuration.isAccessLogged = recorded != nil
        server = try serve(configuration, recorded?.logger ?? log)
        address = ServerAddress(host: "localhost", port: server.address.port)
        context = try TLSContext.client(authorityFile: files.authority)
    }

    /// Adds a person with a token (and a password, when given) as an administrator would.
    @discardableResult
    package func add(
        _ id: String,
        name: String? = nil,
        discipline: String? = nil,
        institution: String? = nil,
        rights: [String] = [],
        password: String? = nil
    ) throws -> String {
        let person = AdministrationRequest.NewPerson(
            person: id,
            login: id,
            name: name ?? "Dr. \(id)",
            discipline: discipline,
            institution: institution,
            rights: rights,
            password: password
        )
        _ = try administer(.addPerson(person))
        let token = try administer(.issueToken(login: id, label: "test")).token ?? ""
        tokens.withLock { $0[id] = token }
        return token
    }

    package func administer(_ request: AdministrationRequest) throws -> AdministrationAnswer {
        let answer = try RemoteAdministration.perform(request, data: folder)
        if let problem = answer.problem { throw Refused(description: problem) }
        return answer
    }

    package func token(of person: String) -> String { tokens.withLock { $0[person] } ?? "" }

    /// Knows the tokens of a board that is served again.
    package func adopt(_ other: TestBoard) {
        let known = other.tokens.withLock(\.self)
        tokens.withLock { $0.merge(known) { $1 } }
    }

    /// A connection of its own, with the person's token.
    package func http(as person: String?) -> HTTPClient {
        HTTPClient(address, context: context, token: person.map(token(of:)))
    }

    /// A headless member that has started to follow a case.
    package func member(_ person: String, of caseID: String) throws -> Member {
        guard let id = CaseID(caseID) else { throw Refused(description: "\(caseID) is no identifier") }
        let member = Member(address, context: context, token: token(of: person), caseID: id)
        member.start()
        return member
    }

    package func stop() { server.stop() }

    /// Stops, and removes the data.
    package func end() {
        stop()
        TemporaryFolder.remove(folder)
    }
}
