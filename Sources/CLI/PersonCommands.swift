import ArgumentParser
import BoardAPI
import BoardServer

extension Admin {
    struct PersonCommands: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "person",
            abstract: "People who may sign in.",
            subcommands: [Add.self, List.self, Password.self, Disable.self]
        )

        struct Add: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Adds a person; the password is read from standard input.",
                discussion: "A password has at least \(RemoteAdministration.shortestPassword) characters."
            )
            @OptionGroup var place: DataPlace

            @Option(help: "What the person signs in with: 1 to 64 of A-Z a-z 0-9 . _ -, not another's in other case.")
            var login: String

            @Option(help: "The name as everybody sees it, such as \"Dr. Ada Lindqvist\".")
            var name: String

            @Option(help: "The discipline, such as radiology, which stands beside the name.")
            var discipline: String?

            @Option(help: "The hospital or practice, which stands there too.")
            var institution: String?

            @Option(
                help: """
                    coordinator: may open cases and schedule conferences. administrator: marks who is to be asked about \
                    accounts, and opens nothing. Repeatable.
                    """
            )
            var right: [String] = []

            @Flag(help: "No password: the person uses tokens only.") var withoutPassword = false

            func run() throws {
                var person = AdministrationRequest.NewPerson(
                    login: login,
                    name: name,
                    discipline: discipline,
                    institution: institution,
                    rights: right
                )
                if let flaw = RemoteAdministration.flaw(of: person) { throw Refusal(flaw) }
                if !RemoteAdministration.isBoard(in: place.data) {
                    Terminal.say("There is no board in \(place.data) yet: a new one begins.")
                }
                if !withoutPassword { person.password = try PasswordPrompt.read(for: login) }
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

        struct Password: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Sets a person's password anew and ends their sign-ins; it is read from standard input.",
                discussion: """
                    A password has at least \(RemoteAdministration.shortestPassword) characters. Tokens stay: \
                    admin token revoke ends those.
                    """
            )
            @OptionGroup var place: DataPlace

            @Option(help: "The login of whose password it is.")
            var login: String

            func run() throws {
                let people = try place.perform(.listPeople).people ?? []
                guard people.contains(where: { $0.login == login }) else {
                    throw Refusal("nobody signs in as \(login)")
                }
                let password = try PasswordPrompt.read(for: login)
                _ = try place.perform(.setPassword(login: login, password: password))
                print("\(login) has another password")
            }
        }

        struct Disable: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Ends a person's sign-ins and tokens for good.")
            @OptionGroup var place: DataPlace

            @Option(help: "The login of who is not to come in any more.")
            var login: String

            func run() throws {
                _ = try place.perform(.disablePerson(login: login))
                print("\(login) is disabled")
            }
        }
    }
}
