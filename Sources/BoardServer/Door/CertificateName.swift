import Cryptography
import Storage
import TumorBoard

/// A name in a client's certificate that stands in for a token: `email:registry@klinik.example`, `dns:…`, `uri:…` or
/// `subject:…`.
///
/// It is kept as a token is, so that listing, revoking and disabling treat both alike. Its hash is of text that no
/// `Authorization` field can carry: a name alone opens nothing.
enum CertificateName {
    private static let kinds: Set<Substring> = ["email", "dns", "uri", "subject"]
    private static let longest = 512

    /// Whether it is of a kind that certificates have, with something behind it.
    static func isValid(_ name: String) -> Bool {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && kinds.contains(parts[0]) && !parts[1].isEmpty && name.utf8.count <= longest
    }

    static func hash(_ name: String) -> [UInt8] { SHA256.hash(Array("certificate \(name)".utf8)) }

    /// The entry of the name for a person.
    static func token(_ name: String, for person: String, label: String, environment: Environment) -> Token {
        Token(
            id: Hexadecimal.encode(environment.random(8, "token-id/\(person)")),
            person: person,
            hash: hash(name),
            label: "\(label) (\(name))",
            created: environment.now().milliseconds
        )
    }
}
