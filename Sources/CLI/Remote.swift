import ArgumentParser
import BoardClient
import Foundation
import Sockets

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
            guard let address = ServerAddress(url) else { throw Refusal("--url takes https://host:port") }
            return address
        }
    }

    var context: TLSContext {
        get throws {
            for file in [ca, certificate, key].compactMap(\.self) where !FileManager.default.fileExists(atPath: file) {
                throw Refusal("\(file) does not exist")
            }
            return try TLSContext.client(authorityFile: ca, certificateChainFile: certificate, privateKeyFile: key)
        }
    }

    func validate() throws {
        guard (token == nil) != (certificate == nil) else { throw ValidationError("give --token or --certificate") }
    }
}
