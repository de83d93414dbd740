import Testing

@testable import Wire

@Suite struct `Texts in UTF-8` {
    static let valid: [[UInt8]] = [
        [], Array("κόσμε".utf8), Array("Hello-µ@ßöäüàá-UTF-8!!".utf8), Array("\u{0}\u{7F}".utf8),
        Array("\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}".utf8), Array("\u{D7FF}\u{E000}\u{FFFD}\u{FFFE}".utf8),
        Array("abcdefgh𝄞ijklmnopqrst€uvwxyz🏥".utf8),
    ]

    /// A text and the length of its longest prefix that could still become valid.
    static let invalid: [(bytes: [UInt8], goodPrefix: Int)] = [
        ([0x80], 0), ([0xBF], 0), ([0x41, 0xC3, 0x28], 2), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0),
        ([0xE0, 0x9F, 0xBF], 1), ([0xE0, 0x80, 0x80], 1), ([0xF0, 0x80, 0x80, 0x80], 1), ([0xF0, 0x8F, 0xBF, 0xBF], 1),
        ([0xED, 0xA0, 0x80], 1), ([0xED, 0xBF, 0xBF], 1), ([0xED, 0x9F, 0x41], 2), ([0xF4, 0x90, 0x80, 0x80], 1),
        ([0xF5, 0x80, 0x80, 0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xFE], 0), ([0xFF], 0),
        ([0xE2, 0x82, 0x41], 2), ([0xE2, 0x28, 0xA1], 1), ([0xF0, 0x9F, 0x8F, 0x41], 3), ([0xC3, 0xC3], 1),
        (Array("κόσμε".utf8) + [0xED, 0xA0, 0x80] + Array("edited".utf8), 11),
        (Array("κόσμε".utf8) + [0xF4, 0x90, 0x80, 0x80] + Array("edited".utf8), 11),
        (Array("abcdefghabcdefgh".utf8) + [0x80], 16),
    ]

    @Test(arguments: valid) func `a valid text is accepted however it arrives`(bytes: [UInt8]) {
        for pieces in Pieces.everyWay(RawFrame(first: 0x81, payload: bytes).bytes) {
            #expect(FrameTranscript(pieces).messages == ["text " + String(decoding: bytes, as: UTF8.self)])
        }
        for cut in 0...bytes.count {
            let fragments = FrameTranscript(
                RawFrame(first: 0x01, payload: Array(bytes[..<cut])),
                RawFrame(first: 0x80, payload: Array(bytes[cut...]))
            )
            #expect(fragments.messages == ["text " + String(decoding: bytes, as: UTF8.self)])
        }
    }

    @Test(arguments: invalid) func `an invalid text fails at its first bad byte`(bytes: [UInt8], goodPrefix: Int) {
        // The frame announces more than is sent, so that only the validator can have stopped it.
        let padded = RawFrame(first: 0x81, payload: bytes + [UInt8](repeating: 65, count: 20)).bytes
        let header = 6
        for sent in 0...bytes.count {
            let expected: UInt16? = sent > goodPrefix ? 1007 : nil
            #expect(FrameTranscript([Array(padded[..<(header + sent)])]).failure == expected)
            #expect(FrameTranscript(padded[..<(header + sent)].map { [$0] }).failure == expected)
        }
    }

    @Test(arguments: invalid) func `an invalid text fails in the first fragment that shows it`(
        bytes: [UInt8],
        goodPrefix: Int
    ) {
        let first = RawFrame(first: 0x01, payload: Array(bytes[..<goodPrefix]))
        #expect(FrameTranscript(first).failure == nil)
        #expect(FrameTranscript(first, RawFrame(first: 0x00, payload: [bytes[goodPrefix]])).failure == 1007)
    }

    @Test(arguments: [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x8F], [0x41, 0xF4]] as [[UInt8]])
    func `a text does not end inside a character`(bytes: [UInt8]) {
        #expect(FrameTranscript(RawFrame(first: 0x81, payload: bytes)).failure == 1007)
        #expect(
            FrameTranscript(RawFrame(first: 0x01, payload: bytes), RawFrame(first: 0x80, payload: [])).failure == 1007
        )
        #expect(
            FrameTranscript(RawFrame(first: 0x01, payload: bytes), RawFrame(first: 0x00, payload: [])).failure == nil
        )
    }

    @Test func `binary may be anything`() {
        for (bytes, _) in Self.invalid {
            #expect(FrameTranscript(RawFrame(first: 0x82, payload: bytes)).messages == ["binary \(bytes)"])
        }
    }

    @Test func `the validator agrees with the standard library on every pair and on many longer sequences`() {
        let edges: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
            0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        func check(_ bytes: [UInt8]) {
            var validator = UTF8Validator()
            let accepted = bytes.withUnsafeBytes { validator.accept($0) } && validator.isComplete
            if accepted != (String(validating: bytes, as: UTF8.self) != nil) { Issue.record("disagrees on \(bytes)") }
        }
        for first in UInt8.min...UInt8.max { for second in UInt8.min...UInt8.max { check([first, second]) } }
        for first in edges where first >= 0xC0 {
            for second in edges {
                for third in edges { for fourth in edges { check([first, second, third, fourth]) } }
            }
        }
    }
}
