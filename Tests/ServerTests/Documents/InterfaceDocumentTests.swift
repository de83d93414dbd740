import BoardAPI
import Foundation
import Sockets
import TestSupport
import Testing
import TumorBoard
import Wire

@testable import BoardServer

/// `docs/openapi.json` and `docs/asyncapi.yaml` list what there is: no more, no less.
@Suite("The interface documents")
struct InterfaceDocumentTests {
    private func document() throws -> [String: Any] {
        let text = Document.text("docs/openapi.json")
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `the OpenAPI document lists exactly the server's routes and methods`() throws {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let core = try Core(
            Server.Configuration(data: folder, listen: .loopback, certificate: "", key: ""),
            log: SilentLog.logger
        )
        defer { core.finishReading() }
        let served = core.endpoints(openAPI: nil).map { "\($0.method.rawValue) \($0.documentedPath)" }
        let paths = try #require(try document()["paths"] as? [String: [String: Any]])
        let described = paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } }
        #expect(served.sorted() == described.sorted())
    }

    @Test func `every reference inside the OpenAPI document leads somewhere`() throws {
        let document = try document()
        for reference in references(in: document) {
            let target = reference.dropFirst(2).split(separator: "/").reduce(document as Any?) { place, name in
                (place as? [String: Any])?[String(name)]
            }
            #expect(target != nil, "\(reference)")
        }
    }

    @Test func `every path parameter of the OpenAPI document is declared`() throws {
        let document = try document()
        let components = document["components"] as? [String: Any]
        let known = try #require(components?["parameters"] as? [String: [String: Any]])
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        for (path, operations) in paths {
            let wanted = Set(path.matches(of: /\{(\w+)\}/).map { String($0.1) })
            for operation in operations.values {
                let said = (operation["parameters"] as? [[String: Any]] ?? []).compactMap { $0["$ref"] as? String }
                let names = said.compactMap { known[$0.split(separator: "/").last.map(String.init) ?? ""] }
                    .filter { $0["in"] as? String == "path" }.compactMap { $0["name"] as? String }
                #expect(Set(names) == wanted, "\(path)")
            }
        }
    }

    @Test func `the OpenAPI document names every command that goes to a case`() throws {
        let schemas = (try document()["components"] as? [String: Any])?["schemas"] as? [String: Any]
        let command = try #require(schemas?["Command"] as? [String: Any])
        let names = (command["propertyNames"] as? [String: Any])?["enum"] as? [String]
        let elsewhere: Set<Command.Name> = [.openCase, .fileDocument, .fileTranslation]
        #expect(names?.sorted() == Command.Name.allCases.filter { !elsewhere.contains($0) }.map(\.rawValue).sorted())
    }

    @Test func `the AsyncAPI document names exactly what is said on the socket`() throws {
        let lines = Document.text("docs/asyncapi.yaml").split(separator: "\n").map(String.init)
        let pushes = CaseNotice.Kind.allCases.map(\.rawValue) + ["hello", "event", "shown", "boards"]
        let messages = names(in: lines, under: ["components:", "  messages:"])
        #expect(Set(messages) == Set(RequestKind.allCases.map(\.rawValue) + ["ok", "error"] + pushes))
        let sent = names(in: lines, under: ["channels:", "  live:", "    messages:"])
        #expect(Set(sent) == Set(messages))
        let requests = items(in: lines, under: ["operations:", "  request:", "    messages:"])
        #expect(Set(requests) == Set(RequestKind.allCases.map(\.rawValue)))
        #expect(Set(items(in: lines, under: ["operations:", "  push:", "    messages:"])) == Set(pushes))
    }

    @Test(arguments: Fence.all(.request))
    func `every request of the protocol's page is of a kind the AsyncAPI document names`(fence: Fence) throws {
        let kind = RequestKind(try Canonical.decode(LiveRequest.self, from: Array(fence.text.utf8)).said)
        let object = try JSONSerialization.jsonObject(with: Data(fence.text.utf8)) as? [String: Any]
        #expect(object?[kind.rawValue] != nil || kind == .command)
    }

    private func references(in value: Any) -> [String] {
        if let object = value as? [String: Any] {
            return object.flatMap { name, value in
                name == "$ref" ? [value as? String ?? ""] : references(in: value)
            }
        }
        return (value as? [Any])?.flatMap { references(in: $0) } ?? []
    }

    /// The lines below a chain of headings that are indented deeper than the last of them.
    private func block(in lines: [String], under headings: [String]) -> ArraySlice<String> {
        headings.reduce(lines[...]) { lines, heading in
            let depth = heading.prefix { $0 == " " }.count
            let rest = lines.drop { $0 != heading }.dropFirst()
            return rest.prefix { $0.prefix { $0 == " " }.count > depth }
        }
    }

    private func names(in lines: [String], under headings: [String]) -> [String] {
        let depth = (headings.last?.prefix { $0 == " " }.count ?? 0) + 2
        return block(in: lines, under: headings).filter { $0.prefix { $0 == " " }.count == depth && $0.hasSuffix(":") }
            .map { String($0.dropFirst(depth).dropLast()) }
    }

    private func items(in lines: [String], under headings: [String]) -> [String] {
        block(in: lines, under: headings).compactMap { $0.split(separator: "/").last.map { String($0.dropLast()) } }
    }
}

/// The requests there are; a new one does not compile here until it has a name.
private enum RequestKind: String, CaseIterable {
    case join, leave, beat, show, command

    init(_ said: LiveRequest.Said) {
        self =
            switch said {
            case .join: .join
            case .leave: .leave
            case .beat: .beat
            case .show: .show
            case .command: .command
            }
    }
}
