/// Turns XHTML narrative or an HTML document into plain text without losing or changing what it says.
///
/// Layout becomes lines, list marks and tabulators. Where dropping a tag would change the meaning, the meaning is
/// written out: `10<sup>9</sup>` becomes `10^9`, not 109, and struck-out words stay marked as such. What is not known
/// is refused instead of guessed.
struct MarkupText {
    enum Refusal: Error, Equatable {
        case unclosedTag(line: Int)
        case unknownElement(String, line: Int)
        case unknownReference(String, line: Int)
    }

    private var markup: MarkupTokens
    private var text = ""
    private var spacePending = false
    private var preformatted = 0
    private var lists: [Int?] = []
    private(set) var imagesLeftOut = 0

    static func plain(from source: String) throws(Refusal) -> (text: String, imagesLeftOut: Int) {
        var reading = MarkupText(markup: MarkupTokens(source))
        while let token = try reading.markup.next() {
            switch token {
            case .character(let scalar, isReference: let isReference):
                reading.write(scalar, literally: isReference && scalar != " ")
            case .tag(let tag):
                try reading.apply(tag)
            }
        }
        let lines = reading.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in String(line.reversed().drop(while: \.isWhitespace).reversed()) }
        let trimmed = lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
        return (trimmed.joined(separator: "\n"), reading.imagesLeftOut)
    }

    private init(markup: MarkupTokens) { self.markup = markup }

    private mutating func apply(_ tag: MarkupTokens.Tag) throws(Refusal) {
        switch tag.name {
        case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre", "dl":
            breakLine(blankLines: 1)
            if tag.name == "pre" { preformatted = max(0, preformatted + (tag.isEnd ? -1 : 1)) }
        case "ul", "ol":
            breakLine(blankLines: lists.isEmpty || (tag.isEnd && lists.count == 1) ? 1 : 0)
            if !tag.isEnd { lists.append(tag.name == "ol" ? 1 : nil) } else { _ = lists.popLast() }
        case "li":
            breakLine(blankLines: 0)
            if !tag.isEnd { startListItem() }
        case "br": if !tag.isEnd { text += "\n" }
        case "td", "th": if !tag.isEnd, !isAtLineStart { text += "\t" }
        case "sup": if !tag.isEnd { write("^", literally: true) }
        case "del", "s", "strike":
            write("~", literally: true)
            write("~", literally: true)
        case "img":
            imagesLeftOut += 1
            for scalar in "[\(tag.attributes["alt"] ?? "image")]".unicodeScalars { write(scalar, literally: false) }
        case "head", "script", "style", "title":
            if !tag.isEnd, !tag.isEmpty { try markup.skip(past: tag.name) }
        case _ where Self.blocks.contains(tag.name): breakLine(blankLines: 0)
        case _ where Self.inline.contains(tag.name) || tag.name.contains(":"): break
        default: throw .unknownElement(tag.name, line: markup.line)
        }
    }

    private static let blocks: Set = [
        "html", "body", "div", "tr", "thead", "tbody", "tfoot", "caption", "hr", "dt", "dd", "address", "center",
        "section", "article", "header", "footer", "main", "figure", "figcaption", "nav", "aside",
    ]

    private static let inline: Set = [
        "a", "abbr", "acronym", "b", "bdo", "big", "cite", "code", "col", "colgroup", "dfn", "em", "font", "i", "ins",
        "kbd", "link", "mark", "meta", "q", "samp", "small", "span", "strong", "sub", "time", "tt", "u", "var", "wbr",
    ]

    private mutating func startListItem() {
        text += String(repeating: "  ", count: max(0, lists.count - 1))
        if let number = lists.last ?? nil {
            text += "\(number). "
            lists[lists.count - 1] = number + 1
        } else {
            text += "- "
        }
    }

    private mutating func breakLine(blankLines: Int) {
        spacePending = false
        guard !text.isEmpty else { return }
        while !text.hasSuffix(String(repeating: "\n", count: blankLines + 1)) { text += "\n" }
    }

    /// White space collapses to one space between words, as in a browser, except where it is preformatted.
    private mutating func write(_ scalar: Unicode.Scalar, literally: Bool) {
        if literally || preformatted > 0 {
            flushSpace()
            text.unicodeScalars.append(scalar == "\u{A0}" ? " " : scalar)
        } else if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
            spacePending = true
        } else {
            flushSpace()
            text.unicodeScalars.append(scalar)
        }
    }

    private mutating func flushSpace() {
        if spacePending, !isAtLineStart, !text.hasSuffix("\t") { text += " " }
        spacePending = false
    }

    private var isAtLineStart: Bool { text.isEmpty || text.hasSuffix("\n") }
}

extension MarkupText.Refusal {
    var sentence: String {
        switch self {
        case .unclosedTag(let line): "A tag, comment or element in line \(line) of the markup has no end."
        case .unknownElement(let name, let line):
            "The markup has the element <\(name)> in line \(line), which cannot be turned into text without loss."
        case .unknownReference(let name, let line):
            "The markup has the unknown character reference &\(name); in line \(line)."
        }
    }
}
