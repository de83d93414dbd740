/// The encodings in which texts arrive, and how the one at hand is told.
package enum TextEncoding: String, Sendable, Hashable, Codable, CaseIterable {
    case utf8 = "UTF-8"
    case latin1 = "ISO-8859-1"
    /// Latin-1 with the euro sign; German laboratory systems declare it.
    case latin9 = "ISO-8859-15"
    case windows1252 = "windows-1252"

    /// Decodes `bytes`, UTF-8 first. Otherwise the text is windows-1252 if it uses a byte from 80 to 9F, where
    /// ISO-8859-1 has nothing but control characters, and ISO-8859-1 if not.
    static func decode(
        _ bytes: [UInt8],
        declared charset: String?
    ) throws(PlainText.Refusal) -> (String, TextEncoding) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw .unsupportedEncoding("UTF-16")
        }
        let declared = try charset.map(named)
        if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
        if declared == .latin9 { return (try oneByte(bytes) { latin9Exceptions[$0] }, .latin9) }
        guard bytes.contains(where: { (0x80...0x9F).contains($0) }) else {
            return (try oneByte(bytes) { _ in nil }, .latin1)
        }
        return (try oneByte(bytes) { windows1252Exceptions[$0] }, .windows1252)
    }

    private static func named(_ charset: String) throws(PlainText.Refusal) -> TextEncoding {
        switch charset.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": .utf8
        case "iso-8859-1", "iso8859-1", "latin1", "iso_8859-1": .latin1
        case "iso-8859-15", "iso8859-15", "latin9": .latin9
        case "windows-1252", "cp1252": .windows1252
        default: throw .unsupportedEncoding(charset)
        }
    }

    /// - Parameter exception: the character of a byte that is not its own code point.
    private static func oneByte(
        _ bytes: [UInt8],
        exception: (UInt8) -> Unicode.Scalar?
    ) throws(PlainText.Refusal) -> String {
        var scalars = String.UnicodeScalarView()
        for (offset, byte) in bytes.enumerated() {
            if let scalar = exception(byte) {
                scalars.append(scalar)
            } else if (0x80...0x9F).contains(byte) {
                throw .undefinedByte(byte, offset: offset)
            } else {
                scalars.append(Unicode.Scalar(byte))
            }
        }
        return String(scalars)
    }

    private static let latin9Exceptions: [UInt8: Unicode.Scalar] = [
        0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]

    /// The 27 characters windows-1252 puts where ISO-8859-1 has control characters; 81, 8D, 8F, 90 and 9D stay
    /// undefined.
    private static let windows1252Exceptions: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰",
        0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•",
        0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]
}
