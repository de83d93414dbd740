import Cryptography
import Testing

@Suite struct EncodingTests {
    @Test func `hexadecimal is written in lower case and read in either`() {
        #expect(Hexadecimal.encode([0x00, 0x7f, 0xab, 0xff]) == "007fabff")
        #expect(Hexadecimal.decode("007fAbFF") == [0x00, 0x7f, 0xab, 0xff])
        #expect(Hexadecimal.decode("") == [])
    }

    @Test(arguments: ["0", "0g", " 00", "0x00", "é0"])
    func `what is no hexadecimal is refused`(text: String) {
        #expect(Hexadecimal.decode(text) == nil)
    }

    /// RFC 4648 section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `Base64 gives the published texts and reads them back`(plain: String, text: String) {
        let bytes = Array(plain.utf8)
        #expect(Base64.encode(bytes) == text)
        #expect(Base64.decode(text) == bytes)
        let bare = String(text.filter { $0 != "=" })
        #expect(Base64.encode(bytes, padded: false) == bare)
        #expect(Base64.decode(bare, padded: false) == bytes)
    }

    @Test func `the two alphabets differ in their last two digits`() {
        #expect(Base64.encode([0xfb, 0xff]) == "+/8=")
        #expect(Base64.encode([0xfb, 0xff], alphabet: .url, padded: false) == "-_8")
        #expect(Base64.decode("-_8", alphabet: .url, padded: false) == [0xfb, 0xff])
        #expect(Base64.decode("-_8=") == nil)
    }

    @Test(arguments: ["Zg", "Zg=", "Z===", "Zh==", "Zm9=", "Zm9v=", "Z g=", "Zg==\n", "===="])
    func `Base64 with a second way to write it is refused`(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
