/// Splits HTML or XHTML source into characters and tags; comments, declarations and processing instructions vanish.
struct MarkupTokens {
    struct Tag: Equatable {
        /// In lower case.
        let name: String
        let isEnd: Bool
        /// Written `<name/>`.
        let isEmpty: Bool
        let attributes: [String: String]
    }

    enum Token: Equatable {
        /// - Parameter isReference: written as `&…;`, so that it never collapses with the white space around it.
        case character(Unicode.Scalar, isReference: Bool)
        case tag(Tag)
    }

    private let source: [Unicode.Scalar]
    private var position = 0

    init(_ source: String) { self.source = Array(source.unicodeScalars) }

    /// The line of the next token, counted from 1.
    var line: Int { source[..<position].count { $0 == "\n" } + 1 }

    mutating func next() throws(MarkupText.Refusal) -> Token? {
        while position < source.count {
            switch source[position] {
            case "<" where starts(with: "<!--"): try skip(through: "-->")
            case "<" where starts(with: "<!") || starts(with: "<?"): try skip(through: ">")
            case "<":
                if let tag = try tag() { return .tag(tag) }
                return character()
            case "&": return try reference()
            default: return character()
            }
        }
        return nil
    }

    private mutating func character() -> Token {
        position += 1
        return .character(source[position - 1], isReference: false)
    }

    /// Passes over everything up to and including the end tag of `name`.
    mutating func skip(past name: String) throws(MarkupText.Refusal) {
        let start = position
        while position < source.count {
            if starts(with: "</"), let tag = try tag() {
                if tag.isEnd, tag.name == name { return }
            } else {
                position += 1
            }
        }
        position = start
        throw .unclosedTag(line: line)
    }

    /// A `<` that no letter follows is a less-than sign somebody forgot to escape, and stays text.
    private mutating func tag() throws(MarkupText.Refusal) -> Tag? {
        let start = position
        var cursor = position + 1
        let isEnd = cursor < source.count && source[cursor] == "/"
        if isEnd { cursor += 1 }
        guard cursor < source.count, source[cursor].properties.isAlphabetic else { return nil }
        position = cursor
        let name = word().lowercased()
        var attributes: [String: String] = [:]
        var isEmpty = false
        while position < source.count {
            let scalar = source[position]
            position += 1
            if scalar == ">" { return Tag(name: name, isEnd: isEnd, isEmpty: isEmpty, attributes: attributes) }
            isEmpty = scalar == "/"
            guard scalar.properties.isAlphabetic else { continue }
            position -= 1
            let attribute = word().lowercased()
            attributes[attribute] = value()
        }
        position = start
        throw .unclosedTag(line: line)
    }

    private mutating func word() -> String {
        let start = position
        while position < source.count, isNamePart(source[position]) { position += 1 }
        return text(start..<position)
    }

    private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == ":"
            || scalar == "_"
    }

    /// The value after an attribute's name, quoted or not; empty where there is none.
    private mutating func value() -> String {
        skipSpaces()
        guard position < source.count, source[position] == "=" else { return "" }
        position += 1
        skipSpaces()
        guard position < source.count else { return "" }
        let quote = source[position]
        guard quote == "\"" || quote == "'" else {
            let start = position
            while position < source.count, !source[position].properties.isWhitespace, source[position] != ">" {
                position += 1
            }
            return text(start..<position)
        }
        position += 1
        let start = position
        while position < source.count, source[position] != quote { position += 1 }
        defer { position += 1 }
        return text(start..<position)
    }

    /// An ampersand that starts no reference is an ampersand.
    private mutating func reference() throws(MarkupText.Refusal) -> Token {
        let name = source[(position + 1)...].prefix(32).prefix { isNamePart($0) || $0 == "#" }
        let end = position + 1 + name.count
        guard !name.isEmpty, end < source.count, source[end] == ";" else {
            position += 1
            return .character("&", isReference: true)
        }
        let written = text(position + 1..<end)
        guard let scalar = CharacterReference.scalar(named: written) else {
            throw .unknownReference(written, line: line)
        }
        position = end + 1
        return .character(scalar, isReference: true)
    }

    private mutating func skipSpaces() {
        while position < source.count, source[position].properties.isWhitespace { position += 1 }
    }

    private mutating func skip(through end: String) throws(MarkupText.Refusal) {
        let start = position
        while position < source.count {
            if starts(with: end) {
                position += end.unicodeScalars.count
                return
            }
            position += 1
        }
        position = start
        throw .unclosedTag(line: line)
    }

    private func starts(with text: String) -> Bool { source[position...].starts(with: text.unicodeScalars) }

    private func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: source[range])
        return String(view)
    }
}
