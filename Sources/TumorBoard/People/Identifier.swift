/// A random identifier of one kind of thing: 1 to 64 characters of `A-Z a-z 0-9 . _ -`.
///
/// Authors draw identifiers themselves (128 random bits), so that none ever tells a row number.
package struct Identifier<Kind>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Refuses text that is empty, too long, or has characters that would need escaping in a path.
    package init?(_ text: String) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.allows) else { return nil }
        self.text = text
    }

    private static func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    package var description: String { text }
    package static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}

extension Identifier: Codable, CodingKeyRepresentable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let identifier = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier")
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var codingKey: any CodingKey { TextKey(stringValue: text) }
    package init?<Key: CodingKey>(codingKey: Key) { self.init(codingKey.stringValue) }
}

/// A dictionary key on its way through `Codable`.
struct TextKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

package typealias CaseID = Identifier<Case>
package typealias PersonID = Identifier<Person>
package typealias ConferenceID = Identifier<Conference>
package typealias DocumentID = Identifier<Document>
package typealias PartID = Identifier<Part>
package typealias SeriesID = Identifier<LabSeries>
package typealias AnnotationID = Identifier<Annotation>
package typealias DiscrepancyID = Identifier<Discrepancy>
package typealias CommentID = Identifier<Comment>
package typealias OptionID = Identifier<Option>
package typealias OptionSetID = Identifier<Round>

package enum Case {}
package enum Person {}
