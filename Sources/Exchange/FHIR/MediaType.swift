/// A media type such as `text/plain; charset=utf-8` (RFC 9110, section 8.3.1).
struct MediaType: Equatable {
    /// Type and subtype in lower case, without parameters.
    let name: String
    let charset: String?

    /// `nil` for text that is no media type.
    init?(_ text: String?) {
        guard let text else { return nil }
        let parts = text.split(separator: ";").map { $0.trimmed }
        guard let name = parts.first?.lowercased(), name.split(separator: "/").count == 2 else { return nil }
        self.name = name
        charset =
            parts.dropFirst().lazy
            .filter { $0.lowercased().hasPrefix("charset=") }
            .map { $0.dropFirst("charset=".count).filter { $0 != "\"" } }
            .first
    }

    var isPlainText: Bool { name == "text/plain" }
    var isMarkup: Bool { name == "text/html" || name == "application/xhtml+xml" }
    var isPDF: Bool { name == "application/pdf" }
    var isImage: Bool { name.hasPrefix("image/") }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
