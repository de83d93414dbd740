package import TumorBoard

/// What a presenter shows while talking: seen now or never.
///
/// A signal has no sequence number, is not stored and not replayed; of one person's the latest counts, and a member who
/// is behind is spared the others.
package enum Signal: Codable, Sendable, Equatable {
    case pointer(Pointer)
    case viewport(Viewport)
    /// Nothing is shown any more.
    case ended

    /// A place: a code point of a text, or a point of an image in percent of its width and height.
    package struct Pointer: Codable, Sendable, Equatable {
        package var part: PartID
        package var at: Int?
        package var x: Double?
        package var y: Double?
    }

    /// The passage on the presenter's screen, in code points; the end is exclusive.
    package struct Viewport: Codable, Sendable, Equatable {
        package var part: PartID
        package var start: Int
        package var end: Int
    }

    package enum Name: String, CodingKey, CaseIterable { case pointer, viewport, ended }

    private struct Nothing: Codable {}

    package init(from decoder: any Decoder) throws {
        let (container, name) = try decoder.soleEntry(keyedBy: Name.self)
        switch name {
        case .pointer: self = .pointer(try container.decode(Pointer.self, forKey: name))
        case .viewport: self = .viewport(try container.decode(Viewport.self, forKey: name))
        case .ended: self = .ended
        }
        guard isSound else {
            throw DecodingError.dataCorruptedError(forKey: name, in: container, debugDescription: "no such place")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        switch self {
        case .pointer(let pointer): try container.encode(pointer, forKey: .pointer)
        case .viewport(let viewport): try container.encode(viewport, forKey: .viewport)
        case .ended: try container.encode(Nothing(), forKey: .ended)
        }
    }

    /// Whether it names a place: a code point, or both percentages from 0 to 100; a passage from its start on.
    var isSound: Bool {
        switch self {
        case .pointer(let pointer):
            switch (pointer.at, pointer.x, pointer.y) {
            case (let at?, nil, nil): at >= 0
            case (nil, let x?, let y?): (0...100).contains(x) && (0...100).contains(y)
            default: false
            }
        case .viewport(let viewport): 0 <= viewport.start && viewport.start <= viewport.end
        case .ended: true
        }
    }
}

/// A signal as the others in the case receive it.
package struct Shown: Codable, Sendable {
    package var push = "shown"
    package var caseID: CaseID
    package var by: PersonID
    package var signal: Signal

    private enum CodingKeys: String, CodingKey {
        case push, by, signal
        case caseID = "case"
    }

    package init(caseID: CaseID, by: PersonID, signal: Signal) {
        self.caseID = caseID
        self.by = by
        self.signal = signal
    }
}
