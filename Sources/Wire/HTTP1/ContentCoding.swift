/// The codings a static body is kept in, chosen by `Accept-Encoding` (RFC 9110 section 12.5.3).
package enum ContentCoding: String, Sendable {
    case identity
    case gzip

    /// The coding to answer with: gzip where it is there and the client likes it at least as much as the plain body.
    ///
    /// - Returns: nil when the client refuses what there is, which is a reason for 406. An element that breaks the grammar is
    ///   ignored, and no field at all means the plain body: clients that can do more say so.
    package static func preferred(by fields: HTTPFields, hasGzip: Bool = true) -> ContentCoding? {
        guard fields.contains(.acceptEncoding) else { return .identity }
        var weights: [String: Int] = [:]
        for element in fields.list(for: .acceptEncoding) {
            guard let (coding, weight) = parse(element) else { continue }
            weights[coding] = max(weight, weights[coding] ?? 0)
        }
        let gzip = weights["gzip"] ?? weights["x-gzip"] ?? weights["*"] ?? 0
        // The plain body is acceptable unless it is excluded by name or by the asterisk.
        let identity = weights["identity"] ?? weights["*"].map { $0 == 0 ? 0 : 1 } ?? 1
        if hasGzip, gzip > 0, gzip >= (weights["identity"] ?? 0) { return .gzip }
        return identity > 0 ? .identity : nil
    }

    /// `coding [ OWS ";" OWS "q=" qvalue ]`, the weight in thousandths.
    private static func parse(_ element: String) -> (coding: String, weight: Int)? {
        let parts = element.utf8.split(separator: ASCII.semicolon, omittingEmptySubsequences: false)
        let coding = ASCII.trimmed(parts[0])
        guard !coding.isEmpty, ByteSet.token.containsAll(coding), parts.count <= 2 else { return nil }
        let name = String(decoding: coding.map(ASCII.lowercase), as: UTF8.self)
        guard parts.count == 2 else { return (name, 1000) }
        let weight = ASCII.trimmed(parts[1])
        guard ASCII.equalIgnoringCase(weight.prefix(2), "q=".utf8), let value = thousandths(weight.dropFirst(2)) else {
            return nil
        }
        return (name, value)
    }

    /// `qvalue` of RFC 9110 section 12.4.2: 0 to 1 with at most three digits behind the point.
    private static func thousandths(_ text: Substring.UTF8View) -> Int? {
        guard let whole = text.first.flatMap(ASCII.digit), whole <= 1 else { return nil }
        var rest = text.dropFirst()
        if rest.isEmpty { return whole * 1000 }
        guard rest.popFirst() == UInt8(ascii: "."), rest.count <= 3 else { return nil }
        let digits = rest.compactMap(ASCII.digit)
        guard digits.count == rest.count else { return nil }
        let fraction = (digits + [0, 0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
        let value = whole * 1000 + fraction
        return value <= 1000 ? value : nil
    }
}
