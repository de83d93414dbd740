import Exchange
import Testing

struct PlainTextTests {
    private func refusal(_ bytes: [UInt8], charset: String? = nil, limit: Int = 1024) -> PlainText.Refusal? {
        do throws(PlainText.Refusal) {
            _ = try PlainText.read(bytes, charset: charset, limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test func `text that is already canonical comes through untouched`() throws {
        let read = try PlainText.read(Array("Größe: 3 µm\n\tfrei\n".utf8))
        #expect(read.text == "Größe: 3 µm\n\tfrei\n")
        #expect(read.encoding == .utf8)
        #expect(!read.converted)
    }

    @Test func `a byte order mark is removed and said`() throws {
        let read = try PlainText.read([0xEF, 0xBB, 0xBF] + Array("Befund".utf8))
        #expect(read.text == "Befund")
        #expect(read.changes == [.byteOrderMarkRemoved])
    }

    @Test func `every kind of line ending becomes a line feed`() throws {
        let read = try PlainText.read(Array("eins\r\nzwei\rdrei\nvier\r\r\nfünf".utf8))
        #expect(Array(read.text.unicodeScalars) == Array("eins\nzwei\ndrei\nvier\n\nfünf".unicodeScalars))
        #expect(read.changes == [.lineEndingsUnified])
    }

    @Test func `decomposed umlauts are composed so that code points count the same everywhere`() throws {
        let read = try PlainText.read(Array("Gro\u{308}ße".utf8))
        #expect(read.text.unicodeScalars.count == 5)
        #expect(read.changes == [.charactersComposed])
    }

    @Test func `bytes that are not UTF-8 are read as Latin-1`() throws {
        let read = try PlainText.read([0x47, 0x72, 0xF6, 0xDF, 0x65])
        #expect(read.text == "Größe")
        #expect(read.encoding == .latin1)
        #expect(read.converted)
    }

    @Test func `a byte Latin-1 has no character for makes it windows-1252`() throws {
        let read = try PlainText.read([0x84, 0x6B, 0x6C, 0x61, 0x72, 0x93, 0x20, 0x96, 0x20, 0x80])
        #expect(read.text == "„klar“ – €")
        #expect(read.encoding == .windows1252)
    }

    @Test func `a declared ISO-8859-15 has its euro sign`() throws {
        let read = try PlainText.read([0x35, 0x20, 0xA4, 0xFC], charset: "ISO-8859-15")
        #expect(read.text == "5 €ü")
        #expect(read.encoding == .latin9)
    }

    @Test func `valid UTF-8 is UTF-8 whatever was declared`() throws {
        #expect(try PlainText.read(Array("für".utf8), charset: "iso-8859-1").text == "für")
    }

    @Test func `a byte no encoding knows is refused with its offset`() {
        #expect(refusal([0x41, 0x84, 0x81]) == .undefinedByte(0x81, offset: 2))
    }

    @Test(arguments: [
        ("a\u{0}", UInt32(0), 1, 2), ("eins\r\nzw\u{7}ei", 7, 2, 3), ("ä\u{7F}", 0x7F, 1, 2),
        ("\n\n\u{85}", 0x85, 3, 1),
        ("\u{C}", 0xC, 1, 1),
    ])
    func `a control character is refused with its position`(text: String, codePoint: UInt32, line: Int, column: Int) {
        #expect(refusal(Array(text.utf8)) == .controlCharacter(codePoint: codePoint, line: line, column: column))
    }

    @Test func `encodings that are not supported are named`() {
        #expect(refusal([0xFF, 0xFE, 0x41, 0x00]) == .unsupportedEncoding("UTF-16"))
        #expect(refusal(Array("a".utf8), charset: "Shift_JIS") == .unsupportedEncoding("Shift_JIS"))
    }

    @Test func `text that says nothing is refused`() {
        #expect(refusal([]) == .empty)
        #expect(refusal(Array(" \n\t ".utf8)) == .empty)
        #expect(refusal([0xEF, 0xBB, 0xBF]) == .empty)
    }

    @Test func `the size limit is exact`() {
        #expect(refusal(Array(repeating: 0x41, count: 1024)) == nil)
        #expect(refusal(Array(repeating: 0x41, count: 1025)) == .tooLarge(bytes: 1025, limit: 1024))
    }

    @Test func `reading twice changes nothing more`() throws {
        let once = try PlainText.read([0xC4, 0x0D, 0x0A, 0x96])
        let twice = try PlainText(once.text)
        #expect(twice.text == once.text)
        #expect(!twice.converted)
    }

    @Test func `refusals are sentences with their particulars`() {
        #expect(refusal([0x41, 0x00])?.sentence == "The text has the control character U+0000 in line 1, column 2.")
        #expect(
            refusal([0xE4, 0x9D])?.sentence
                == "The text is neither UTF-8 nor windows-1252: byte 9D at offset 1."
        )
    }
}
