import Foundation

/// Finds one text inside another when only white space and line breaks differ.
enum Repetition {
    /// The range in code points of `text` that says the same as `passage`; `nil` where none does.
    static func range(of passage: String, in text: String) -> Range<Int>? {
        let wanted = passage.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard !wanted.isEmpty else { return nil }
        let written = text.unicodeScalars.enumerated().filter { !$0.element.properties.isWhitespace }
        let haystack = String(String.UnicodeScalarView(written.map(\.element)))
        guard let found = haystack.range(of: String(String.UnicodeScalarView(wanted)), options: .literal) else {
            return nil
        }
        let start = haystack.unicodeScalars.distance(from: haystack.startIndex, to: found.lowerBound)
        return written[start].offset..<written[start + wanted.count - 1].offset + 1
    }
}
