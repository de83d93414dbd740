import Cryptography
import Exchange
import TumorBoard

/// A command as a person said it, before anything was looked up.
struct Said: Sendable {
    var caseID: CaseID
    var person: PersonID
    var key: String
    var command: Command
    /// The bytes beside `fileDocument` and `fileTranslation`.
    var content: Content?
    /// Beside `sign`: checked and forgotten before the rules are asked.
    var password: String?
    var precondition: Order.Precondition?
    var opener: Membership?

    enum Content: Sendable {
        case text(String)
        case bytes([UInt8], mediaType: String)
    }

    /// SHA-256 over the command and its content: what a receipt is compared by. A password is no part of it.
    func digest() throws -> [UInt8] {
        var hash = SHA256()
        hash.update(try Canonical.encode(command))
        switch content {
        case .text(let text): hash.update(Array(text.utf8))
        case .bytes(let bytes, let mediaType):
            hash.update(Array(mediaType.utf8))
            hash.update(bytes)
        case nil: break
        }
        return hash.finalize()
    }
}
