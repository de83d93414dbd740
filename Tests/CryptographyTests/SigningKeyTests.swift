import Cryptography
import Foundation
import Testing

@Suite struct SigningKeyTests {
    let minutes = Array("The board recommends surveillance.".utf8)

    @Test func `a signature is valid for its bytes and key alone`() throws {
        let key = try SigningKey.generate()
        let signature = try key.sign(minutes)
        #expect(key.publicKey.isValid(signature: signature, for: minutes))
        #expect(!key.publicKey.isValid(signature: signature, for: minutes + [0]))
        #expect(try !SigningKey.generate().publicKey.isValid(signature: signature, for: minutes))
    }

    @Test func `one flipped bit anywhere in a signature makes it invalid`() throws {
        let key = try SigningKey.generate()
        let signature = try key.sign(minutes)
        for position in signature.indices {
            var forged = signature
            forged[position] ^= 1
            #expect(!key.publicKey.isValid(signature: forged, for: minutes))
        }
        #expect(!key.publicKey.isValid(signature: [], for: minutes))
    }

    @Test func `a public key survives its PEM, with the same fingerprint`() throws {
        let key = try SigningKey.generate().publicKey
        let copy = try VerifyingKey(pem: key.pem)
        #expect(copy.fingerprint == key.fingerprint)
        #expect(key.fingerprint.count == 64)
    }

    /// A key, a message and a signature made with the openssl command line, so that both ends cannot be wrong alike.
    @Test func `a signature made by another program is valid`() throws {
        let pem = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEwwadnAJr39RtV2b5xkn3TC7Ztt8r
            tqWRqxkCZNNZ44kPx+BbsFzhX9CrmR1rKH5wta2KxvBgv/tJA1qoJn5sCQ==
            -----END PUBLIC KEY-----
            """
        let signature = try #require(
            Hexadecimal.decode(
                "304502205a8abd42d855756744bdedbeea5bf4f99154c014f1e353e37f746c4b02e5a660"
                    + "0221009fd001ac2f329c85c7a365b71bb408c86216443e8a77e70ce844f1cac97eb5d1"
            )
        )
        let key = try VerifyingKey(pem: pem)
        #expect(key.isValid(signature: signature, for: minutes))
        #expect(key.fingerprint == "201ca2ad10ccdbf4b20da166040ad4d3a096bc756c4b6a3c354d2c91ab32b24a")
    }

    @Test func `a saved key is readable by its owner alone and signs as before`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/signing.pem"
            let key = try SigningKey.generate()
            try key.save(to: path)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let loaded = try SigningKey(contentsOf: path)
            #expect(key.publicKey.isValid(signature: try loaded.sign(minutes), for: minutes))
        }
    }

    @Test func `an existing key file is never replaced`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/signing.pem"
            try SigningKey.generate().save(to: path)
            let before = FileManager.default.contents(atPath: path)
            #expect(throws: CryptographyError.self) { try SigningKey.generate().save(to: path) }
            #expect(FileManager.default.contents(atPath: path) == before)
        }
    }

    @Test func `a key file that others may read is refused`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/signing.pem"
            try SigningKey.generate().save(to: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            #expect(throws: CryptographyError.self) { try SigningKey(contentsOf: path) }
        }
    }

    @Test(arguments: ["", "nonsense", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"])
    func `what is no key is refused`(pem: String) {
        #expect(throws: CryptographyError.self) { try VerifyingKey(pem: pem) }
    }

    @Test func `a key of another algorithm is refused`() throws {
        let ed25519 = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """
        #expect(throws: CryptographyError.self) { try VerifyingKey(pem: ed25519) }
    }

    private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }
}
