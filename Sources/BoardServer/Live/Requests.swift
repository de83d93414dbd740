import BoardAPI
import Sockets
import Storage
import TumorBoard

/// What a person may ask on the socket.
extension Hub {
    func hear(_ bytes: [UInt8], from conversation: LiveConversation) {
        let request: LiveRequest
        do {
            request = try Canonical.decode(LiveRequest.self, from: bytes)
        } catch {
            return refuse(bytes, detail: DecodingSentence.of(error, in: bytes), to: conversation)
        }
        guard LiveRequest.isKey(request.id) else {
            return conversation.close(.broken("an id is 1 to 64 of A-Z a-z 0-9 . _ -"))
        }
        switch request.said {
        case .beat:
            let now = door.environment.now().milliseconds
            conversation.send(OkReply.json(re: request.id, ok: Array(#"{"now":\#(now)}"#.utf8)))
        case .leave(let caseID):
            leave(caseID, conversation)
            conversation.send(OkReply.json(re: request.id, ok: Array("{}".utf8)))
        case .show(let signal, let caseID): pass(signal, in: caseID, re: request.id, from: conversation)
        case .join(let join): self.join(join, re: request.id, from: conversation)
        case .command(let command, let caseID, let password):
            perform(command, caseID: caseID, password: password, re: request.id, from: conversation)
        }
    }

    private func perform(
        _ command: Command,
        caseID: CaseID,
        password: String?,
        re id: String,
        from conversation: LiveConversation
    ) {
        guard command.name != .fileDocument, command.name != .fileTranslation else {
            return reply(
                to: conversation,
                ErrorReply.Fault(code: "malformed", detail: "content goes over HTTP"),
                re: id
            )
        }
        guard desk.allowance.take(conversation.visitor.person) else {
            return reply(to: conversation, ErrorReply.Fault(code: "throttled", retry: true), re: id)
        }
        var said = Said(caseID: caseID, person: conversation.visitor.person, key: id, command: command)
        said.password = password
        if command.name == .openCase {
            guard let opener = Opening.membership(of: conversation.visitor, in: door.gatekeeper.directory) else {
                return reply(to: conversation, ErrorReply.Fault(code: "role-forbids"), re: id)
            }
            said.opener = opener
        }
        let connectionID = conversation.connection.id
        let answer = door.onLoop { (conversations: Conversations, answer: DeskReply) in
            guard let live = conversations[connectionID]?.live else { return }
            if case .done(let ok) = answer { return live.send(OkReply.json(re: id, ok: ok)) }
            Self.send(answer.fault, re: id, to: live)
        }
        desk.perform(said, respond: answer)
    }

    func reply(to conversation: LiveConversation, _ fault: ErrorReply.Fault, re id: String) {
        Self.send(fault, re: id, to: conversation)
    }

    static func send(_ fault: ErrorReply.Fault, re id: String, to conversation: LiveConversation) {
        guard let text = try? Canonical.encode(ErrorReply(re: id, error: fault)) else { return }
        conversation.send(text)
    }

    /// A message that is no request is answered when it has an id, and ends the socket when it has none.
    private func refuse(_ bytes: [UInt8], detail: String, to conversation: LiveConversation) {
        struct OnlyID: Decodable { var id: String }
        guard let id = try? Canonical.decode(OnlyID.self, from: bytes).id, LiveRequest.isKey(id) else {
            return conversation.close(.broken("not a request"))
        }
        reply(to: conversation, ErrorReply.Fault(code: "malformed", detail: detail), re: id)
    }
}

extension DeskReply {
    /// The answer on the socket, for all but `done`.
    var fault: ErrorReply.Fault {
        switch self {
        case .done: ErrorReply.Fault(code: "fault")
        case .rejected(let rejection): ErrorReply.Fault(code: rejection.code.rawValue, detail: rejection.detail)
        case .notFound: ErrorReply.Fault(code: "unknown")
        case .preconditionFailed: ErrorReply.Fault(code: "precondition-failed")
        case .keyReused: ErrorReply.Fault(code: "key-reused")
        case .unavailable: ErrorReply.Fault(code: "unavailable", retry: true)
        case .fault(let correlation): ErrorReply.Fault(code: "fault", detail: correlation)
        }
    }
}

/// Opening a case is the one command that needs a right of the account, since there is no role yet.
enum Opening {
    static func membership(of visitor: Directory.Visitor, in directory: Directory) -> Membership? {
        guard visitor.rights.contains(.coordinator) else { return nil }
        let account = directory.account(visitor.person.text)
        return Membership(
            person: visitor.person,
            name: visitor.name,
            role: .coordinator,
            discipline: nil,
            institution: account?.institution
        )
    }
}
