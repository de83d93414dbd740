import Foundation
import TestSupport

/// The JSON examples of the protocol's two pages, each with what its fence says it is.
struct Fence: CustomStringConvertible, Sendable {
    enum Kind: String, CaseIterable { case command, event, request, reply, push, body }

    var kind: String
    var text: String
    var line: Int

    var description: String { "line \(line): \(text.prefix(60))" }

    static func all(inside page: String) -> [Fence] {
        var fences: [Fence] = []
        var open: Fence?
        for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line == "```" {
                if let fence = open { fences.append(fence) }
                open = nil
            } else if line.hasPrefix("```") {
                let words = line.dropFirst(3).split(separator: " ")
                if words.first == "json" {
                    open = Fence(kind: words.dropFirst().joined(separator: " "), text: "", line: index + 2)
                }
            } else if open != nil {
                open?.text += line
            }
        }
        return fences
    }

    static let page = Document.text("docs/PROTOCOL.md")
    static let all = all(inside: page) + all(inside: Document.text("docs/PROTOCOL-EVENTS.md"))
    static func all(_ kind: Kind) -> [Fence] { all.filter { $0.kind == kind.rawValue } }
}

/// A file of the checkout.
enum Document {
    static func text(_ path: String) -> String {
        (try? String(contentsOf: TestCertificates.root.appendingPathComponent(path), encoding: .utf8)) ?? ""
    }
}
