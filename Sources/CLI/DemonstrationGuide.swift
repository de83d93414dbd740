import Foundation

/// How to sign in to the demonstration, for a terminal.
enum DemonstrationGuide {
    private struct Report: Decodable {
        var url: String
        var people: [Person]
        var cases: [Case]

        struct Person: Decodable {
            var name: String
            var discipline: String?
            var rights: [String]
            var roles: [String: String]
            var signIn: SignIn

            struct SignIn: Decodable {
                var login: String
                var password: String
            }
        }

        struct Case: Decodable {
            var id: String
            var title: String
            var phase: String
        }
    }

    /// The address, the cases, and a coordinator, a chair and a reviewer to be.
    static func print(data: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: data + "/demo.json"))
        let report = try JSONDecoder().decode(Report.self, from: bytes)
        Swift.print("\nConsilium is at \(report.url)   (all people and patients are invented)\n")
        for line in report.cases { Swift.print("  \(line.id)  \(line.phase)  \(line.title)") }
        Swift.print("\nSign in as")
        for role in ["coordinator", "chair", "reviewer"] {
            guard let person = report.people.first(where: { $0.roles.values.contains(role) }) else { continue }
            let office = person.discipline.map { "\(role), \($0)" } ?? role
            Swift.print("  \(person.signIn.login)  \(person.signIn.password)   \(person.name) (\(office))")
        }
        Swift.print("\nEveryone else, with API tokens, is in \(data)/demo.json.  Stop with Ctrl-C.\n")
        fflush(nil)
    }
}
