import BoardAPI
import Foundation
import Testing
import TumorBoard
import Wire

@testable import BoardServer

/// `docs/PROTOCOL.md` and `docs/PROTOCOL-EVENTS.md` are held against the code that speaks it.
@Suite("The protocol's page")
struct ProtocolPageTests {
    @Test func `every JSON fence says what it is`() {
        #expect(Fence.all.count > 110)
        for fence in Fence.all { #expect(Fence.Kind(rawValue: fence.kind) != nil, "\(fence)") }
    }

    @Test(arguments: Fence.all(.command))
    func `every command example is read, and written again under the same name`(fence: Fence) throws {
        let command = try Canonical.decode(Command.self, from: Array(fence.text.utf8))
        let again = try Canonical.encode(command)
        #expect(try keys(again) == keys(Array(fence.text.utf8)))
        #expect(try Canonical.encode(Canonical.decode(Command.self, from: again)) == again)
    }

    @Test(arguments: Fence.all(.command))
    func `no field of a command example is ignored`(fence: Fence) throws {
        let command = try Canonical.decode(Command.self, from: Array(fence.text.utf8))
        let said = try JSONSerialization.jsonObject(with: Data(fence.text.utf8))
        let kept = try JSONSerialization.jsonObject(with: Data(try Canonical.encode(command)))
        #expect(lost(said, kept, at: "").isEmpty, "\(lost(said, kept, at: ""))")
    }

    @Test func `every command has an example`() throws {
        let shown = Set(
            try Fence.all(.command).map { try Canonical.decode(Command.self, from: Array($0.text.utf8)).name }
        )
        #expect(Set(Command.Name.allCases).subtracting(shown).map(\.rawValue).sorted() == [])
    }

    @Test(arguments: Fence.all(.event))
    func `every event example is read, and no field of it is ignored`(fence: Fence) throws {
        let event = try Canonical.decode(Event.self, from: Array(fence.text.utf8))
        let said = try JSONSerialization.jsonObject(with: Data(fence.text.utf8))
        let kept = try JSONSerialization.jsonObject(with: Data(try Canonical.encode(event)))
        #expect(lost(said, kept, at: "").isEmpty, "\(lost(said, kept, at: ""))")
    }

    @Test func `every event has an example`() throws {
        let shown = Set(try Fence.all(.event).map { try Canonical.decode(Event.self, from: Array($0.text.utf8)).name })
        #expect(Set(Event.Name.allCases).subtracting(shown).map(\.rawValue).sorted() == [])
    }

    @Test(arguments: Fence.all(.request))
    func `every request example is a request`(fence: Fence) throws {
        let request = try Canonical.decode(LiveRequest.self, from: Array(fence.text.utf8))
        #expect(LiveRequest.isKey(request.id))
    }

    @Test(arguments: Fence.all(.reply))
    func `every reply example answers a request of the page`(fence: Fence) throws {
        struct Shape: Decodable {
            var re: String
            var ok: Answer?
            var error: ErrorReply.Fault?
            struct Answer: Decodable {
                var at: [String: Position]?
                var streams: [String]?
                var now: Moment?
            }
        }
        let reply = try Canonical.decode(Shape.self, from: Array(fence.text.utf8))
        #expect((reply.ok == nil) != (reply.error == nil))
        if let ok = reply.ok { #expect(ok.at != nil || ok.streams != nil || ok.now != nil) }
        if let error = reply.error { #expect(Fence.page.contains("`\(error.code)`")) }
    }

    @Test(arguments: Fence.all(.push))
    func `every push example is one the server sends`(fence: Fence) throws {
        struct Kind: Decodable { var push: String }
        let bytes = Array(fence.text.utf8)
        switch try Canonical.decode(Kind.self, from: bytes).push {
        case "hello": #expect(try Canonical.decode(Hello.self, from: bytes).now.milliseconds > 0)
        case "event":
            struct Push: Decodable {
                var caseID: CaseID?, stream: String, seq: Int, tag: String, at: Moment, event: Event
            }
            #expect(try Canonical.decode(Push.self, from: bytes).seq > 0)
        case "shown": #expect(try Canonical.decode(Shown.self, from: bytes).by.text.isEmpty == false)
        case "boards": #expect(bytes == ListNotice.json)
        default: _ = try Canonical.decode(CaseNotice.self, from: bytes)
        }
    }

    @Test func `every kind of push has an example`() {
        for kind in CaseNotice.Kind.allCases.map(\.rawValue) + ["hello", "event", "shown", "boards"] {
            #expect(Fence.all(.push).contains { $0.text.contains(#""push":"\#(kind)""#) }, "\(kind)")
        }
    }

    @Test(arguments: Fence.all(.body))
    func `every body example is taken`(fence: Fence) throws {
        struct Body: Decodable {
            var content: ContentBody?
            var schedule: Meeting?
        }
        let body = try Canonical.decode(Body.self, from: Array(fence.text.utf8))
        #expect(body.content?.said != nil || body.schedule != nil)
    }

    @Test func `every code of a refusal and every close code stands on the page`() {
        for code in Rejection.Code.allCases { #expect(Fence.page.contains("`\(code.rawValue)`"), "\(code)") }
        let endings: [LiveConversation.Ending] = [.goingDown, .tooSlow, .silent, .tooMany, .signedOut, .broken("")]
        for ending in endings { #expect(Fence.page.contains("| \(ending.code.rawValue) |"), "\(ending)") }
    }

    private func keys(_ bytes: [UInt8]) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        return object?.keys.sorted() ?? []
    }
}

/// The paths of what is said and not kept: fields the code does not know.
private func lost(_ said: Any, _ kept: Any?, at path: String) -> [String] {
    if let said = said as? [String: Any] {
        let kept = kept as? [String: Any] ?? [:]
        return said.flatMap { name, value -> [String] in
            guard let other = kept[name] else { return ["\(path).\(name)"] }
            return lost(value, other, at: "\(path).\(name)")
        }
    }
    if let said = said as? [Any] {
        let kept = kept as? [Any] ?? []
        guard said.count == kept.count else { return ["\(path)[]"] }
        return zip(said, kept).flatMap { lost($0, $1, at: "\(path)[]") }
    }
    return []
}
