import Cryptography
import Sockets
import Storage
import Synchronization
import TumorBoard

/// Who may sign in, and who is signed in: in memory, so that no request asks the disk for it.
///
/// Changed only after the writer committed the change.
final class Directory: Sendable {
    fileprivate struct Content {
        var accounts: [String: Account] = [:]
        var tokens: [[UInt8]: Token] = [:]
        var signIns: [[UInt8]: SignIn] = [:]
    }

    private let content = Mutex(Content())

    init(_ book: AccountBook) {
        content.withLock { content in
            for account in book.accounts { content.accounts[account.person] = account }
            for token in book.tokens { content.tokens[token.hash] = token }
            for signIn in book.signIns { content.signIns[signIn.hash] = signIn }
        }
    }

    /// Someone let in, and by what: a session's or a token's hash ends their sockets when it ends.
    struct Visitor: Sendable, Equatable {
        var person: PersonID
        var name: String
        var rights: Set<Account.Right>
        var credential: Credential
        /// The end of the certificate that stood in for a token.
        var until: Moment?
    }

    enum Credential: Sendable, Equatable, Hashable {
        case session([UInt8])
        case token([UInt8])
    }

    func visitor(bearing secret: String) -> Visitor? {
        guard secret.hasPrefix(TokenSecret.prefix) else { return nil }
        let hash = SHA256.hash(Array(secret.utf8))
        return content.withLock { content in
            content.tokens[hash].flatMap { content.visitor($0.person, .token(hash)) }
        }
    }

    /// The one person to whom a name in the certificate leads; nobody when its names lead to several.
    func visitor(certificate: PeerCertificate) -> Visitor? {
        content.withLock { content in
            let found = certificate.names.compactMap { name in
                let hash = CertificateName.hash(name)
                return content.tokens[hash].flatMap { content.visitor($0.person, .token(hash)) }
            }
            guard var visitor = found.first, found.allSatisfy({ $0.person == visitor.person }) else { return nil }
            visitor.until = Moment(milliseconds: Int64(certificate.expires) * 1000)
            return visitor
        }
    }

    func visitor(cookie: String, now: Moment) -> Visitor? {
        let hash = SHA256.hash(Array(cookie.utf8))
        return content.withLock { content in
            guard let signIn = content.signIns[hash], signIn.expires > now.milliseconds else { return nil }
            return content.visitor(signIn.person, .session(hash))
        }
    }

    /// Whether a credential still stands: asked at every command, not at the handshake only.
    func isValid(_ visitor: Visitor, now: Moment) -> Bool {
        if let until = visitor.until, until <= now { return false }
        return content.withLock { content in
            guard content.accounts[visitor.person.text]?.isDisabled == false else { return false }
            return switch visitor.credential {
            case .session(let hash): (content.signIns[hash]?.expires ?? 0) > now.milliseconds
            case .token(let hash): content.tokens[hash] != nil
            }
        }
    }

    func account(_ person: String) -> Account? { content.withLock { $0.accounts[person] } }

    func account(login: String) -> Account? {
        content.withLock { $0.accounts.values.first { $0.login == login } }
    }

    /// Who has this login, or one that differs from it in case alone.
    func account(loginLike login: String) -> Account? {
        content.withLock { $0.accounts.values.first { $0.login.lowercased() == login.lowercased() } }
    }

    /// Everyone, by name.
    var accounts: [Account] {
        content.withLock { $0.accounts.values.sorted { ($0.name, $0.person) < ($1.name, $1.person) } }
    }

    /// Whether a token, or a certificate's name in place of one, has this hash.
    func hasToken(hash: [UInt8]) -> Bool { content.withLock { $0.tokens[hash] != nil } }

    func tokens(of person: String) -> [Token] {
        content.withLock { $0.tokens.values.filter { $0.person == person }.sorted { $0.id < $1.id } }
    }

    func apply(_ change: DirectoryChange) {
        content.withLock { content in
            switch change {
            case .saved(let account): content.accounts[account.person] = account
            case .issued(let token): content.tokens[token.hash] = token
            case .revoked(let token): content.tokens[token.hash] = nil
            case .signedIn(let signIn): content.signIns[signIn.hash] = signIn
            case .signedOut(let hash): content.signIns[hash] = nil
            case .signedOutEverywhere(let person):
                content.signIns = content.signIns.filter { $0.value.person != person }
            case .expired(let moment):
                content.signIns = content.signIns.filter { $0.value.expires > moment }
            }
        }
    }
}

extension Directory.Content {
    fileprivate func visitor(_ person: String, _ credential: Directory.Credential) -> Directory.Visitor? {
        guard let account = accounts[person], !account.isDisabled, let id = PersonID(person) else { return nil }
        return Directory.Visitor(person: id, name: account.name, rights: account.rights, credential: credential)
    }
}

/// A committed change to who may come in.
enum DirectoryChange: Sendable {
    case saved(Account)
    case issued(Token)
    case revoked(Token)
    case signedIn(SignIn)
    case signedOut([UInt8])
    case signedOutEverywhere(String)
    case expired(Int64)
}

/// A change on its way to the writer; acknowledged after COMMIT like everything else.
struct AccountChange: Sendable {
    var changes: [DirectoryChange]
    var respond: @Sendable (DeskReply) -> Void
}

extension DirectoryChange {
    func write(in transaction: Transaction) throws {
        switch self {
        case .saved(let account): try transaction.save(account)
        case .issued(let token): try transaction.save(token)
        case .revoked(let token): try transaction.removeToken(id: token.id)
        case .signedIn(let signIn): try transaction.save(signIn)
        case .signedOut(let hash): try transaction.removeSignIn(hash: hash)
        case .signedOutEverywhere(let person): try transaction.removeSignIns(of: person)
        case .expired(let moment): try transaction.removeSignIns(expiredBy: moment)
        }
    }
}
