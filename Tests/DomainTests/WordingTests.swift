import Testing

@testable import TumorBoard

@Suite struct WordingTests {
    private func isLine(_ text: String) -> Bool { (try? Wording.line(text, "title")) != nil }

    @Test func `a line holds every character of Unicode but controls and separators of lines and paragraphs`() {
        let wrong = (UInt32(0)...0x10_FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
            let isForbidden: Bool =
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: true
                default: false
                }
            return isLine("a\(Character(scalar))") == isForbidden
        }
        #expect(wrong.isEmpty)
    }

    @Test func `a line is not blank and has at most three hundred code points`() {
        #expect(!isLine(""))
        #expect(!isLine(" \u{3000}"))
        #expect(isLine(String(repeating: "ä", count: Limits.lineLength)))
        #expect(!isLine(String(repeating: "ä", count: Limits.lineLength + 1)))
    }
}

/// A case's copies have their parts in common until one of them changes one.
@Suite struct SharedTests {
    @Test func `a change to one copy is none to the other, on every stream`() throws {
        let board = try CaseUnderTest.eventful()
        for (stream, events) in board.streams {
            let before = board.state
            var copy = before
            for event in events.reversed() { copy.apply(event, on: stream, seq: 1_000, at: board.means.now) }
            #expect(copy != before)
            #expect(board.state == before)
            #expect(before.head(of: stream) != 1_000)
        }
    }

    @Test func `parts that were folded apart and say the same are equal`() throws {
        let one = try CaseUnderTest.eventful()
        var folded = CaseState(id: one.state.id)
        #expect(folded != one.state)
        folded = try CaseUnderTest.eventful().state
        #expect(folded == one.state)
    }
}
