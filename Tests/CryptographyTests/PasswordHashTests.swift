import Cryptography
import Testing

@Suite struct PasswordHashTests {
    /// Cheap enough for a test; the format and the checks are the same.
    static let quick = Scrypt(logarithmOfCost: 4, blockSize: 8, parallelism: 1)

    struct Vector: Sendable {
        let password: String
        let salt: String
        let scrypt: Scrypt
        let key: String
    }

    /// RFC 7914 section 12, without the one that takes a gibibyte.
    static let published = [
        Vector(
            password: "",
            salt: "",
            scrypt: Scrypt(logarithmOfCost: 4, blockSize: 1, parallelism: 1),
            key: "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        Vector(
            password: "password",
            salt: "NaCl",
            scrypt: Scrypt(logarithmOfCost: 10, blockSize: 8, parallelism: 16),
            key: "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        Vector(
            password: "pleaseletmein",
            salt: "SodiumChloride",
            scrypt: Scrypt(logarithmOfCost: 14, blockSize: 8, parallelism: 1),
            key: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ]

    @Test(arguments: published)
    func `scrypt gives the published keys`(vector: Vector) throws {
        let key = try vector.scrypt.derive(
            password: Array(vector.password.utf8),
            salt: Array(vector.salt.utf8),
            count: 64
        )
        #expect(Hexadecimal.encode(key) == vector.key)
    }

    @Test func `a new password is hashed at the standard cost and known again`() throws {
        let hash = try PasswordHash(of: "Grünkohl mit Pinkel")
        #expect(hash.encoded.hasPrefix("$scrypt$ln=15,r=8,p=1$"))
        #expect(!hash.isOutdated)
        let stored = try PasswordHash(encoded: hash.encoded)
        #expect(try stored.matches("Grünkohl mit Pinkel"))
        #expect(try !stored.matches("Grünkohl mit pinkel"))
    }

    @Test func `the same password is stored differently each time`() throws {
        let first = try PasswordHash(of: "Pinkel", parameters: Self.quick)
        let second = try PasswordHash(of: "Pinkel", parameters: Self.quick)
        #expect(first.encoded != second.encoded)
    }

    @Test func `a hash keeps the parameters it was made with and says that they are outdated`() throws {
        let stored = try PasswordHash(encoded: PasswordHash(of: "Pinkel", parameters: Self.quick).encoded)
        #expect(stored.isOutdated)
        #expect(try stored.matches("Pinkel"))
    }

    @Test(arguments: [
        "", "$scrypt$ln=15,r=8,p=1$c2FsdA", "$argon2$ln=15,r=8,p=1$c2FsdA$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=+5,r=8,p=1$c2FsdA$AAAAAAAAAAAAAAAAAAAAAA", "$scrypt$ln=04,r=8,p=1$c2FsdA$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$r=8,ln=4,p=1$c2FsdA$AAAAAAAAAAAAAAAAAAAAAA", "$scrypt$ln=4,r=8,p=1$c2FsdA==$AAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=8,p=1$$AAAAAAAAAAAAAAAAAAAAAA", "$scrypt$ln=4,r=8,p=1$c2FsdA$",
        "$scrypt$ln=4,r=8,p=1$c2FsdA$AAAAAAAAAAAAAAAAAAAAAA$",
    ])
    func `a stored text of any other shape is refused`(text: String) {
        #expect(throws: CryptographyError.self) { try PasswordHash(encoded: text) }
    }

    @Test func `stored parameters that would exhaust the memory are refused before any work`() throws {
        let greedy = try PasswordHash(encoded: "$scrypt$ln=24,r=8,p=1$c2FsdA$AAAAAAAAAAAAAAAAAAAAAA")
        #expect(throws: CryptographyError.self) { try greedy.matches("Pinkel") }
    }

    @Test func `printing a password hash shows neither salt nor key`() throws {
        let hash = try PasswordHash(of: "Pinkel", parameters: Self.quick)
        #expect("\(hash)" == "scrypt password (ln=4,r=8,p=1)")
    }
}
