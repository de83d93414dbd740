import Foundation

/// Finds where one text says again what another says, when only white space and line breaks differ.
enum Repetition {
    /// The range in code points of `text` that repeats `passage`, or at least some of its lines or sentences: from the
    /// first repeated one to the end of the last. `nil` where nothing is repeated.
    ///
    /// Of a passage beyond all measure only the first two hundred parts are looked for, so that no file
    /// can keep a reader busy.
    /// Short sentences such as "Kein Fieber." count only as part of their line; they repeat by chance.
    static func range(of passage: String, in text: String) -> Range<Int>? {
        let haystack = Condensed(text)
        if let whole = haystack.range(of: passage) { return whole }
        let sentences = passage.split(whereSeparator: \.isSentenceEnd)
            .filter { $0.split(whereSeparator: \.isWhitespace).count >= 4 }
        let found = (passage.split(separator: "\n") + sentences).prefix(200).compactMap {
            haystack.range(of: String($0))
        }
        guard let first = found.map(\.lowerBound).min(), let last = found.map(\.upperBound).max() else { return nil }
        return first..<last
    }

    /// A text without its white space, with the position every code point had.
    private struct Condensed {
        private let text: String
        private let positions: [Int]

        init(_ source: String) {
            var view = String.UnicodeScalarView()
            var positions: [Int] = []
            for (position, scalar) in source.unicodeScalars.enumerated() where !scalar.properties.isWhitespace {
                view.append(scalar)
                positions.append(position)
            }
            text = String(view)
            self.positions = positions
        }

        func range(of passage: String) -> Range<Int>? {
            let wanted = Condensed(passage)
            guard !wanted.positions.isEmpty, let found = text.range(of: wanted.text, options: .literal) else {
                return nil
            }
            let start = text.unicodeScalars.distance(from: text.startIndex, to: found.lowerBound)
            return positions[start]..<positions[start + wanted.positions.count - 1] + 1
        }
    }
}

extension Character {
    fileprivate var isSentenceEnd: Bool { self == "." || self == "!" || self == "?" || self == "\n" }
}
