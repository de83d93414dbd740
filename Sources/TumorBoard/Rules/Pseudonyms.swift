/// Names that tell nothing: a random permutation of `R-A`, `R-B`, … over the people of a panel.
enum Pseudonyms {
    static func draw(
        _ prefix: String,
        for people: [PersonID],
        _ means: Means,
        _ purpose: String
    ) -> [PersonID: String] {
        var shuffled = people.sorted()
        var entropy = means.random(8 * shuffled.count, purpose)[...]
        // Fisher-Yates. Scaling 64 random bits to a panel's size is biased by less than 2^-58.
        for last in shuffled.indices.reversed() {
            let number = entropy.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            entropy = entropy.dropFirst(8)
            shuffled.swapAt(last, Int(number.multipliedFullWidth(by: UInt64(last + 1)).high))
        }
        let names = shuffled.indices.map { "\(prefix)-\(letters($0))" }
        return Dictionary(zip(shuffled, names)) { $1 }
    }

    /// `R-B` before `R-AA`: by length, then by letters.
    static func precedes(_ one: String, _ other: String) -> Bool {
        (one.utf8.count, one) < (other.utf8.count, other)
    }

    /// A, B, …, Z, AA, AB, …
    private static func letters(_ index: Int) -> String {
        var text = ""
        var rest = index + 1
        while rest > 0 {
            rest -= 1
            text = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + text
            rest /= 26
        }
        return text
    }
}
