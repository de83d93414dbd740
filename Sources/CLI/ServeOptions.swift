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

    @Option(help: "The folder of the browser client. (default: \(ServeOptions.usualSite), if it is there)")
    var web: String?

    @Option(
        name: .customLong("openapi"),
        help: "The OpenAPI document to serve. (default: \(ServeOptions.usualDocument), if it is there)"
    )
    var openAPI: String?

    @Flag(inversion: .prefixedNo, help: "Log a line for each request and each socket.")
    var accessLog = true

    @Flag(help: "Say every message back at /echo, to anybody: for conformance suites, never in operation.")
    var echo = false

    private static let usualSite = "web-static"
    private static let usualDocument = "docs/openapi.json"

    /// - Throws: `Refusal` when an option names what is not there or cannot be.
    func configuration() throws -> Server.Configuration {
        guard let address = SocketAddress(listen) else {
            throw Refusal("--listen takes an address and a port, such as 127.0.0.1:8443")
        }
        for file in [certificate, key] where !Self.exists(file) {
            throw Refusal("\(file) does not exist; certs/make-development-certificate.sh makes one for trying out")
        }
        // Whether there is an OCSP response yet is its timer's business: the log says when none can be sent.
        if let clientAuthorities, !Self.exists(clientAuthorities) {
            throw Refusal("\(clientAuthorities) does not exist")
        }
        guard connectionsPerAddress > 0 else { throw Refusal("--connections-per-address takes a number above 0") }
        for text in origin where !Self.isOrigin(text) {
            throw Refusal("--origin \(text): an origin is a scheme and a host, such as https://board.example, no more")
        }
        try DataFolderCheck.run(data)
        var configuration = Server.Configuration(
            data: data,
            listen: address,
            certificate: certificate,
            key: key,
            origins: Set(origin),
            site: try found(web, usual: Self.usualSite, holding: "/index.html", missing: "no client is served"),
            openAPI: try found(openAPI, usual: Self.usualDocument, missing: "no OpenAPI document is served")
        )
        configuration.profile = tls
        configuration.limits.listener.connectionsPerAddress = connectionsPerAddress
        configuration.tls.ocspResponse = ocsp
        configuration.tls.clientAuthorities = clientAuthorities
        configuration.isAccessLogged = accessLog
        configuration.offersEcho = echo
        return configuration
    }

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// What was named, or else the usual one. Only the usual one may be absent.
    private func found(
        _ named: String?,
        usual: String,
        holding file: String = "",
        missing consequence: String
    ) throws -> String? {
        let path = (named ?? usual) + file
        if Self.exists(path) { return named ?? usual }
        guard named == nil else { throw Refusal("\(path) does not exist") }
        Terminal.warn("\(path) does not exist: \(consequence)")
        return nil
    }

    /// As browsers send it: in lower case, without anything behind host and port.
    private static func isOrigin(_ text: String) -> Bool {
        text.wholeMatch(of: /https?:\/\/([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]+)?/) != nil
    }
}

extension TLSProfile: ExpressibleByArgument {}
