import Cryptography
import Testing

/// The test cases of RFC 4231 section 4.
@Suite struct HMACSHA256Tests {
    struct Case: Sendable {
        let key: [UInt8]
        let data: [UInt8]
        let code: String
    }

    static let published = [
        Case(
            key: [UInt8](repeating: 0x0b, count: 20),
            data: Array("Hi There".utf8),
            code: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        Case(
            key: Array("Jefe".utf8),
            data: Array("what do ya want for nothing?".utf8),
            code: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        Case(
            key: [UInt8](repeating: 0xaa, count: 20),
            data: [UInt8](repeating: 0xdd, count: 50),
            code: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        Case(
            key: [UInt8](repeating: 0xaa, count: 131),
            data: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            code: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ]

    @Test(arguments: published)
    func `a code is the published one, and only that one is valid`(known: Case) throws {
        let code = HMACSHA256.code(for: known.data, key: known.key)
        #expect(Hexadecimal.encode(code) == known.code)
        #expect(HMACSHA256.isValid(code, for: known.data, key: known.key))
        var forged = code
        forged[31] ^= 1
        #expect(!HMACSHA256.isValid(forged, for: known.data, key: known.key))
        #expect(!HMACSHA256.isValid(Array(code.dropLast()), for: known.data, key: known.key))
    }

    @Test func `an empty key and an empty message have the code they should have`() {
        let expected = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
        #expect(Hexadecimal.encode(HMACSHA256.code(for: [], key: [])) == expected)
    }
}
