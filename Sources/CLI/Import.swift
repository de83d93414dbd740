import ArgumentParser
import BoardClient
import Cryptography
import Foundation
import Sockets

/// `consilium admin import`: a FHIR file into a case, through the running server and its rules.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Files a FHIR R4 resource or bundle in a case.")

    @OptionGroup var remote: Remote

    @Option(name: .customLong("case"), help: "The case.")
    var caseID: String

    @Argument(help: "The file.")
    var file: String

    func run() throws {
        let body = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        let client = HTTPClient(try remote.address, context: try remote.context, token: remote.token)
        let answer = try client.post(
            "/api/cases/\(caseID)/imports",
            body,
            type: "application/fhir+json",
            key: String(Hexadecimal.encode(SHA256.hash(body)).prefix(32))
        )
        print(String(decoding: answer.body, as: UTF8.self))
        if answer.status != 200 { throw ExitCode.failure }
    }
}

/// Where the server is and who asks.
struct Remote: ParsableArguments {
    @Option(help: "The server, such as https://localhost:8443.")
    var url: String

    @Option(help: "An API token; without one the certificate says who asks.")
    var token: String?

    @Option(help: "A client certificate chain in PEM, in place of a token.")
    var certificate: String?

    @Option(help: "The certificate's private key in PEM.")
    var key: String?

    @Option(help: "The certificate authority to trust, in PEM; without it the system's.")
    var ca: String?

    var address: ServerAddress {
        get throws {
            guard let address = ServerAddress(url) else { throw ValidationError("--url takes https://host:port") }
            return address
        }
    }

    var context: TLSContext {
        get throws {
            try TLSContext.client(authorityFile: ca, certificateChainFile: certificate, privateKeyFile: key)
        }
    }

    func validate() throws {
        guard (token == nil) != (certificate == nil) else { throw ValidationError("give --token or --certificate") }
    }
}
