/// The validator of one representation (RFC 9110 section 8.8.3).
package struct EntityTag: Sendable, Equatable, CustomStringConvertible {
    package let opaque: String
    package let isWeak: Bool

    /// - Parameter opaque: the text between the quotation marks. A character that may not stand there is left out.
    package init(_ opaque: String, isWeak: Bool = false) {
        self.opaque = String(decoding: opaque.utf8.filter(Self.isTagCharacter), as: UTF8.self)
        self.isWeak = isWeak
    }

    package var description: String { (isWeak ? "W/\"" : "\"") + opaque + "\"" }

    /// Strong comparison (section 8.8.3.2): a weak tag equals nothing.
    package func matchesStrongly(_ other: EntityTag) -> Bool {
        !isWeak && !other.isWeak && opaque == other.opaque
    }

    package func matchesWeakly(_ other: EntityTag) -> Bool {
        opaque == other.opaque
    }

    /// One tag and nothing else, as in `If-Range`. Nil for a date, which a server without `Last-Modified` never matches.
    package init?(parsing text: String) {
        var rest = Substring(text).utf8
        guard let tag = Self.take(&rest), rest.isEmpty else { return nil }
        self = tag
    }

    static func take(_ rest: inout Substring.UTF8View) -> EntityTag? {
        let isWeak = rest.starts(with: "W/".utf8)
        if isWeak { rest = rest.dropFirst(2) }
        guard rest.popFirst() == ASCII.quote, let end = rest.firstIndex(of: ASCII.quote) else { return nil }
        let opaque = rest[..<end]
        guard opaque.allSatisfy(isTagCharacter) else { return nil }
        rest = rest[end...].dropFirst()
        return EntityTag(String(Substring(opaque)), isWeak: isWeak)
    }

    /// `etagc`: visible characters but the quotation mark, and `obs-text`.
    private static func isTagCharacter(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != ASCII.quote && byte != 0x7F
    }
}

/// The value of `If-Match` or `If-None-Match` (RFC 9110 sections 13.1.1 and 13.1.2).
package enum EntityTagCondition: Sendable, Equatable {
    case any
    case tags([EntityTag])

    /// The condition a request carries.
    ///
    /// - Returns: nil when the field is absent. A field that breaks the grammar names no tag at all, so `If-Match` fails
    ///   and `If-None-Match` holds: neither can lose an update.
    package init?(_ name: FieldName, in fields: HTTPFields) {
        let values = fields.values(for: name)
        guard !values.isEmpty else { return nil }
        self = values == ["*"] ? .any : .tags(Self.parse(values.joined(separator: ",")) ?? [])
    }

    /// For `If-Match`, which guards a change: the tag, if the resource exists, is in the list by strong comparison.
    package func matchesStrongly(_ current: EntityTag?) -> Bool {
        matches(current) { $0.matchesStrongly($1) }
    }

    /// For `If-None-Match`, which asks whether a copy is still good: by weak comparison.
    package func matchesWeakly(_ current: EntityTag?) -> Bool {
        matches(current) { $0.matchesWeakly($1) }
    }

    private func matches(_ current: EntityTag?, by equal: (EntityTag, EntityTag) -> Bool) -> Bool {
        guard let current else { return false }
        return switch self {
        case .any: true
        case .tags(let tags): tags.contains { equal($0, current) }
        }
    }

    /// A comma-separated list, whose elements may themselves hold commas between their quotation marks.
    private static func parse(_ text: String) -> [EntityTag]? {
        var tags: [EntityTag] = []
        var rest = Substring(text).utf8
        while true {
            rest = rest.drop { ASCII.isWhitespace($0) || $0 == ASCII.comma }
            if rest.isEmpty { return tags }
            guard let tag = EntityTag.take(&rest) else { return nil }
            tags.append(tag)
            rest = rest.drop(while: ASCII.isWhitespace)
            guard rest.isEmpty || rest.first == ASCII.comma else { return nil }
        }
    }
}
