import ArgumentParser
import BoardServer
import Foundation
import Sockets

/// What `serve` and `demo` have in common.
struct ServeOptions: ParsableArguments {
    @Option(help: "The data directory; made when it does not exist.")
    var data: String

    @Option(help: "Address and port, such as 127.0.0.1:8443 or [::]:8443.")
    var listen = "127.0.0.1:8443"

    @Option(help: "The certificate chain in PEM, the server's own first.")
    var certificate = "run/certs/server.pem"

    @Option(help: "The certificate's private key in PEM.")
    var key = "run/certs/server.key"

    @Option(help: "modern (TLS 1.3 alone) or intermediate (TLS 1.2 as well).")
    var tls = TLSProfile.intermediate

    @Option(
        help: "The authority's OCSP response for the certificate, in DER, to be stapled; read again when it changes."
    )
    var ocsp: String?

    @Option(
        name: .customLong("client-ca"),
        help:
            "In PEM, the authorities whose certificates programs may sign in with; see admin token issue --certificate."
    )
    var clientAuthorities: String?

    @Option(help: "How many connections one address may have; raise it behind a reverse proxy.")
    var connectionsPerAddress = Listener.Limits().connectionsPerAddress

    @Option(help: "An origin browsers may come from, such as https://board.example; repeatable.")
    var origin: [String] = []

    @Option(help: "The folder of the browser client.")
    var web = "web-static"

    @Option(name: .customLong("openapi"), help: "The OpenAPI document to serve.")
    var openAPI = "docs/openapi.json"

    @Flag(inversion: .prefixedNo, help: "Log a line for each request and each socket.")
    var accessLog = true

    @Flag(help: "Say every message back at /echo, to anybody: for conformance suites, never in operation.")
    var echo = false

    func configuration() throws -> Server.Configuration {
        guard let address = SocketAddress(listen) else {
            throw ValidationError("--listen takes an address and a port, such as 127.0.0.1:8443")
        }
        func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
        for file in [certificate, key, clientAuthorities].compactMap(\.self) where !exists(file) {
            throw ValidationError(
                "\(file) does not exist; certs/make-development-certificate.sh makes one for trying out"
            )
        }
        guard connectionsPerAddress > 0 else {
            throw ValidationError("--connections-per-address takes a number above 0")
        }
        var configuration = Server.Configuration(
            data: data,
            listen: address,
            certificate: certificate,
            key: key,
            origins: Set(origin),
            site: exists(web + "/index.html") ? web : nil,
            openAPI: exists(openAPI) ? openAPI : nil
        )
        configuration.profile = tls
        configuration.limits.listener.connectionsPerAddress = connectionsPerAddress
        configuration.tls.ocspResponse = ocsp
        configuration.tls.clientAuthorities = clientAuthorities
        configuration.isAccessLogged = accessLog
        configuration.offersEcho = echo
        return configuration
    }
}

extension TLSProfile: ExpressibleByArgument {}
