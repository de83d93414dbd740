import Foundation
import TestSupport
import TumorBoard
import Wire

/// Everything that can be asked about a case, as one person: every operation of the OpenAPI document, whose list is
/// the server's own (`InterfaceDocumentTests`), with every value there is; and every command, over HTTP and the socket.
struct Sweep {
    let story: Story
    /// Hashes of content that is there but not this person's to read. They are asked for under one name, so that a world
    /// in which there are none compares with one in which there are.
    var secrets: [String] = []
    /// Hashes of documents; those of the case, as its coordinator knows them, unless given.
    var hashes: [String]?
    /// One command of every kind. What would end the work of the person or of the case comes last.
    var commands = Self.samples

    /// An operation that this sweep does not know what to ask with: it must be given values.
    struct Unknown: Error, CustomStringConvertible {
        var description: String
    }

    private static let nobodysHash = String(repeating: "0", count: 64)

    func perform(as onlooker: Onlooker) throws {
        for operation in try DocumentedOperation.all.get().filter({ !$0.hasBody }) {
            try read(operation, as: onlooker)
        }
        for hash in [secrets.first ?? Self.nobodysHash, secrets.last ?? Self.nobodysHash] {
            let target = "/api/cases/\(story.caseID)/blobs/\(hash)"
            try onlooker.keep(target, named: "a blob that is not there, or not to be read")
        }
        try onlooker.keep("/nothing")
        for operation in try DocumentedOperation.all.get().filter(\.hasBody) {
            for body in try bodies(of: operation) {
                for target in try targets(of: operation) {
                    try onlooker.keep(target, method: operation.method, body: body)
                }
            }
        }
        let address = "/api/cases/\(story.caseID)/commands"
        // An own stream has two events before anybody works: what nobody may read has no number to guess either.
        for position in ["dossier-1", "own-2", "own/p4-1", "own/p4-2", "own/p5-2", "logistics-1", "unheard-0"] {
            let fields: HTTPFields = ["If-Match": "\"\(position)\""]
            try onlooker.keep(address, method: "POST", fields: fields, body: #"{"markRead":{"part":"d-letter"}}"#)
        }
        for command in commands { try onlooker.say(command) }
        try onlooker.keepLive("live, after every command")
    }

    private func read(_ operation: DocumentedOperation, as onlooker: Onlooker) throws {
        for target in try targets(of: operation) {
            let tag = try onlooker.keep(target, method: operation.method).fields["ETag"]
            guard operation.method == "GET" else { continue }
            try onlooker.keep(target, method: "HEAD")
            if let tag { try onlooker.keep(target, fields: ["If-None-Match": tag]) }
            if operation.names(in: "header").contains("Range") {
                try onlooker.keep(target, fields: ["Range": "bytes=2-9"])
            }
            for query in try queries(of: operation) { try onlooker.keep("\(target)?\(query)") }
        }
    }

    /// The path with every combination of values, and once more of a case that nobody has opened.
    private func targets(of operation: DocumentedOperation) throws -> [String] {
        var targets = [operation.path]
        for name in operation.names(in: "path") {
            let values = try values(of: name)
            targets = targets.flatMap { target in
                values.map { target.replacingOccurrences(of: "{\(name)}", with: $0) }
            }
        }
        let elsewhere = targets.first?.replacingOccurrences(of: "/\(story.caseID)", with: "/case-9")
        return targets + [elsewhere].compactMap(\.self).filter { !targets.contains($0) }
    }

    private func values(of parameter: String) throws -> [String] {
        switch parameter {
        case "case": return [story.caseID]
        case "stream": return ["dossier", "quarantine", "logistics", "own", "board", "delivery", "custody", "unheard"]
        case "person": return ["p2", "p4", "p5"]
        case "id": return ["conf-1", "conf-2"]
        case "hash":
            let known = try hashes ?? story.desk(story.coordinator).versions().sorted { $0.key < $1.key }.map(\.value)
            return known + ["no-hash"]
        default: throw Unknown(description: "no value for the path parameter \(parameter)")
        }
    }

    private func queries(of operation: DocumentedOperation) throws -> [String] {
        try operation.names(in: "query").flatMap { name -> [String] in
            switch name {
            case "after": return ["after=1", "after=999", "after=-1"]
            case "limit": return ["limit=1", "limit=0"]
            default: throw Unknown(description: "no value for the query \(name)")
            }
        }
    }

    private func bodies(of operation: DocumentedOperation) throws -> [String] {
        switch operation.id {
        case "signIn": return [#"{"login":"nobody","password":"Spiegelsaal"}"#]
        case "issueToken": return [#"{"label":"sweep"}"#]
        case "openCase": return [#"{"openCase":{}}"#]
        case "perform": return commands
        case "fileDocument": return try [Self.filing("fileDocument")]
        case "fileTranslation": return try [Self.filing("fileTranslation")]
        case "importBundle": return [#"{"resourceType":"Bundle","type":"collection"}"#]
        case "scheduleConference":
            let agenda = [story.caseID, "case-9"].map {
                #"{"id":"conf-9","schedule":{"title":"Kalt","starts":1,"timeZone":"Europe/Berlin","durationMinutes":60,"chair":"p1","participants":[],"agenda":[{"case":"\#($0)","minutes":20}]}}"#
            }
            return agenda + ["{}"]
        default: throw Unknown(description: "no body for the operation \(operation.id)")
        }
    }

    /// The kept samples of commands, one line of every kind (`GoldenTests`).
    static let samples: [String] = {
        let lines = Document.text("Tests/DomainTests/Golden/commands.jsonl").split(separator: "\n").map(String.init)
        func isLast(_ line: String) -> Bool { line.hasPrefix(#"{"recuse""#) || line.hasPrefix(#"{"withdraw":"#) }
        return lines.filter { !isLast($0) } + lines.filter(isLast)
    }()

    private static func filing(_ name: String) throws -> String {
        guard let line = samples.first(where: { $0.hasPrefix("{\"\(name)\"") }) else {
            throw Unknown(description: "no sample of \(name)")
        }
        return line.dropLast() + #","content":{"text":"Nachgereicht."}}"#
    }
}
