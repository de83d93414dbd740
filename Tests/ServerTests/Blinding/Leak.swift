import Logging
import Sockets
import Synchronization
import TumorBoard
import Wire

@testable import BoardServer

/// One way in which a server could tell `p2` what others do: how often `p4` and `p5` have said something.
///
/// The server is the real one. Its endpoints are wrapped, its sockets spoken on, its clock and its draws disturbed, so
/// that what is tested is whether two worlds, lived and compared as always, give the leak away.
final class Leak: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        /// Of HTTP answers.
        case header, status, entityTag, length, refusal
        /// Of the live socket.
        case frame, frameOrder, frameLength, closeCode
        /// Of the clock and of chance.
        case time, draw
    }

    let kind: Kind
    private let onlooker = "p2"
    private let others: Set<String> = ["p4", "p5"]
    private let said = Mutex(0)
    /// Before the freeze each of the others declares to have no conflict, in every world.
    private static let saidInEveryWorld = 2

    init(_ kind: Kind) { self.kind = kind }

    /// How much hidden work there was.
    private var hidden: Int { max(0, said.withLock(\.self) - Self.saidInEveryWorld) }

    @Sendable
    func serve(_ configuration: Server.Configuration, log: Logger) throws -> Server {
        try Server(configuration, log: log) { parts in
            parts.with(Router(parts.router.endpoints.map { wrapped($0, parts) }))
        }
    }

    private func wrapped(_ endpoint: Endpoint, _ parts: DoorParts) -> Endpoint {
        var wrapped = endpoint
        wrapped.handle = { [self] call in
            let person = call.person?.text ?? ""
            if others.contains(person), call.head.method == .post {
                said.withLock { $0 += 1 }
                if kind == .frame { speak(parts) { $0.send(Self.note("")) } }
            }
            guard person == onlooker else { return endpoint.handle(call) }
            if endpoint.pattern == "/livez" { whisper(parts, isLast: call.head.target.query("at") != nil) }
            var call = call
            let answer = call.answer
            call.answer = { [self] in answer(changed($0, of: endpoint)) }
            endpoint.handle(call)
        }
        return wrapped
    }

    private func changed(_ response: BoardServer.Response, of endpoint: Endpoint) -> BoardServer.Response {
        var response = response
        switch kind {
        case .header: response.fields.set("Age", "\(hidden)")
        case .status where endpoint.pattern == "/api/boards" && hidden > 0: response.status = .created
        case .entityTag:
            if let tag = response.fields["ETag"] { response.fields.set("ETag", tag.dropLast() + "\(hidden)\"") }
        case .length where response.status == .ok: response.body += Array(repeating: UInt8(ascii: " "), count: hidden)
        case .refusal where response.status.code >= 400:
            response.body += Array(String(repeating: " ", count: hidden).utf8)
        default: break
        }
        return response
    }

    /// What the onlooker is told on the live socket in every world, but not in every world alike.
    private func whisper(_ parts: DoorParts, isLast: Bool) {
        let hidden = hidden
        switch kind {
        case .frameLength: speak(parts) { $0.send(Self.note(String(repeating: ".", count: hidden))) }
        case .frameOrder:
            let notes = hidden > 0 ? ["b", "a"] : ["a", "b"]
            speak(parts) { socket in notes.forEach { socket.send(Self.note($0)) } }
        case .closeCode where isLast: speak(parts) { $0.close(hidden > 0 ? .tooSlow : .silent) }
        default: break
        }
    }

    private static func note(_ text: String) -> [UInt8] { Array(#"{"push":"note","text":"\#(text)"}"#.utf8) }

    private func speak(_ parts: DoorParts, _ body: @escaping @Sendable (LiveConversation) -> Void) {
        let person = onlooker
        _ = parts.loop.enqueue {
            for conversation in parts.conversations.value.everyone {
                if let live = conversation.live, live.visitor.person.text == person { body(live) }
            }
        }
    }

    /// The clock runs on, or the draws change, with what others say.
    func environment(_ honest: Environment) -> Environment {
        switch kind {
        case .time:
            Environment(
                now: { [self] in honest.now().advanced(by: .milliseconds(hidden)) },
                random: honest.random
            )
        case .draw: Environment(now: honest.now, random: { [self] in honest.random($0, "\($1)/\(hidden)") })
        default: honest
        }
    }
}
