package import TumorBoard

/// One request on the socket: `{"id": …, "<name>": {…}}`.
package struct LiveRequest: Decodable, Sendable {
    package var id: String
    package var said: Said

    package enum Said: Sendable {
        case join(Join)
        case leave(CaseID)
        case beat
        /// Shows the others something at once; answered only when it is refused.
        case show(Signal, CaseID)
        /// A command to a case; `password` stands beside `sign` only.
        case command(Command, CaseID, password: String?)
    }

    /// The positions a client holds, by the wire names of streams.
    package struct Join: Codable, Sendable {
        package var caseID: CaseID
        package var at: [String: Position]

        private enum CodingKeys: String, CodingKey {
            case caseID = "case"
            case at
        }

        package init(caseID: CaseID, at: [String: Position]) {
            self.caseID = caseID
            self.at = at
        }
    }

    private struct CaseOnly: Decodable {
        var caseID: CaseID
        var password: String?

        private enum CodingKeys: String, CodingKey {
            case caseID = "case"
            case password
        }
    }

    private enum CodingKeys: String, CodingKey { case id, join, leave, beat, show }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        if let join = try container.decodeIfPresent(Join.self, forKey: .join) {
            said = .join(join)
        } else if let leave = try container.decodeIfPresent(CaseOnly.self, forKey: .leave) {
            said = .leave(leave.caseID)
        } else if container.contains(.show) {
            let about = try container.decode(CaseOnly.self, forKey: .show)
            said = .show(try container.decode(Signal.self, forKey: .show), about.caseID)
        } else if container.contains(.beat) {
            said = .beat
        } else {
            let command = try Command(from: decoder)
            let about = try decoder.container(keyedBy: Command.Name.self)
                .decode(CaseOnly.self, forKey: command.name)
            said = .command(command, about.caseID, password: about.password)
        }
    }

    /// Whether an id may be used as an idempotency key.
    package static func isKey(_ text: String) -> Bool { Identifier<LiveRequest>(text) != nil }
}

/// `[seq, tag]`: where a stream stands. `[0, ""]` is before its first event.
package struct Position: Codable, Sendable, Equatable {
    package var seq: Int
    package var tag: String

    package init(seq: Int, tag: String) {
        self.seq = seq
        self.tag = tag
    }

    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        seq = try container.decode(Int.self)
        tag = try container.decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(seq)
        try container.encode(tag)
    }
}
