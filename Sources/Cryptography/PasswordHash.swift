/// A password as it is stored: scrypt's parameters, a salt of its own and the derived key, as one text in the manner
/// of the PHC string format: `$scrypt$ln=15,r=8,p=1$<salt>$<hash>`, both in Base64 without padding.
package struct PasswordHash: Sendable, CustomStringConvertible {
    package static let saltByteCount = 16
    package static let keyByteCount = 32

    private let parameters: Scrypt
    private let salt: [UInt8]
    private let key: [UInt8]

    /// Hashes a new password under a new salt. Takes its time: never on the event loop.
    package init(of password: String, parameters: Scrypt = .standard) throws(CryptographyError) {
        self.parameters = parameters
        salt = SecureRandom.bytes(Self.saltByteCount)
        key = try parameters.derive(password: Array(password.utf8), salt: salt, count: Self.keyByteCount)
    }

    /// Reads a stored hash.
    ///
    /// - Throws: `CryptographyError` when `text` is not exactly the format above.
    package init(encoded text: String) throws(CryptographyError) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let parameters = Scrypt(encoded: parts[2]),
            let salt = Base64.decode(parts[3], padded: false), !salt.isEmpty, salt.count <= 64,
            let key = Base64.decode(parts[4], padded: false), (16...64).contains(key.count)
        else { throw CryptographyError(operation: "read a stored password", reason: "not the expected format") }
        self.parameters = parameters
        self.salt = salt
        self.key = key
    }

    /// The text to store.
    package var encoded: String {
        "$scrypt$\(parameters.encoded)$\(Base64.encode(salt, padded: false))$\(Base64.encode(key, padded: false))"
    }

    /// Whether this was hashed with other parameters than new passwords are, and should be hashed anew at the next
    /// successful sign-in.
    package var isOutdated: Bool { parameters != .standard }

    /// Whether `password` is the one. Takes as long for a wrong one as for the right one.
    ///
    /// - Throws: `CryptographyError` when the stored parameters are beyond `Scrypt.memoryLimit`.
    package func matches(_ password: String) throws(CryptographyError) -> Bool {
        let candidate = try parameters.derive(password: Array(password.utf8), salt: salt, count: key.count)
        return ConstantTime.areEqual(candidate, key)
    }

    /// Names the parameters alone, so that a log line or a test failure never shows a hash.
    package var description: String { "scrypt password (\(parameters.encoded))" }
}

extension Scrypt {
    fileprivate var encoded: String { "ln=\(logarithmOfCost),r=\(blockSize),p=\(parallelism)" }

    fileprivate init?(encoded text: Substring) {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3,
            let logarithmOfCost = Self.number(in: fields[0], after: "ln="),
            let blockSize = Self.number(in: fields[1], after: "r="),
            let parallelism = Self.number(in: fields[2], after: "p=")
        else { return nil }
        self.init(logarithmOfCost: logarithmOfCost, blockSize: blockSize, parallelism: parallelism)
    }

    /// A decimal without sign or leading zero.
    private static func number(in field: Substring, after name: String) -> Int? {
        guard field.hasPrefix(name) else { return nil }
        let digits = field.dropFirst(name.count)
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            digits.first != "0", digits.count <= 4
        else { return nil }
        return Int(digits)
    }
}
