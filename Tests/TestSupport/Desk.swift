package import BoardClient
import Cryptography
import Foundation
package import TumorBoard

/// Saying commands over HTTP as one person, in the words of the protocol.
package struct Desk {
    package let client: HTTPClient
    package let caseID: String

    package init(_ client: HTTPClient, case caseID: String) {
        self.client = client
        self.caseID = caseID
    }

    private func key() -> String { Hexadecimal.encode(SecureRandom.bytes(16)) }

    /// A command that must be taken; the answer's JSON.
    @discardableResult
    package func say(_ command: String, key: String? = nil) throws -> [String: Any] {
        let answer = try client.post("/api/cases/\(caseID)/commands", Array(command.utf8), key: key ?? self.key())
        guard answer.status == 200 else { throw refused(command, answer) }
        return try object(answer.body)
    }

    /// The code of a refusal; `nil` when the command was taken.
    package func refusal(of command: String, key: String? = nil) throws -> String? {
        let answer = try client.post("/api/cases/\(caseID)/commands", Array(command.utf8), key: key ?? self.key())
        return answer.status == 200 ? nil : try object(answer.body)["code"] as? String
    }

    /// Files a document of one part with a text.
    package func file(_ id: String, _ text: String, kind: String = "letter", nature: String = "primary") throws {
        let body: [String: Any] = [
            "fileDocument": [
                "id": id, "title": id, "kind": kind, "date": "2026-10-01", "language": "de", "nature": nature,
            ],
            "content": ["text": text],
        ]
        try post("documents", body)
    }

    /// Posts a body to an address of the case and expects 200 or 201.
    @discardableResult
    package func post(_ address: String, _ body: [String: Any]) throws -> [String: Any] {
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: body))
        let answer = try client.post("/api/cases/\(caseID)/\(address)", bytes, key: key())
        guard answer.status == 200 || answer.status == 201 else { throw refused(address, answer) }
        return try object(answer.body)
    }

    /// Every event of a stream, in order.
    package func events(of stream: String) throws -> [Event] {
        struct Page: Decodable {
            var events: [Line]
            struct Line: Decodable { var event: Event }
        }
        var events: [Event] = []
        while true {
            let answer = try client.send(
                "GET",
                "/api/cases/\(caseID)/streams/\(stream)?after=\(events.count)&limit=500"
            )
            guard answer.status == 200 else { throw refused(stream, answer) }
            let page = try Canonical.decode(Page.self, from: answer.body)
            if page.events.isEmpty { return events }
            events += page.events.map(\.event)
        }
    }

    /// The hash of each published part.
    package func versions() throws -> [String: String] {
        try events(of: "dossier").reduce(into: [:]) { versions, event in
            guard case .documentPublished(let payload) = event else { return }
            for part in payload.document.parts { versions[part.id.text] = part.content.hash }
        }
    }

    private func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    private func refused(_ what: String, _ answer: HTTPClient.Answer) -> TestBoard.Refused {
        let body = String(decoding: answer.body, as: UTF8.self)
        return TestBoard.Refused(description: "\(what.prefix(80)): \(answer.status) \(body)")
    }
}
