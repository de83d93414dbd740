/// The part of a representation that `Range` asks for (RFC 9110 section 14.2).
package enum ByteRange: Sendable, Equatable {
    /// No range, one that is not understood, or several: the whole is sent with 200.
    case whole
    /// 206 with these octets.
    case part(Range<Int>)
    /// 416.
    case unsatisfiable

    /// - Parameters:
    ///   - value: the field's value, or nil without the field.
    ///   - length: of the whole representation in bytes.
    package init(_ value: String?, length: Int) {
        self = value.flatMap { Self.parse($0, length: length) } ?? .whole
    }

    /// `Content-Range` of the 206 or 416; nil for a whole representation.
    package func contentRange(length: Int) -> String? {
        switch self {
        case .whole: nil
        case .part(let range): "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)"
        case .unsatisfiable: "bytes */\(length)"
        }
    }

    /// `bytes=a-b`, `bytes=a-` or `bytes=-n`; nil for anything else.
    private static func parse(_ value: String, length: Int) -> ByteRange? {
        let unit = "bytes=".utf8
        guard ASCII.equalIgnoringCase(value.utf8.prefix(unit.count), unit) else { return nil }
        let spec = ASCII.trimmed(value.utf8.dropFirst(unit.count))
        let bounds = spec.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard bounds.count == 2, let first = number(bounds[0]), let last = number(bounds[1]) else { return nil }
        switch (first, last) {
        case (nil, nil): return nil
        case (nil, let suffix?):
            if suffix == 0 { return .unsatisfiable }
            // An empty representation has no last bytes that Content-Range could name.
            return length == 0 ? .whole : .part(max(0, length - suffix)..<length)
        case (let first?, let last):
            if let last, last < first { return nil }
            guard first < length else { return .unsatisfiable }
            return .part(first..<min(last ?? length, length - 1) + 1)
        }
    }

    /// A bound: `.some(nil)` when it is left out. A number too large for the machine stands for one beyond any end.
    private static func number(_ text: some Collection<UInt8>) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard text.allSatisfy({ ASCII.digit($0) != nil }) else { return nil }
        return .some(ASCII.decimal(text) ?? Int.max)
    }
}
