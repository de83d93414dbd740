import BoardAPI
import BoardClient
import BoardServer
import Sockets
import TestSupport

/// A server with certificate files of its own, which believes the clients of the same authority.
final class CertificateBoard {
    let folder: String
    let certificates: CertificateFolder
    let log = RecordedLog()
    let server: Server
    let address: ServerAddress

    /// - Parameter isStapled: whether the authority's word on the certificate is sent with it.
    init(isStapled: Bool = false) throws {
        folder = try TemporaryFolder.make()
        certificates = try CertificateFolder()
        var configuration = Server.Configuration(
            data: folder,
            listen: .loopback,
            certificate: certificates.certificate,
            key: certificates.key,
            origins: ["https://board.test"]
        )
        configuration.tls.clientAuthorities = certificates.authority
        if isStapled {
            let staple = try certificates.staple()
            configuration.tls.certificateChain = staple.chain
            configuration.tls.ocspResponse = staple.response
        }
        server = try Server(configuration, log: log.logger)
        address = ServerAddress(host: "localhost", port: server.address.port)
    }

    func administer(_ request: AdministrationRequest) throws -> AdministrationAnswer {
        let answer = try RemoteAdministration.perform(request, data: folder)
        if let problem = answer.problem { throw TestBoard.Refused(description: problem) }
        return answer
    }

    func add(_ login: String) throws {
        _ = try administer(.addPerson(.init(person: login, login: login, name: "Dr. \(login)")))
    }

    /// Lets a certificate of that name stand in for a token; the entry's id.
    @discardableResult
    func admit(_ name: String, as login: String) throws -> String {
        try administer(.issueToken(login: login, label: "registry", certificate: name)).tokenID ?? ""
    }

    func http(presenting client: String? = nil) throws -> HTTPClient {
        HTTPClient(address, context: try certificates.context(presenting: client))
    }

    func end() {
        server.stop()
        TemporaryFolder.remove(folder)
    }
}
