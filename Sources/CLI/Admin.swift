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

    struct PersonCommands: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "person",
            abstract: "People who may sign in.",
            subcommands: [Add.self, List.self, Disable.self]
        )

        struct Add: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Adds a person; the password is read from standard input."
            )
            @OptionGroup var place: DataPlace
            @Option var login: String
            @Option var name: String
            @Option var discipline: String?
            @Option var institution: String?
            @Option(help: "coordinator or administrator; repeatable.") var right: [String] = []
            @Flag(help: "No password: the person uses tokens only.") var withoutPassword = false

            func run() throws {
                var password: String?
                if !withoutPassword {
                    FileHandle.standardError.write(Data("password for \(login): ".utf8))
                    guard let line = readLine(strippingNewline: true), !line.isEmpty else {
                        throw ValidationError("no password was given")
                    }
                    password = line
                }
                let person = AdministrationRequest.NewPerson(
                    login: login,
                    name: name,
                    discipline: discipline,
                    institution: institution,
                    rights: right,
                    password: password
                )
                let answer = try place.perform(.addPerson(person))
                print("person \(answer.person ?? "")")
            }
        }

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Lists everyone with rights and tokens.")
            @OptionGroup var place: DataPlace

            func run() throws {
                for line in try place.perform(.listPeople).people ?? [] {
                    let state = line.isDisabled ? " disabled" : ""
                    print("\(line.login)\t\(line.person)\t\(line.name)\t\(line.rights.joined(separator: ","))\(state)")
                    for token in line.tokens { print("\ttoken \(token)") }
                }
            }
        }

        struct Disable: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Ends a person's sign-ins and tokens for good.")
            @OptionGroup var place: DataPlace
            @Option var login: String

            func run() throws {
                _ = try place.perform(.disablePerson(login: login))
                print("\(login) is disabled")
            }
        }
    }

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
            @Option var login: String
            @Option var label = "command line"
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
            @Option var id: String

            func run() throws {
                _ = try place.perform(.revokeToken(id: id))
                print("token \(id) is revoked")
            }
        }
    }
}

/// The data directory, and how to reach who holds it.
struct DataPlace: ParsableArguments {
    @Option(help: "The data directory.")
    var data: String

    /// Asks the running server; without one, takes the lock and does it here.
    func perform(_ request: AdministrationRequest) throws -> AdministrationAnswer {
        let answer = try RemoteAdministration.perform(request, data: data)
        if let problem = answer.problem { throw ValidationError(problem) }
        return answer
    }
}
