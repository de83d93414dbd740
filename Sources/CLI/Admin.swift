import ArgumentParser
import BoardAPI
import BoardServer
import Foundation

/// `consilium admin`: accounts and tokens, through the running server when there is one.
struct Admin: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Manages people and tokens, and copies the data.",
        subcommands: [PersonCommands.self, TokenCommands.self, Backup.self, Import.self]
    )

    struct TokenCommands: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "token",
            abstract: "API tokens.",
            subcommands: [Issue.self, Revoke.self]
        )

        struct Issue: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Makes a token and shows it this once, or lets a client certificate stand in for one."
            )
            @OptionGroup var place: DataPlace
            @Option(help: "The login of whose token it is.")
            var login: String

            @Option(help: "What it is for, as lists of tokens show it.")
            var label = "command line"

            @Option(help: "A name in the certificate: email:…, dns:…, uri:… or subject:… (RFC 4514).")
            var certificate: String?

            func run() throws {
                let request = AdministrationRequest.issueToken(login: login, label: label, certificate: certificate)
                let answer = try place.perform(request)
                print("id \(answer.tokenID ?? "")")
                if let token = answer.token { print("token \(token)") }
            }
        }

        struct Revoke: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Revokes a token; its sockets close.")
            @OptionGroup var place: DataPlace
            @Option(help: "The token's identifier, as issue and person list print it.")
            var id: String

            func run() throws {
                _ = try place.perform(.revokeToken(id: id))
                print("token \(id) is revoked")
            }
        }
    }
}

/// The data directory, and how to reach who holds it.
struct DataPlace: ParsableArguments {
    @Option(help: "The data directory of the board.")
    var data: String

    func validate() throws { try DataFolderCheck.run(data) }

    /// Asks the running server; without one, takes the lock and does it here.
    func perform(_ request: AdministrationRequest) throws -> AdministrationAnswer {
        let answer = try RemoteAdministration.perform(request, data: data)
        if let problem = answer.problem { throw Refusal(problem) }
        return answer
    }
}
