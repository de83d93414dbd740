/// Ways to say the same in other JSON, and ways to break it.
package enum JSONMutation: CaseIterable, Sendable {
    case addSpace, addMember, swapMembers
    case escapeCharacter
    case repeatMember, replaceValue, removeMember
    case flipByte, removeByte, insertByte, truncate, insertEscape

    /// Values of every kind, right and wrong.
    private static let values = [
        "null", "true", "false", "0", "-0", "-1", "01", "1.0", "1.5", "1e2", "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808", "1e999", ".5", "5.", "+1", "NaN", #""""#, #""x""#, "[]", "[1,2]", "{}", #"{"a":[{}]}"#,
        #"["a",["b"]]"#, "\"\u{1F9EC}\"", #""\u0041""#, #""\ud83d\ude00""#, #""\ud83d""#, #""\udc00x""#, #""\x""#, "",
    ]
    private static let escapes = [
        #"\u0000"#, #"\n"#, #"\/"#, #"\ud83d\ude00"#, #"\ud83d"#, #"\ude00"#, #"\ud83dx"#, #"\ud83dA"#, #"\u00"#, "\\",
        #"\u{41}"#, "\u{0}", "\n", "\"", "é", "\u{212A}",
    ]

    /// - Parameter text: a well-formed JSON object.
    package func applied(to text: [UInt8], using random: inout SplitMix) -> [UInt8] {
        let layout = JSONLayout(text)
        var text = text
        switch self {
        case .addSpace:
            text.insert(contentsOf: [" ", "\n", "\t", "\r\n  "].pick(&random).utf8, at: layout.gaps.pick(&random))
        case .addMember:
            let sound = Self.values.filter { $0 == "null" || $0.first == "[" || $0.first == "{" || $0.hasPrefix("9") }
            let member = #""later\#(random.next() % 100)":\#(sound.pick(&random)),"#
            text.insert(contentsOf: member.utf8, at: layout.objects.pick(&random).pick(&random).lowerBound)
        case .swapMembers:
            let members = layout.objects.pick(&random)
            let pair = [members.pick(&random), members.pick(&random)].sorted { $0.lowerBound < $1.lowerBound }
            guard pair[0] != pair[1] else { break }
            let first = text[pair[0]]
            let second = text[pair[1]]
            text.replaceSubrange(pair[1], with: first)
            text.replaceSubrange(pair[0], with: second)
        case .escapeCharacter:
            guard !layout.characters.isEmpty else { break }
            let place = layout.characters.pick(&random)
            let digits = String(text[place], radix: 16, uppercase: Bool.random(using: &random))
            let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            text.replaceSubrange(place...place, with: escape.utf8)
        case .repeatMember:
            let members = layout.objects.pick(&random)
            let member = text[members.pick(&random)] + [UInt8(ascii: ",")]
            text.insert(contentsOf: member, at: members.pick(&random).lowerBound)
        case .replaceValue:
            text.replaceSubrange(layout.values.pick(&random), with: Self.values.pick(&random).utf8)
        case .removeMember: text.removeSubrange(layout.objects.pick(&random).pick(&random))
        case .flipByte: text[text.indices.pick(&random)] ^= 1 << UInt8(random.next() % 8)
        case .removeByte: text.remove(at: text.indices.pick(&random))
        case .insertByte:
            text.insert(UInt8(truncatingIfNeeded: random.next()), at: text.indices.pick(&random))
        case .truncate: text.removeSubrange(text.indices.pick(&random)...)
        case .insertEscape:
            guard !layout.characters.isEmpty else { break }
            text.insert(contentsOf: Self.escapes.pick(&random).utf8, at: layout.characters.pick(&random))
        }
        return text
    }
}

extension Collection {
    /// One of the elements, of which there must be some.
    package func pick(_ random: inout SplitMix) -> Element {
        guard let element = randomElement(using: &random) else { preconditionFailure("nothing to pick from") }
        return element
    }
}
