import Mutation

@testable import TumorBoard

extension RandomValues {
    private static let characters =
        (0...0x24F).compactMap(Unicode.Scalar.init)
        + ["\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{D7FF}", "\u{E000}", "\u{212A}", "\u{301}"]
        + [
            "漢", "א", "ع", "\u{1F9EC}", "\u{1D54F}", "\u{1F468}", "\u{200D}", "\u{10FFFF}", "\u{10000}", "/", "\\",
            "\"",
        ]
    private static let names = Array("abcxyzABCXYZ0123456789._-")

    mutating func flag() -> Bool { Bool.random(using: &random) }

    /// Long runs of plain characters, and every kind of character that is not.
    mutating func text() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            text += String(repeating: "Befund ", count: Int.random(in: 0...3, using: &random))
            text.unicodeScalars.append(Self.characters.pick(&random))
        }
        return text
    }

    mutating func identifier<Kind>() -> Identifier<Kind> {
        let count = flag() ? Int.random(in: 1...64, using: &random) : 22
        let text = String((0..<count).map { _ in Self.names.pick(&random) })
        guard let identifier = Identifier<Kind>(text) else { preconditionFailure("\(text) is no identifier") }
        return identifier
    }

    mutating func integer() -> Int {
        let magnitude = Int(truncatingIfNeeded: random.next() >> UInt64.random(in: 0...63, using: &random))
        return [0, 1, -1, 9, 10, -10, .max, .min, magnitude, 0 &- magnitude].pick(&random)
    }

    /// From 0 to 100, as browsers measure.
    mutating func percent() -> Double {
        [0, 100, 12.5, 0.1, 99.99, Double.random(in: 0.01...100, using: &random)].pick(&random)
    }

    mutating func maybe<Value>(_ draw: (inout RandomValues) -> Value) -> Value? { flag() ? draw(&self) : nil }

    mutating func list<Value>(_ draw: (inout RandomValues) -> Value) -> [Value] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in draw(&self) }
    }

    mutating func byOption<Value>(_ draw: (inout RandomValues) -> Value) -> [OptionID: Value] {
        Dictionary(list { ($0.identifier(), draw(&$0)) }) { $1 }
    }
}
