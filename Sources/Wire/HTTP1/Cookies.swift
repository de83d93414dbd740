/// The cookies a request carries (RFC 6265 section 4.2).
///
/// A pair that breaks the grammar is left out, because other programs on the same host may have set it; it never changes
/// how the next pair is read.
package struct Cookies: Sendable {
    private var pairs: [(name: String, value: String)] = []

    package init(_ fields: HTTPFields) {
        for header in fields.values(for: .cookie) {
            for pair in header.utf8.split(separator: ASCII.semicolon) {
                if let pair = Self.parse(ASCII.trimmed(pair)) { pairs.append(pair) }
            }
        }
    }

    /// The value of the one cookie of this name, compared exactly.
    ///
    /// Nil when the name comes twice: a sibling host can set a cookie of the same name, and the order of the two says
    /// nothing about whose is whose.
    package subscript(name: String) -> String? {
        let values = pairs.filter { $0.name == name }
        return values.count == 1 ? values[0].value : nil
    }

    package var isEmpty: Bool { pairs.isEmpty }

    /// `token "=" ( *cookie-octet / DQUOTE *cookie-octet DQUOTE )`; the quotation marks belong to the value's form.
    private static func parse(_ pair: Substring.UTF8View) -> (name: String, value: String)? {
        guard let equals = pair.firstIndex(of: ASCII.equals) else { return nil }
        let name = pair[..<equals]
        var value = pair[equals...].dropFirst()
        if value.count >= 2, value.first == ASCII.quote, value.last == ASCII.quote {
            value = value.dropFirst().dropLast()
        }
        guard !name.isEmpty, ByteSet.token.containsAll(name), ByteSet.cookieValue.containsAll(value) else { return nil }
        return (String(Substring(name)), String(Substring(value)))
    }
}
